#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

namespace countersign {

/// How text stands for bytes. Decoding is strict: what is not canonical is refused, and the
/// error says at which character and why.
enum class Encoding {
    Hex,       ///< lower case when encoding; either case, but an even count of digits, when decoding
    Base64,    ///< RFC 4648 section 4: padded, no line breaks, unused bits zero
    Base64Url, ///< RFC 7515 section 2: unpadded, no line breaks, unused bits zero
};

QByteArray encode(ByteView bytes, Encoding encoding);
Result<QByteArray> decode(QByteArrayView text, Encoding encoding);

/// The same for secrets, which never pass through a Qt type.
SecretBytes encodeSecret(ByteView bytes, Encoding encoding);
Result<SecretBytes> decodeSecret(ByteView text, Encoding encoding);

} // namespace countersign
