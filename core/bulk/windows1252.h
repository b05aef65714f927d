#pragma once

#include "core/base/bytes.h"

#include <QString>

namespace countersign::bulk {

/// Text in Windows-1252, which is Latin-1 with letters and signs at 0x80 to 0x9F. The five bytes it leaves
/// undefined stay what they are in Latin-1, so that no byte is lost.
QString fromWindows1252(ByteView text);

} // namespace countersign::bulk
