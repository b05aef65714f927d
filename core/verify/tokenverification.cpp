#include "core/verify/foreignkeys_p.h"

#include "core/verify/claimrules.h"
#include "core/verify/signaturereading_p.h"
#include "core/verify/tokencauses.h"
#include "core/verify/tokensearch_p.h"
#include "core/verify/unwrap.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::JwsAlgorithm;
using jose::DecodedToken;
using jose::TokenFault;
using jose::VerificationKey;

QByteArray thirdPartOf(const QByteArray &token)
{
    return token.mid(token.lastIndexOf('.') + 1);
}

QByteArray readLeniently(const DecodedToken &token, QByteArray thirdPart)
{
    if (!token.jwt || !token.jwt->signature.isEmpty()) {
        return token.jwt ? token.jwt->signature : QByteArray();
    }
    return QByteArray::fromBase64(thirdPart.replace('+', '-').replace('/', '_'),
                                  QByteArray::Base64UrlEncoding);
}

/// One token of one verification, checked step by step.
class TokenCheck
{
public:
    TokenCheck(const Verification &verification, const recipes::JwtRule &rule, const QByteArray &token)
        : m_verification(verification)
        , m_rule(rule)
        , m_expected(crypto::algorithmName(rule.algorithm))
        , m_token(jose::decodeToken(token))
        , m_thirdPart(thirdPartOf(token))
        , m_signature(readLeniently(m_token, m_thirdPart))
        , m_verifier({{},
                      {},
                      rule.expiration == recipes::Presence::Required ? jose::MissingExpiration::Refused
                                                                     : jose::MissingExpiration::Allowed,
                      verification.request.clockSkew},
                     verification.clock)
        , m_verdict(beginVerdict(verification))
    {
    }

    /// Whether the token is as strict as can be and a version that verifies has signed it.
    bool isStrictlySigned()
    {
        if (!m_isStrictSignerKnown) {
            m_strictSigner = strictSigner();
            m_isStrictSignerKnown = true;
        }
        return m_strictSigner.has_value();
    }

    Verdict run()
    {
        m_verdict.algorithm = m_expected;
        m_verdict.causes = causesOf(m_token, m_expected);
        if (!m_token.jwt) {
            settle(m_verdict);
            return m_verdict;
        }
        m_verdict.claims = m_token.jwt->claims;
        checkAlgorithm();
        checkSignature();
        if (m_token.jwt->claims) {
            checkClaims(*m_token.jwt->claims);
        }
        conclude();
        return m_verdict;
    }

private:
    /// The algorithm is the recipe's and the key's; what the header says can only be wrong.
    void checkAlgorithm()
    {
        const QString found = m_token.jwt->algorithm();
        if (found != m_expected && !found.isEmpty() && !m_token.has(TokenFault::Unsigned) &&
            !m_token.has(TokenFault::MissingAlgorithm) && !m_token.has(TokenFault::UnsupportedAlgorithm)) {
            m_verdict.causes.append(
                {CauseId::TokenAlgorithm, {{u"found"_s, found}, {u"expected"_s, m_expected}}, {}, {}});
        }
    }

    void checkSignature()
    {
        if (m_token.has(TokenFault::Unsigned) || m_signature.isEmpty()) {
            return; // there is none, or it could not be read: a cause already says so
        }
        if (isStrictlySigned()) {
            nameKey(m_verdict, m_verification, *m_strictSigner);
            checkKeyId(m_verdict, m_verification, *m_token.jwt);
        } else if (const auto named = signer()) {
            nameKey(m_verdict, m_verification, *named);
            checkKeyId(m_verdict, m_verification, *m_token.jwt);
        } else if (!m_verification.keys.empty()) {
            explainSignature();
        }
    }

    /// The version that verifies it. Asked first, and only of a token that may verify, because checking a
    /// signature is nearly all that a good token costs.
    std::optional<int> strictSigner()
    {
        if (!m_token.isAcceptable() || !claimProblems().isEmpty()) {
            return std::nullopt;
        }
        for (std::size_t index = 0; index < m_verification.keys.size(); ++index) {
            const CandidateKey &key = m_verification.keys[index];
            if (keys::canVerify(key.version.status) && verifiesStrictly(key)) {
                return static_cast<int>(index);
            }
        }
        return std::nullopt;
    }

    /// Of claims that are there.
    const QList<jose::JwtProblem> &claimProblems()
    {
        if (!m_claimProblems) {
            m_claimProblems = m_verifier.checkClaims(*m_token.jwt->claims);
        }
        return *m_claimProblems;
    }

