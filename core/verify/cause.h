#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace countersign::verify {

/// Why a proof fails, or what is remarkable about one that verifies. One table (cause.cpp) gives each its
/// stable id, title, sentence and remedy.
enum class CauseId {
    // which key
    KeyPrevious, KeyRevoked, KeyStandby, KeyWhiteSpace, KeyLineBreak, KeyQuoted, KeyHexDecoded, KeyBase64Decoded,
    KeyOtherCase, KeyWellKnownSample, KeyUnknown,
    // which message
    MessageEmail, MessageUserId, MessageWhiteSpace, MessageLineBreak, MessageOtherCase, MessageEmpty, MessageUndefined,
    MessageUnicodeForm, MessageQuoted, MessageCombined,
    // which construction
    ArgumentsSwapped, PlainHash, OtherHash, TagBase64, TagBase64Url, TagUpperCase, TagBase64OfHex, TagTruncated,
    TagWhiteSpace,
    // tokens
    TokenUnsigned, TokenAlgorithm, TokenUnsupportedAlgorithm, TokenMalformed, TokenDuplicateMember, TokenCritical,
    TokenEmbeddedKey, TokenEncrypted, TokenJsonSerialization, TokenWrapped, TokenTooLarge, TokenNested,
    TokenKeyId, TokenSignature, TokenAlgorithmConfusion,
    TokenExpired, TokenNotYetValid, TokenIssuedInFuture, TokenTimeUnit, TokenTimeType, TokenExpirationMissing,
    TokenIssuer, TokenAudience,
    ClaimMissing, ClaimType, ClaimValue, ClaimUnexpected, ClaimSubjectMismatch,
    // not a proof at all
    NotAProofEmpty, NotAProofUserId, NotAProofKey, NotAProofHash, NotAProofToken, NotAProofOther,
    // not verified
    NoKey, NothingToCheck,
};

struct Cause
{
    CauseId id;
    QMap<QString, QString> values; ///< for the {placeholders} of the texts: "claim", "amount", "found", "expected"
    std::optional<int> keyVersion;
    QString property; ///< the property whose key it is, when there is one

    bool operator==(const Cause &) const = default;
};

/// A row of the table. Title, sentence and remedy are English with {placeholders}, marked for translation in
/// the context "Cause".
struct CauseTexts
{
    const char *code;     ///< "IDV-MESSAGE-EMAIL"
    const char *title;    ///< "The e-mail was hashed, not the user id"
    const char *sentence; ///< one or two sentences of what was found
    const char *remedy;   ///< what to tell the customer's developer, or do here
};

const CauseTexts &textsOf(CauseId id);
QString causeCode(CauseId id);
/// Puts the cause's values into a text (translated or not).
QString fillIn(const QString &text, const Cause &cause);
QList<CauseId> allCauses(); ///< in table order, for documentation and tests

} // namespace countersign::verify
