#pragma once

#include "core/keys/keyreader.h"

namespace countersign::fuzz {

/// What holds for every key that was read: it can be described, kept and read again as the same key.
void checkReadKeys(const std::vector<keys::ReadKey> &keys);

} // namespace countersign::fuzz