    /// The check that counts: strict decoding, the recipe's algorithm alone, the claims' times.
    bool verifiesStrictly(const CandidateKey &key) const
    {
        const auto verificationKey = VerificationKey::create(key.material, {m_rule.algorithm});
        return verificationKey && m_verifier.verify(m_token, *verificationKey).has_value();
    }

    /// The version whose key made the signature with the algorithm the header names, of whatever status: for
    /// naming it, never for trusting it.
    std::optional<int> signer() const
    {
        const JwsAlgorithm algorithm = claimedAlgorithm();
        for (std::size_t index = 0; index < m_verification.keys.size(); ++index) {
            const auto key = VerificationKey::create(m_verification.keys[index].material, {algorithm});
            if (key && key->verify(algorithm, bytesOf(m_token.jwt->signingInput), bytesOf(m_signature))) {
                return static_cast<int>(index);
            }
        }
        return std::nullopt;
    }

    JwsAlgorithm claimedAlgorithm() const
    {
        return crypto::algorithmNamed(m_token.jwt->algorithm()).value_or(m_rule.algorithm);
    }

    void explainSignature()
    {
        const JwsAlgorithm algorithm = claimedAlgorithm();
        const QList<TagReading> readings = readSignature(m_signature, m_thirdPart);
        if (searchForSigner(m_verdict, m_verification, m_rule, *m_token.jwt, readings)) {
            tellTruncationAsToken(algorithm);
        } else if (isMacInsteadOf(algorithm)) {
            const QString fault =
                u"it has %1 bytes, as an HMAC has, where this key's has %2"_s.arg(m_signature.size())
                    .arg(signatureSize(algorithm));
            m_verdict.causes.append(signatureFormCause(crypto::algorithmName(algorithm), fault));
        } else if (m_signature.size() < signatureSize(algorithm)) {
            addTruncation(algorithm);
        } else if (const auto fault = signatureFormFault(algorithm)) {
            m_verdict.causes.append(signatureFormCause(crypto::algorithmName(algorithm), *fault));
        } else if (anyCanVerify(m_verification.keys) && !isUnreadable()) {
            m_verdict.causes.append(signatureCause(m_verdict, m_verification, algorithm));
        }
    }

    /// An RSA signature is never as short as that, unless it was cut off at the very same place.
    bool isMacInsteadOf(JwsAlgorithm algorithm) const
    {
        const qsizetype size = m_signature.size();
        return crypto::keyTypeFor(algorithm) == crypto::KeyType::Rsa &&
               (size == 32 || size == 48 || size == 64) && size < signatureSize(algorithm);
    }

    /// What could not be read is told already, and explains a signature that is not right.
    bool isUnreadable() const
    {
        static constexpr CauseId unreadable[] = {CauseId::TokenMalformed,   CauseId::TokenBase64Url,
                                                 CauseId::TokenJsonSyntax,  CauseId::TokenNoClaims,
                                                 CauseId::TokenHeaderValue, CauseId::TokenNoAlgorithm};
        return std::ranges::any_of(unreadable, [this](CauseId id) { return m_verdict.has(id); });
    }

    /// Why none of the property's keys for the algorithm makes such signatures; nothing when one does.
    std::optional<QString> signatureFormFault(JwsAlgorithm algorithm) const
    {
        std::optional<QString> fault;
        for (const CandidateKey &each : m_verification.keys) {
            if (const auto key = VerificationKey::create(each.material, {algorithm})) {
                fault = key->signatureFormFault(algorithm, bytesOf(m_signature));
                if (!fault) {
                    return std::nullopt;
                }
            }
        }
        return fault;
    }

    /// In bytes; 0 where it depends on a key this property does not have.
    qsizetype signatureSize(JwsAlgorithm algorithm) const
    {
        if (crypto::keyTypeFor(algorithm) == crypto::KeyType::Secret) {
            return static_cast<qsizetype>(crypto::hashSize(crypto::hashFor(algorithm)));
        }
        for (const CandidateKey &key : m_verification.keys) {
            if (const auto prepared = VerificationKey::create(key.material, {algorithm})) {
                return prepared->signatureSize(algorithm);
            }
        }
        return 0;
    }

