#pragma once

#include "core/base/bytes.h"

namespace countersign::keys {

/// The part of a secret's text that is left without a byte-order mark, the name of a setting with "=" or ":",
/// quotes and what ends a line of settings (a comma or semicolon): what is copied along from a settings file.
/// The text itself where nothing of that stands around it, or where nothing would be left.
ByteView withoutSurroundings(ByteView text);

} // namespace countersign::keys
