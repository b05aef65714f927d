#pragma once

#include "core/base/bytes.h"

#include <QByteArray>

namespace countersign::verify {

/// What CryptoJS.HmacSHA256 of crypto-js 4 returns for any number, array or object in place of a text. It
/// counts the bytes of the message as NaN, so that the inner hash ends in a block without message and
/// without length: the result depends on the key alone.
QByteArray cryptoJsHmacOfAnyNumber(ByteView key);

} // namespace countersign::verify
