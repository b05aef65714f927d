#pragma once

#include "core/base/encoding.h"

namespace countersign {

/// "character 5: …"; `index` counts from 0.
std::unexpected<Error> refuseAt(std::size_t index, const QString &reason);
/// Refuses the first character that is no digit of the encoding; there must be one.
std::unexpected<Error> refuseStranger(ByteView text, Encoding encoding);

} // namespace countersign
