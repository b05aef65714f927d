#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QStringList>

#include <string_view>

namespace countersign::keys {

enum class KeyFormat {
    Unknown, ///< no kind of key file: perhaps a shared secret
    Pem,
    Der,
    Base64Der, ///< the body of a PEM without its armour
    Base64Pem, ///< a whole PEM in base64, as environment variables carry it
    Jwk,       ///< or a JWK Set
    Foreign,   ///< a key of another world: see foreignRefusal
};

/// The text without white space, a byte-order mark and one pair of quotes around it.
std::string_view coreOf(ByteView content);

/// Tells what a text is from its beginning and marks, white space, a byte-order mark and quotes aside.
KeyFormat detectFormat(ByteView content);

/// The bytes behind the base64 of Base64Der and Base64Pem, with a note of what was put right.
Result<SecretBytes> decodeUnarmoured(ByteView content, QStringList *notes);

/// Why a key of another world (OpenSSH, PGP, PuTTY, UTF-16 text) is refused, with what to do about it.
Error foreignRefusal(ByteView content);

} // namespace countersign::keys
