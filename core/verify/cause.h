#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace countersign::verify {

/// Why a proof fails, or what is remarkable about one that verifies. One table (cause.cpp) gives each its
/// stable id, title, sentence and remedy.
enum class CauseId {
    // which key
    KeyPrevious,
    KeyRevoked,
    KeyStandby,
    KeyOtherProperty,
    KeyOtherEnvironment,
    KeyOtherPlatform,
    KeyWhiteSpace,
    KeyKeptWithWhiteSpace,
    KeyKeptWithSurroundings,
    KeyLineBreak,
    KeyQuoted,
    KeyHexDecoded,
    KeyBase64Decoded,
    KeyUsedAsText,
    KeyOtherCase,
    KeyWellKnownSample,
    KeyVariableName,
    KeyPropertyField,
    KeySettingsLine,
    KeyEncoded,
    KeyHashed,
    KeyTruncated,
    KeyEmpty,
    KeyUndefined,
    KeyUnknown,
    KeyWeak,
    KeyUnsupported,
    KeyUse,
    // which message
    MessageEmail,
    MessageUserId,
    MessageWhiteSpace,
    MessageLineBreak,
    MessageOtherCase,
    MessageEmpty,
    MessageUndefined,
    MessagePlaceholder,
    MessageUnicodeForm,
    MessageCharacterSet,
    MessageQuoted,
    MessageUrlEncoded,
    MessageEncoded,
    MessageShortened,
    MessageUuidSpelling,
    MessageCombined,
    MessagePropertyField,
    MessageKey,
    MessageNumberSpelling,
    MessageNumberInCryptoJs,
    MessageOtherCall,
    SubjectTyped,
    // which construction
    ArgumentsSwapped,
    PlainHash,
    OtherHash,
    DoubleHash,
    TagHex,
    TagBase64,
    TagBase64Url,
    TagUpperCase,
    TagBase64OfHex,
    TagEncodedTwice,
    TagZerosLost,
    TagTruncated,
    TagWhiteSpace,
    TagWrapped,
    TagBytes,
    TagDamaged,
    // tokens
    TokenUnsigned,
    TokenAlgorithm,
    TokenUnsupportedAlgorithm,
    TokenMalformed,
    TokenBase64Url,
    TokenJsonSyntax,
    TokenNoClaims,
    TokenHeaderValue,
    TokenNoAlgorithm,
    TokenTruncated,
    TokenDuplicateMember,
    TokenCritical,
    TokenEmbeddedKey,
    TokenEncrypted,
    TokenJsonSerialization,
    TokenWrapped,
    TokenVerifiesUnwrapped,
    TokenTooLarge,
    TokenNested,
    TokenKeyId,
    TokenSignature,
    TokenSignatureForm,
    TokenSignatureHex,
    TokenAlgorithmConfusion,
    TokenPrivateKeyAsSecret,
    TokenSigningInput,
    TokenAltered,
    TokenExpired,
    TokenNotYetValid,
    TokenIssuedInFuture,
    TokenTimeUnit,
    TokenTimeType,
    TokenExpirationMissing,
    TokenIssuer,
    TokenAudience,
    ClaimMissing,
    ClaimName,
    ClaimType,
    ClaimValue,
    ClaimUnexpected,
    ClaimSubjectMismatch,
    ClaimSubjectNotCompared,
    ClaimNotFilledIn,
    // not a proof at all
    NotAProofEmpty,
    NotAProofUserId,
    NotAProofEmail,
    NotAProofKey,
    NotAProofPublicKey,
    NotAProofPropertyField,
    NotAProofPlaceholder,
    NotAProofByteArray,
    NotAProofHash,
    NotAProofToken,
    NotAProofUuid,
    NotAProofOther,
    // not verified
    NoKey,
    NothingToCheck,
};

/// A value is never a secret, a whole token, a user id or an e-mail: causes are shown in reports and tickets.
struct Cause
{
    CauseId id;
    QMap<QString, QString>
        values; ///< for the {placeholders} of the texts: "claim", "amount", "found", "expected"
    std::optional<int> keyVersion;
    QString property; ///< the property whose key it is, when there is one

    bool operator==(const Cause &) const = default;
};

/// A row of the table. Title, sentence and remedy are English with {placeholders}, marked for translation in
/// the context "Cause". {keyVersion} and {property} are the cause's own; the rest are its values.
struct CauseTexts
{
    const char *code;     ///< "IDV-MESSAGE-EMAIL"
    const char *title;    ///< for the middle of a sentence: "the e-mail was hashed, not the user id"
    const char *sentence; ///< one or two sentences of what was found
    const char *remedy;   ///< what to tell the customer's developer, or do here
};

const CauseTexts &textsOf(CauseId id);
QString causeCode(CauseId id);
/// Puts the cause's values into a text (translated or not).
QString fillIn(const QString &text, const Cause &cause);
/// Whether the cause alone is no reason to fail: it is worth knowing beside any verdict.
bool isRemark(CauseId id);
QList<CauseId> allCauses(); ///< in table order, for documentation and tests

} // namespace countersign::verify