    /// A signature that is too short explains whatever was wrong with reading it.
    void addTruncation(JwsAlgorithm algorithm)
    {
        const auto isAboutSignature = [](const Cause &cause) {
            return cause.id == CauseId::TokenBase64Url &&
                   cause.values.value(u"detail"_s).startsWith("signature"_L1);
        };
        m_verdict.causes.removeIf(isAboutSignature);
        const QString detail =
            u"its signature has %1 of %2 bytes"_s.arg(m_signature.size()).arg(signatureSize(algorithm));
        m_verdict.causes.append({CauseId::TokenTruncated, {{u"detail"_s, detail}}, {}, {}});
    }

    void tellTruncationAsToken(JwsAlgorithm algorithm)
    {
        const auto isTruncation = [](const Cause &cause) { return cause.id == CauseId::TagTruncated; };
        if (m_verdict.causes.removeIf(isTruncation) > 0) {
            addTruncation(algorithm);
        }
    }

    void checkClaims(const JsonObject &claims)
    {
        const VerificationRequest &request = m_verification.request;
        m_verdict.causes += causesOfClaims(claimProblems());
        m_verdict.causes +=
            checkClaimsOfRecipe(m_verification.recipe, m_rule, claims, {request.userId, request.email});
    }

    /// Verified needs all of it: no cause but remarks, and the strict verifier's own word.
    void conclude()
    {
        settle(m_verdict);
        if (m_verdict.kind != VerdictKind::Verified || isStrictlySigned()) {
            return;
        }
        if (!anyCanVerify(m_verification.keys)) {
            m_verdict.kind = VerdictKind::NotVerified;
            m_verdict.causes.prepend({CauseId::NoKey, {}, {}, {}});
        } else {
            m_verdict.kind = VerdictKind::Failed;
            m_verdict.causes.prepend(signatureCause(m_verdict, m_verification, claimedAlgorithm()));
        }
    }

    const Verification &m_verification;
    const recipes::JwtRule &m_rule;
    QString m_expected;
    DecodedToken m_token;
    QByteArray m_thirdPart;
    QByteArray m_signature; ///< also where its text is not strict base64url: for explaining alone
    jose::JwtVerifier m_verifier;
    Verdict m_verdict;
    std::optional<QList<jose::JwtProblem>> m_claimProblems;
    std::optional<int> m_strictSigner;
    bool m_isStrictSignerKnown = false;
};

QString expectedPhrase(const recipes::JwtRule &rule)
{
    return u"a token signed with %1"_s.arg(crypto::algorithmName(rule.algorithm));
}

/// Shapes that no token has, found before it is taken apart.
std::optional<Cause> notAToken(const Verification &verification, const recipes::JwtRule &rule)
{
    if (auto cause = notAProof(verification, expectedPhrase(rule))) {
        return cause;
    }
    const ProofForm form = proofFormOf(verification.request.proof);
    if (!looksLikeToken(form)) {
        if (auto key = foreignKeyPasted(verification, expectedPhrase(rule))) {
            return key;
        }
    }
    return causeOfShape(verification.request.proof, expectedPhrase(rule));
}

/// What is told of a text that could be a key of another property, pasted, where those are left out.
bool mayBeForeignKey(CauseId id)
{
    return id == CauseId::NotAProofHash || id == CauseId::NotAProofOther || id == CauseId::TokenTruncated;
}

/// What is pasted into the place of the token and of the customer's own value is no proof.
bool isAlsoTheSubject(const VerificationRequest &request)
{
    return request.proof == request.userId || request.proof == request.email;
}

} // namespace

Verdict verifyToken(const Verification &verification, const recipes::JwtRule &rule)
{
    const VerificationRequest &request = verification.request;
    TokenCheck check(verification, rule, request.proof.toUtf8());
    // Most tokens are what they should be, and to ask whether one is something else costs as much as its
    // signature.
    if (!isAlsoTheSubject(request) && check.isStrictlySigned()) {
        return check.run();
    }
    if (auto cause = notAToken(verification, rule)) {
        Verdict verdict = beginVerdict(verification);
        verdict.algorithm = crypto::algorithmName(rule.algorithm);
        verdict.kind = VerdictKind::Failed;
        verdict.isSearchedInFull = !mayBeForeignKey(cause->id) || !leavesOutForeignKeys(verification);
        verdict.causes.append(std::move(*cause));
        return verdict;
    }
    const Unwrapped bare = unwrap(request.proof);
    return bare.isUnchanged()
               ? check.run()
               : failedForWrapping(TokenCheck(verification, rule, bare.text.toUtf8()).run(), bare);
}

} // namespace countersign::verify
