#pragma once

#include "core/verify/wording.h"

namespace countersign::verify {

/// What a pasted text looks like before any key is tried. By shape alone; never a verdict.
enum class ProofForm {
    Empty,
    TooLarge,
    HexSha1,
    HexSha256,
    HexSha384,
    HexSha512,
    HexOther,
    Base64Sha256,    ///< 44 characters, or 43 without padding
    Base64UrlSha256, ///< 43 characters
    Base64OfHex,     ///< 88 characters: base64 of the hex text, or of a SHA-512
    SignedToken,
    UnsignedToken,
    TruncatedToken,
    EncryptedToken,
    JsonToken,
    Uuid,
    Email,
    KeyFile,
    Text,
};

/// White space, quotes and a Bearer prefix are looked through.
ProofForm proofFormOf(const QString &proof);
bool looksLikeHash(ProofForm form);
bool looksLikeToken(ProofForm form);
/// "a signed token (JWT)": for the middle of a sentence, marked for translation in "CauseValue".
const char *proofFormName(ProofForm form);

/// What a pasted text looks like, for the line under the field: "64 hex digits: the form of an HMAC-SHA256."
/// Marked for translation in "ProofForm"; empty for empty text.
QString describeProofForm(const QString &proof, const Translate &translate = inEnglish);

} // namespace countersign::verify
