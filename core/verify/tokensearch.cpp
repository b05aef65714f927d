#include "core/verify/tokensearch_p.h"

#include "core/crypto/digest.h"
#include "core/keys/fingerprint.h"
#include "core/verify/foreignkeys_p.h"
#include "core/verify/tokenvariants_p.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;
using crypto::JwsAlgorithm;
using Clock = std::chrono::steady_clock;

/// What stands in an RSA signature without the name of a hash, as privateEncrypt() in Node makes it.
QString bareContentPhrase(const QByteArray &content, const QByteArray &input)
{
    for (const HashAlgorithm hash :
         {HashAlgorithm::Sha256, HashAlgorithm::Sha1, HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
        const QByteArray digest = crypto::digest(hash, bytesOf(input));
        if (content == digest || content == digest.toHex()) {
            return u"the bare %1 of header and payload, without the name of the hash"_s.arg(hashName(hash));
        }
    }
    // RFC 8017 section 9.2, note 1: MD5's DigestInfo in front of its sixteen bytes.
    constexpr std::string_view md5("\x30\x20\x30\x0c\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05\x05\x00\x04\x10",
                                   18);
    const bool isMd5 = content.startsWith(QByteArrayView(md5.data(), md5.size()));
    return QString::fromLatin1(
        isMd5
            ? QT_TRANSLATE_NOOP("CauseValue", "header and payload with MD5, or other content with it")
            : QT_TRANSLATE_NOOP("CauseValue", "bytes without the name of a hash, which no JWT library does"));
}

class SignerSearch
{
public:
    SignerSearch(Verdict &verdict, const Verification &verification, const recipes::JwtRule &rule,
                 const jose::UnverifiedJwt &jwt, const QList<TagReading> &readings)
        : m_verdict(verdict)
        , m_verification(verification)
        , m_jwt(jwt)
        , m_readings(readings)
        , m_expected(crypto::algorithmName(rule.algorithm))
        , m_inputs(signingInputsOf(verification, rule, jwt))
        , m_algorithms{crypto::algorithmNamed(jwt.algorithm()).value_or(rule.algorithm)}
    {
        if (m_algorithms.first() != rule.algorithm) {
            // The header may be what was changed; what was signed with its algorithm has that one's length.
            const auto size = static_cast<qsizetype>(crypto::hashSize(crypto::hashFor(m_algorithms.first())));
            const bool fitsHeader = std::ranges::any_of(
                readings, [size](const TagReading &reading) { return reading.bytes.size() == size; });
            m_algorithms.insert(fitsHeader ? 1 : 0, rule.algorithm);
        }
        addAlgorithmOfSize();
    }

    bool run()
    {
        return std::ranges::any_of(m_algorithms, [this](JwsAlgorithm algorithm) {
            return crypto::keyTypeFor(algorithm) == crypto::KeyType::Secret ? searchSecrets(algorithm)
                                                                            : searchPairs(algorithm);
        });
    }

private:
    /// A signature as short as an HMAC is one, whatever the header says.
    void addAlgorithmOfSize()
    {
        for (const JwsAlgorithm keyed : {JwsAlgorithm::HS256, JwsAlgorithm::HS384, JwsAlgorithm::HS512}) {
            const auto size = static_cast<qsizetype>(crypto::hashSize(crypto::hashFor(keyed)));
            if (m_readings.first().bytes.size() == size && !m_algorithms.contains(keyed)) {
                m_algorithms.append(keyed);
            }
        }
    }

    bool searchSecrets(JwsAlgorithm algorithm)
    {
        const auto constructions = constructionsFor(crypto::hashFor(algorithm));
        const std::optional<SearchKeys> pairs = pairsAsSecrets(algorithm);
        const HypothesisSearch search(pairs ? *pairs : m_verification.prepared.searchKeys(), m_inputs,
                                      constructions);
        const SearchResult result = carryOut(m_verification, search, m_readings);
        noteSearch(m_verdict, m_verification, result, search.knownMistakes());
        return result.match ||
               searchForeignSecrets(m_verdict, m_verification, m_inputs, constructions, m_readings);
    }

    /// The property's key pairs, which somebody may have used as a secret, beside everything else that is
    /// tried; nothing where it has none.
    std::optional<SearchKeys> pairsAsSecrets(JwsAlgorithm algorithm) const
    {
        const QString found = crypto::algorithmName(algorithm);
        std::vector<SearchKey> pairs;
        for (std::size_t index = 0; index < m_verification.keys.size(); ++index) {
            const keys::KeyMaterial &material = m_verification.keys[index].material;
            const auto publicKey = keys::publicKeyOf(material);
            if (!publicKey) {
                continue;
            }
            std::vector<KeyForm> forms = formsOfPublicKey(*publicKey, found, m_expected);
            if (const auto *key = std::get_if<crypto::PrivateKey>(&material)) {
                std::ranges::move(formsOfPrivateKey(*key, found, m_expected), std::back_inserter(forms));
            }
            pairs.push_back({static_cast<int>(index), std::move(forms)});
        }
        if (pairs.empty()) {
            return std::nullopt;
        }
        for (SearchKey &key : searchKeysOf(m_verification.keys,
                                           neighboursOf(m_verification.recipe, m_verification.property))) {
            pairs.push_back(std::move(key));
        }
        return SearchKeys(std::move(pairs));
    }

    bool searchPairs(JwsAlgorithm algorithm)
    {
        const auto start = Clock::now();
        const bool isFound =
            std::ranges::any_of(
                m_readings, [&](const TagReading &reading) { return madeWithOwnKey(algorithm, reading); }) ||
            madeWithForeignKey(algorithm);
        m_verdict.searchTime += std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
        m_verdict.keyVersionsTried = static_cast<int>(m_verification.keys.size());
        m_verdict.mistakesTried = std::max(m_verdict.mistakesTried, static_cast<int>(m_inputs.size()));
        return isFound;
    }

    bool madeWithOwnKey(JwsAlgorithm algorithm, const TagReading &reading)
    {
        for (std::size_t index = 0; index < m_verification.keys.size(); ++index) {
            const auto key = keys::publicKeyOf(m_verification.keys[index].material);
            ++m_verdict.hypothesesTried;
            if (const auto causes = key ? whatItMade(*key, algorithm, reading) : std::nullopt) {
                m_verdict.causes += *causes;
                nameKey(m_verdict, m_verification, static_cast<int>(index));
                return true;
            }
        }
        return false;
    }

    /// What is wrong with a signature that the key made; nothing when another made it. PKCS #1 v1.5 shows
    /// which digest was signed: a signature of this key tells itself from another's even when what it was
    /// made over is gone. A MAC, PSS and ECDSA show nothing.
    std::optional<QList<Cause>> whatItMade(const crypto::PublicKey &key, JwsAlgorithm algorithm,
                                           const TagReading &reading)
    {
        if (key.verify(algorithm, bytesOf(m_jwt.signingInput), bytesOf(reading.bytes))) {
            return reading.faults;
        }
        if (!crypto::isPkcs1v15(algorithm)) {
            return std::nullopt;
        }
        for (const JwsAlgorithm other : {JwsAlgorithm::PS256, JwsAlgorithm::PS384, JwsAlgorithm::PS512}) {
            if (key.verify(other, bytesOf(m_jwt.signingInput), bytesOf(reading.bytes))) {
                return QList{signedWithCause(algorithm, other)} + reading.faults;
            }
        }
        const auto content = key.signedDigest(bytesOf(reading.bytes));
        return content ? std::optional(whatWasSigned(algorithm, *content) + reading.faults) : std::nullopt;
    }

    bool madeWithForeignKey(JwsAlgorithm algorithm)
    {
        const std::vector<std::size_t> places = foreignPlaces();
        const bool isFound = std::ranges::any_of(
            places, [&](std::size_t place) { return isMadeWithForeign(place, algorithm); });
        m_verdict.isSearchedInFull = isFound || (m_verdict.isSearchedInFull && !m_verification.known &&
                                                 (m_verification.otherKeys == OtherKeys::WithMistakes ||
                                                  m_verification.others.entries().empty()));
        return isFound;
    }

    /// Where nothing is known all of them, unless a signature for each key of the vault is too much.
    std::vector<std::size_t> foreignPlaces()
    {
        if (m_verification.known) {
            return ForeignKeys::knownPlaces(*m_verification.known);
        }
        if (m_verification.otherKeys == OtherKeys::LeftOut) {
            return {};
        }
        noteForeignKeys(m_verdict, m_verification);
        std::vector<std::size_t> places(m_verification.others.entries().size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        return places;
    }

    bool isMadeWithForeign(std::size_t place, JwsAlgorithm algorithm)
    {
        const ForeignKeys::Entry &entry = m_verification.others.entries()[place];
        const auto key = keys::publicKeyOf(entry.key->material);
        if (!key) {
            return false;
        }
        ++m_verdict.hypothesesTried;
        for (const TagReading &reading : m_readings) {
            if (const auto causes = whatItMade(*key, algorithm, reading)) {
                m_verdict.causes += *causes;
                nameForeignKey(m_verdict, m_verification, entry);
                m_verdict.hypothesis = {.keyIndex = ForeignKeys::firstIndex + static_cast<int>(place)};
                return true;
            }
        }
        return false;
    }

    QList<Cause> whatWasSigned(JwsAlgorithm algorithm, const crypto::SignedDigest &content)
    {
        if (!content.hash) {
            const QString found = bareContentPhrase(content.bytes, m_jwt.signingInput);
            return {{CauseId::TokenSigningInput, {{u"difference"_s, found}}, {}, {}}};
        }
        QList<Cause> causes = changeOfInput(content);
        if (*content.hash != crypto::hashFor(algorithm)) {
            causes.prepend(otherHashCause(algorithm, *content.hash));
        }
        return causes;
    }

    static Cause signedWithCause(JwsAlgorithm algorithm, JwsAlgorithm found)
    {
        return {CauseId::OtherHash,
                {{u"found"_s, u"a signature with %1"_s.arg(crypto::algorithmName(found))},
                 {u"expected"_s, crypto::algorithmName(algorithm)},
                 {u"advice"_s, QString()}},
                {},
                {}};
    }

    static Cause otherHashCause(JwsAlgorithm algorithm, HashAlgorithm hash)
    {
        const QString expected =
            u"%1 (RSA with %2)"_s.arg(crypto::algorithmName(algorithm), hashName(crypto::hashFor(algorithm)));
        const char *advice = QT_TRANSLATE_NOOP(
            "CauseValue", " PHP's openssl_sign() takes SHA-1 unless it is given OPENSSL_ALGO_SHA256.");
        return {CauseId::OtherHash,
                {{u"found"_s, u"an RSA signature with %1"_s.arg(hashName(hash))},
                 {u"expected"_s, expected},
                 {u"advice"_s, QString::fromLatin1(advice)}},
                {},
                {}};
    }

    /// The known change that gives what was signed; nothing when the input was signed as it stands.
    QList<Cause> changeOfInput(const crypto::SignedDigest &content)
    {
        for (const MessageForm &input : m_inputs) {
            ++m_verdict.hypothesesTried;
            if (crypto::digest(*content.hash, bytesOf(input.bytes)) == content.bytes) {
                return input.faults;
            }
        }
        const char *phrase = QT_TRANSLATE_NOOP("CauseValue", "other content than this");
        const char *advice = QT_TRANSLATE_NOOP(
            "CauseValue", " Ask for the token as it leaves the server: if that one verifies "
                          "here, this one was changed on its way.");
        return {{CauseId::TokenAltered,
                 {{u"difference"_s, QString::fromLatin1(phrase)}, {u"advice"_s, QString::fromLatin1(advice)}},
                 {},
                 {}}};
    }

    Verdict &m_verdict;
    const Verification &m_verification;
    const jose::UnverifiedJwt &m_jwt;
    const QList<TagReading> &m_readings;
    QString m_expected;
    std::vector<MessageForm> m_inputs;
    QList<JwsAlgorithm> m_algorithms;
};

/// Whether this is how somebody may name the version.
bool names(const QString &keyId, const CandidateKey &key)
{
    const auto publicKey = keys::publicKeyOf(key.material);
    return keyId == QString::number(key.version.number) ||
           keyId == u'v' + QString::number(key.version.number) ||
           (!key.version.description.fingerprint.isEmpty() && keyId == key.version.description.fingerprint) ||
           (publicKey && keyId == keys::thumbprint(*publicKey));
}

} // namespace

bool searchForSigner(Verdict &verdict, const Verification &verification, const recipes::JwtRule &rule,
                     const jose::UnverifiedJwt &jwt, const QList<TagReading> &readings)
{
    return SignerSearch(verdict, verification, rule, jwt, readings).run();
}

void checkKeyId(Verdict &verdict, const Verification &verification, const jose::UnverifiedJwt &jwt)
{
    const QString keyId = jwt.keyId();
    if (keyId.isEmpty() || !verdict.keyVersion) {
        return;
    }
    const auto isOther = [&](const CandidateKey &key) {
        return key.version.number != *verdict.keyVersion && names(keyId, key);
    };
    const auto other = std::ranges::find_if(verification.keys, isOther);
    if (other != verification.keys.end()) {
        verdict.causes.append({CauseId::TokenKeyId, {}, other->version.number, verdict.property});
    }
}

} // namespace countersign::verify
