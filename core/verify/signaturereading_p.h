#pragma once

#include "core/verify/tagreading.h"

namespace countersign::verify {

/// Every way to read a token's third part as the bytes of a signature, and what is wrong with it if it was
/// meant like that. The first is `signature`, which is what base64url gives, read leniently; without fault.
QList<TagReading> readSignature(const QByteArray &signature, const QByteArray &thirdPart);

} // namespace countersign::verify
