#include "core/verify/tokencauses.h"

#include "core/verify/proofform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using jose::JwtFailure;
using jose::TokenFault;

bool isWrapping(TokenFault fault)
{
    return fault == TokenFault::BearerPrefix || fault == TokenFault::Quoted ||
           fault == TokenFault::LineBreaks;
}

struct ClaimCause
{
    CauseId id;
    const char *claim;
};

/// Details quote names out of an untrusted token: short enough for a sentence.
QString shortened(const QString &detail)
{
    constexpr qsizetype longest = 160;
    return detail.size() > longest ? detail.left(longest) + u'…' : detail;
}

QString expectedOf(CauseId id, const QString &algorithm)
{
    if (id == CauseId::TokenTooLarge) {
        return u"256 KiB"_s;
    }
    return id == CauseId::NotAProofHash ? u"a signed token"_s : algorithm;
}

/// Of two parts the decoder shows both; of any other wrong number it shows none.
bool lacksThirdPart(const jose::DecodedToken &token)
{
    return token.jwt && token.has(TokenFault::NotThreeParts);
}

std::optional<ClaimCause> causeOfFailure(JwtFailure failure)
{
    switch (failure) {
    case JwtFailure::Expired:
        return ClaimCause{CauseId::TokenExpired, "exp"};
    case JwtFailure::ExpirationMissing:
        return ClaimCause{CauseId::TokenExpirationMissing, "exp"};
    case JwtFailure::ExpirationNotANumber:
        return ClaimCause{CauseId::TokenTimeType, "exp"};
    case JwtFailure::ExpirationInMilliseconds:
        return ClaimCause{CauseId::TokenTimeUnit, "exp"};
    case JwtFailure::NotYetValid:
        return ClaimCause{CauseId::TokenNotYetValid, "nbf"};
    case JwtFailure::NotBeforeNotANumber:
        return ClaimCause{CauseId::TokenTimeType, "nbf"};
    case JwtFailure::NotBeforeInMilliseconds:
        return ClaimCause{CauseId::TokenTimeUnit, "nbf"};
    case JwtFailure::IssuedInFuture:
        return ClaimCause{CauseId::TokenIssuedInFuture, "iat"};
    case JwtFailure::IssuedAtNotANumber:
        return ClaimCause{CauseId::TokenTimeType, "iat"};
    case JwtFailure::IssuedAtInMilliseconds:
        return ClaimCause{CauseId::TokenTimeUnit, "iat"};
    case JwtFailure::IssuerMismatch:
    case JwtFailure::IssuerMissing:
        return ClaimCause{CauseId::TokenIssuer, "iss"};
    case JwtFailure::AudienceMismatch:
    case JwtFailure::AudienceMissing:
    case JwtFailure::AudienceUnexpected:
        return ClaimCause{CauseId::TokenAudience, "aud"};
    case JwtFailure::NotAcceptable:
    case JwtFailure::AlgorithmNotAllowed:
    case JwtFailure::KeyIdMismatch:
    case JwtFailure::SignatureMismatch:
    case JwtFailure::SignatureTooShort:
    case JwtFailure::SignatureForm:
    case JwtFailure::ClaimsNotAnObject:
        break;
    }
    return std::nullopt;
}

Cause truncated(const QString &detail)
{
    return {CauseId::TokenTruncated, {{u"detail"_s, detail}}, {}, {}};
}

QString whatIsMissing(const QString &text)
{
    if (text.count(u'.') > 1 || text.contains(u'…')) {
        return u"dots stand where characters were left out"_s;
    }
    return text.contains(u'.') ? u"its third part is missing"_s : u"it has only one part"_s;
}

/// Whether it is the end of base64url of a JSON object. Its beginning may be missing, so nothing tells where
/// groups of four begin.
bool endsLikeObject(const QByteArray &part)
{
    for (qsizetype missing = 0; missing < 4; ++missing) {
        const QByteArray decoded =
            QByteArray::fromBase64(QByteArray(missing, 'A') + part, QByteArray::Base64UrlEncoding);
        const QByteArray end = decoded.last(std::min<qsizetype>(decoded.size(), 8)).trimmed();
        const bool isText = std::ranges::all_of(end, [](char c) { return c >= ' ' && c <= '~'; });
        if (end.size() > 2 && isText && end.endsWith('}')) {
            return true;
        }
    }
    return false;
}

bool lacksItsBeginning(const QString &text)
{
    const QByteArrayList parts = text.toUtf8().split('.');
    const auto isObject = [](const QByteArray &part) {
        const QByteArray decoded = QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding).trimmed();
        return decoded.startsWith('{') || decoded.startsWith("\xEF\xBB\xBF");
    };
    return parts.size() == 3 && !isObject(parts[0]) && isObject(parts[1]) && endsLikeObject(parts[0]);
}

CauseId causeOfFault(TokenFault fault)
{
    switch (fault) {
    case TokenFault::Empty:
        return CauseId::NotAProofEmpty;
    case TokenFault::TooLarge:
        return CauseId::TokenTooLarge;
    case TokenFault::EncryptedToken:
        return CauseId::TokenEncrypted;
    case TokenFault::JsonSerialization:
        return CauseId::TokenJsonSerialization;
    case TokenFault::LooksLikeHash:
        return CauseId::NotAProofHash;
    case TokenFault::BearerPrefix:
    case TokenFault::Quoted:
    case TokenFault::LineBreaks:
        return CauseId::TokenWrapped;
    case TokenFault::DuplicateMember:
        return CauseId::TokenDuplicateMember;
    case TokenFault::Unsigned:
        return CauseId::TokenUnsigned;
    case TokenFault::UnsupportedAlgorithm:
        return CauseId::TokenUnsupportedAlgorithm;
    case TokenFault::CriticalHeader:
        return CauseId::TokenCritical;
    case TokenFault::EmbeddedKey:
        return CauseId::TokenEmbeddedKey;
    case TokenFault::NestedToken:
        return CauseId::TokenNested;
    case TokenFault::InvalidBase64Url:
        return CauseId::TokenBase64Url;
    case TokenFault::InvalidHeaderJson:
    case TokenFault::InvalidPayloadJson:
        return CauseId::TokenJsonSyntax;
    case TokenFault::InvalidHeaderValue:
        return CauseId::TokenHeaderValue;
    case TokenFault::PayloadNotAnObject:
        return CauseId::TokenNoClaims;
    case TokenFault::MissingAlgorithm:
        return CauseId::TokenNoAlgorithm;
    case TokenFault::NotThreeParts:
        return CauseId::TokenMalformed;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Cause> causesOf(const jose::DecodedToken &token, const QString &expected)
{
    if (lacksThirdPart(token)) {
        return {truncated(u"its third part is missing"_s)};
    }
    QList<Cause> causes;
    for (const jose::TokenFinding &finding : token.findings) {
        const CauseId id = causeOfFault(finding.fault);
        // "none" without a signature is two findings and one fault.
        const bool isTold = id == CauseId::TokenUnsigned && std::ranges::count(causes, id, &Cause::id) > 0;
        if (!isWrapping(finding.fault) && !isTold) {
            causes.append(
                {id,
                 {{u"detail"_s, shortened(finding.detail)}, {u"expected"_s, expectedOf(id, expected)}},
                 {},
                 {}});
        }
    }
    return causes;
}

std::optional<Cause> causeOfShape(const QString &proof, const QString &expected)
{
    const ProofForm form = proofFormOf(proof);
    const QString text = unwrap(proof).text;
    // Any number is hex; from the length of an MD5 on it is a hash of some kind.
    const bool isTooShort = form == ProofForm::HexOther && text.size() < 32;
    if (looksLikeHash(form) && !isTooShort) {
        return Cause{CauseId::NotAProofHash, {{u"expected"_s, expected}}, {}, {}};
    }
    if (form == ProofForm::TruncatedToken) {
        return truncated(whatIsMissing(text));
    }
    if (form == ProofForm::Text && lacksItsBeginning(text)) {
        return truncated(u"its first characters are missing"_s);
    }
    if (form == ProofForm::Uuid) {
        return Cause{CauseId::NotAProofUuid, {{u"expected"_s, expected}}, {}, {}};
    }
    if (form == ProofForm::Email || isTooShort || (form == ProofForm::Text && text.count(u'.') != 2)) {
        const QString found = QString::fromLatin1(proofFormName(form));
        return Cause{CauseId::NotAProofOther, {{u"expected"_s, expected}, {u"found"_s, found}}, {}, {}};
    }
    return std::nullopt;
}

Cause wrappingCause(const Unwrapped &bare)
{
    return {CauseId::TokenWrapped, {{u"difference"_s, bare.removed.join(u" and ")}}, {}, {}};
}

Verdict failedForWrapping(Verdict inner, const Unwrapped &bare)
{
    if (inner.kind == VerdictKind::Verified) {
        inner.causes.prepend({CauseId::TokenVerifiesUnwrapped, {}, inner.keyVersion, inner.property});
    }
    inner.causes.prepend(wrappingCause(bare));
    inner.kind = VerdictKind::Failed;
    return inner;
}

Cause signatureFormCause(const QString &algorithm, const QString &fault)
{
    const char *advice =
        algorithm.startsWith("ES"_L1)
            ? QT_TRANSLATE_NOOP("CauseValue", " An ECDSA signature is r and s side by side, not the DER "
                                              "structure that openssl writes.")
            : "";
    return {CauseId::TokenSignatureForm,
            {{u"detail"_s, fault}, {u"advice"_s, QString::fromLatin1(advice)}},
            {},
            {}};
}

QList<Cause> causesOfClaims(const QList<jose::JwtProblem> &problems)
{
    QList<Cause> causes;
    for (const jose::JwtProblem &problem : problems) {
        if (const auto cause = causeOfFailure(problem.failure)) {
            causes.append(
                {cause->id,
                 {{u"claim"_s, QString::fromLatin1(cause->claim)}, {u"detail"_s, shortened(problem.detail)}},
                 {},
                 {}});
        }
    }
    return causes;
}

} // namespace countersign::verify
