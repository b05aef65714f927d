#include "core/verify/whose.h"

#include "core/base/parallel.h"
#include "core/crypto/mackeyset.h"
#include "core/verify/hypothesissearch.h"
#include "core/verify/tokencauses.h"
#include "core/verify/unwrap.h"
#include "core/verify/verification_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;

/// So many keys get their forms at a time: a large vault's would fill the memory.
constexpr std::size_t keysAtOnce = 500;
/// So many are gone through between two words about how far the search is.
constexpr std::size_t keysInARound = 16 * keysAtOnce;

struct KeyPlace
{
    std::size_t property;
    std::size_t key;
};

/// What a key has to reproduce, whether it came as a hash or as a token's signature.
struct Target
{
    QList<TagReading> readings;
    std::vector<MessageForm> messages;
    QList<QByteArray> rightMessages; ///< tried before any mistake
    HashAlgorithm hash = HashAlgorithm::Sha256;
};

Target targetOfHash(const WhoseRequest &request)
{
    const bool hasId = !request.userId.isEmpty();
    const SubjectValues subject =
        hasId ? SubjectValues{SubjectKind::UserId, request.userId, request.email, {}, {}}
              : SubjectValues{SubjectKind::Email, request.email, {}, {}, {}};
    Target target{readTag(request.proof, Encoding::Hex), formsOfMessage(subject), {}};
    for (const QString &value : {request.userId, request.email}) {
        if (!value.isEmpty()) {
            target.rightMessages.append(value.toUtf8());
        }
    }
    return target;
}

Target targetOfToken(const jose::UnverifiedJwt &jwt, HashAlgorithm hash)
{
    const QList<Cause> lineBreak{
        {CauseId::MessageLineBreak,
         {{u"subject"_s, u"header and payload"_s}, {u"difference"_s, u"a line break (LF) at its end"_s}},
         {},
         {}}};
    return {{{jwt.signature, {}, jwt.signature.size()}},
            {{jwt.signingInput, {}}, {jwt.signingInput + '\n', lineBreak}},
            {jwt.signingInput},
            hash};
}

class Search
{
public:
    Search(std::vector<SearchedProperty> properties, const WhoseRequest &request, const Clock &clock,
           const std::atomic<bool> *isCancelled, const WhoseObserver &observe)
        : m_properties(std::move(properties))
        , m_request(request)
        , m_clock(clock)
        , m_isCancelled(isCancelled)
        , m_observe(observe)
    {
        for (std::size_t p = 0; p < m_properties.size(); ++p) {
            for (std::size_t k = 0; k < m_properties[p].keys.size(); ++k) {
                m_keys.push_back({p, k});
                if (secretAt(m_keys.back())) {
                    m_secrets.push_back(m_keys.back());
                }
            }
        }
    }

    WhoseAnswer run()
    {
        const auto start = std::chrono::steady_clock::now();
        m_answer.propertiesSearched = static_cast<int>(m_properties.size());
        m_answer.keyVersionsTried = static_cast<int>(m_keys.size());
        m_answer.outcome = outcome();
        if (isCancelled()) {
            m_answer.outcome = WhoseOutcome::Cancelled;
        } else if (!m_found.empty()) {
            nameOwners();
        }
        m_answer.took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        return std::move(m_answer);
    }

private:
    WhoseOutcome outcome()
    {
        const ProofForm form = proofFormOf(m_request.proof);
        if (form == ProofForm::Empty || form == ProofForm::TooLarge) {
            return notAProof(form == ProofForm::Empty ? CauseId::NotAProofEmpty : CauseId::TokenTooLarge,
                             form);
        }
        if (m_keys.empty()) {
            return WhoseOutcome::NothingToTry;
        }
        if (isPastedKey()) {
            return WhoseOutcome::Found;
        }
        if (looksLikeToken(form)) {
            return outcomeOfToken();
        }
        return looksLikeHash(form) ? outcomeOfHash() : notAProof(CauseId::NotAProofOther, form);
    }

    WhoseOutcome notAProof(CauseId id, ProofForm form)
    {
        m_answer.causes.append({id,
                                {{u"found"_s, QString::fromLatin1(proofFormName(form))},
                                 {u"expected"_s, u"a hash or a token"_s}},
                                {},
                                {}});
        return WhoseOutcome::NotAProof;
    }

    WhoseOutcome outcomeOfHash()
    {
        if (m_request.userId.isEmpty() && m_request.email.isEmpty()) {
            return WhoseOutcome::NothingToTry;
        }
        return outcomeOf(targetOfHash(m_request));
    }

    WhoseOutcome outcomeOfToken()
    {
        const jose::DecodedToken token = jose::decodeToken(unwrap(m_request.proof).text.toUtf8());
        if (!token.jwt || token.jwt->signature.isEmpty()) {
            m_answer.causes = causesOf(token, {});
            return WhoseOutcome::NotAProof;
        }
        const auto algorithm = crypto::algorithmNamed(token.jwt->algorithm());
        if (algorithm && crypto::keyTypeFor(*algorithm) != crypto::KeyType::Secret) {
            findSigners(*token.jwt, *algorithm);
            return m_found.empty() ? WhoseOutcome::NotFound : WhoseOutcome::Found;
        }
        return outcomeOf(
            targetOfToken(*token.jwt, algorithm ? crypto::hashFor(*algorithm) : HashAlgorithm::Sha256));
    }

    WhoseOutcome outcomeOf(const Target &target)
    {
        findExactly(target);
        if (m_found.empty()) {
            return searchWithMistakes(target);
        }
        return WhoseOutcome::Found;
    }

    /// Every secret as it is, over the right text.
    void findExactly(const Target &target)
    {
        for (const HashAlgorithm hash :
             {HashAlgorithm::Sha1, HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
            const auto fits = [hash](const TagReading &reading) {
                return static_cast<std::size_t>(reading.bytes.size()) == crypto::hashSize(hash);
            };
            if (std::ranges::any_of(target.readings, fits)) {
                findExactly(target, hash);
            }
        }
    }

    void findExactly(const Target &target, HashAlgorithm hash)
    {
        std::vector<ByteView> secrets;
        for (const KeyPlace &place : m_secrets) {
            secrets.push_back(secretAt(place)->bytes.bytes());
        }
        const crypto::MacKeySet keys(hash, secrets);
        for (const QByteArray &message : target.rightMessages) {
            for (std::size_t first = 0; first < keys.size() && !isCancelled(); first += keysAtOnce) {
                compare(target, keys, first, bytesOf(message));
                report(0, first, keysAtOnce);
            }
        }
    }

    void compare(const Target &target, const crypto::MacKeySet &keys, std::size_t first, ByteView message)
    {
        const std::size_t count = std::min(keysAtOnce, keys.size() - first);
        std::vector<crypto::MacTag> tags(count);
        keys.computeMacs(first, count, message, tags);
        for (std::size_t i = 0; i < count; ++i) {
            const ByteView tag = ByteView(tags[i]).first(keys.tagSize());
            const auto isIt = [&](const TagReading &reading) {
                return equalConstantTime(bytesOf(reading.bytes), tag);
            };
            if (std::ranges::any_of(target.readings, isIt)) {
                m_found.push_back(m_secrets[first + i]);
            }
        }
    }

    /// The public keys of the algorithm's kind.
    void findSigners(const jose::UnverifiedJwt &jwt, crypto::JwsAlgorithm algorithm)
    {
        for (const KeyPlace &place : m_keys) {
            const auto key = isCancelled() ? std::nullopt : keys::publicKeyOf(keyAt(place).material);
            if (key && key->type() == crypto::keyTypeFor(algorithm) &&
                key->verify(algorithm, bytesOf(jwt.signingInput), bytesOf(jwt.signature))) {
                m_found.push_back(place);
            }
        }
    }

    /// The samples with every combination of mistakes, then all keys with one, then with two.
    WhoseOutcome searchWithMistakes(const Target &target)
    {
        std::vector<SearchKey> samples;
        samples.push_back({-1, sampleKeyForms()});
        if (note(resultOf(target, std::move(samples)))) {
            return WhoseOutcome::NobodysKey;
        }
        for (const int mistakes : {1, 2}) {
            for (std::size_t first = 0; first < m_keys.size() && !isCancelled(); first += keysInARound) {
                if (searchRound(target, first, mistakes)) {
                    return m_found.empty() ? WhoseOutcome::NobodysKey : WhoseOutcome::Found;
                }
                report(mistakes, first, keysInARound);
            }
        }
        return WhoseOutcome::NotFound;
    }

    /// The keys from `first` on, so many on each core at a time; whether one of them made the proof.
    bool searchRound(const Target &target, std::size_t first, int mistakes)
    {
        const std::size_t keys = std::min(keysInARound, m_keys.size() - first);
        std::vector<SearchResult> results((keys + keysAtOnce - 1) / keysAtOnce);
        std::atomic<std::size_t> firstFound = results.size();
        forEachInParallel(results.size(), [&](std::size_t i) {
            if (i < firstFound && !isCancelled()) {
                results[i] = resultOf(target, formsOfKeys(first + i * keysAtOnce, mistakes));
                lower(firstFound, results[i].match ? i : results.size());
            }
        });
        return std::ranges::any_of(results, [this](const SearchResult &result) { return note(result); });
    }

    /// After the keys from `first` on that are tried together.
    void report(int mistakes, std::size_t first, std::size_t count) const
    {
        if (m_observe) {
            const std::size_t done = std::min(first + count, m_keys.size());
            m_observe({mistakes, static_cast<int>(done), static_cast<int>(m_keys.size()),
                       m_answer.hypothesesTried});
        }
    }

    std::vector<SearchKey> formsOfKeys(std::size_t first, int mistakes) const
    {
        std::vector<SearchKey> forms;
        for (std::size_t i = first; i < std::min(first + keysAtOnce, m_keys.size()); ++i) {
            if (const keys::SecretKey *secret = secretAt(m_keys[i])) {
                forms.push_back({static_cast<int>(i), formsOfSecret(*secret), mistakes});
            } else if (const auto key = keys::publicKeyOf(keyAt(m_keys[i]).material)) {
                forms.push_back({static_cast<int>(i), formsOfPublicKey(*key, u"HMAC"_s, u"RSA"_s), mistakes});
            }
        }
        return forms;
    }

    SearchResult resultOf(const Target &target, std::vector<SearchKey> searched) const
    {
        const SearchKeys keys(std::move(searched));
        const HypothesisSearch search(keys, target.messages, constructionsFor(target.hash));
        return search.find(target.readings, m_isCancelled);
    }

    /// Whether it explains the proof.
    bool note(const SearchResult &result)
    {
        m_answer.hypothesesTried += result.tried;
        if (!result.match) {
            return false;
        }
        m_faults = result.match->faults;
        if (result.match->keyIndex < 0) {
            m_answer.causes = m_faults;
        } else {
            addAllWithTheKeyOf(m_keys[static_cast<std::size_t>(result.match->keyIndex)]);
        }
        return true;
    }

    void addAllWithTheKeyOf(const KeyPlace &owner)
    {
        m_found.push_back(owner);
        const keys::SecretKey *secret = secretAt(owner);
        for (const KeyPlace &place : m_secrets) {
            const bool isOwner = place.property == owner.property && place.key == owner.key;
            if (secret && !isOwner && secretAt(place)->bytes.equals(secret->bytes)) {
                m_found.push_back(place);
            }
        }
    }

    /// A secret where the proof belongs: whoever sent it has given the key away.
    bool isPastedKey()
    {
        const QByteArray trimmed = m_request.proof.trimmed().toUtf8();
        const QByteArray unwrapped = unwrap(m_request.proof).text.toUtf8();
        for (const KeyPlace &place : m_secrets) {
            const SecretBytes text = keys::secretText(*secretAt(place));
            if (equalConstantTime(text.bytes(), bytesOf(trimmed)) ||
                equalConstantTime(text.bytes(), bytesOf(unwrapped))) {
                m_found.push_back(place);
            }
        }
        return !m_found.empty();
    }

    void nameOwners()
    {
        std::ranges::sort(m_found, {}, [this](const KeyPlace &place) {
            return std::pair(place.property, versionAt(place).number);
        });
        for (const KeyPlace &place : m_found) {
            const SearchedProperty &owner = m_properties[place.property];
            const bool isNamed =
                !m_answer.owners.empty() && m_answer.owners.back().property.id == owner.property.id;
            if (!isNamed) {
                const keys::KeyVersion version = versionAt(place);
                m_answer.owners.push_back(
                    {owner.property, owner.recipe, version.number, verdictOf(place.property, version)});
            }
        }
    }

    /// What the property's own page says. Where it expects another kind of proof it does not name the key.
    Verdict verdictOf(std::size_t property, const keys::KeyVersion &version)
    {
        SearchedProperty &owner = m_properties[property];
        const IdentityVerifier verifier(*owner.recipe, owner.property, std::move(owner.keys), m_clock);
        VerificationRequest request;
        request.userId = m_request.userId;
        request.email = m_request.email;
        request.proof = m_request.proof;
        Verdict verdict = verifier.verify(request);
        if (!verdict.keyVersion && !m_faults.isEmpty()) {
            verdict.causes = m_faults;
        }
        verdict.keyVersion = verdict.keyVersion.value_or(version.number);
        verdict.keyFingerprint = version.description.fingerprint;
        return verdict;
    }

    const CandidateKey &keyAt(const KeyPlace &place) const
    {
        return m_properties[place.property].keys[place.key];
    }

    const keys::KeyVersion &versionAt(const KeyPlace &place) const { return keyAt(place).version; }

    const keys::SecretKey *secretAt(const KeyPlace &place) const
    {
        return std::get_if<keys::SecretKey>(&keyAt(place).material);
    }

    bool isCancelled() const { return m_isCancelled && m_isCancelled->load(std::memory_order_relaxed); }

    std::vector<SearchedProperty> m_properties;
    const WhoseRequest &m_request;
    const Clock &m_clock;
    const std::atomic<bool> *m_isCancelled;
    const WhoseObserver &m_observe;
    std::vector<KeyPlace> m_keys;
    std::vector<KeyPlace> m_secrets;
    std::vector<KeyPlace> m_found;
    QList<Cause> m_faults; ///< of what was found with mistakes
    WhoseAnswer m_answer;
};

} // namespace

QString outcomeName(WhoseOutcome outcome)
{
    switch (outcome) {
    case WhoseOutcome::Found:
        return u"found"_s;
    case WhoseOutcome::NobodysKey:
        return u"nobodys-key"_s;
    case WhoseOutcome::NotFound:
        return u"not-found"_s;
    case WhoseOutcome::NotAProof:
        return u"not-a-proof"_s;
    case WhoseOutcome::NothingToTry:
        return u"nothing-to-try"_s;
    case WhoseOutcome::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

WhoseAnswer findOwner(std::vector<SearchedProperty> properties, const WhoseRequest &request,
                      const Clock &clock, const std::atomic<bool> *isCancelled, const WhoseObserver &observe)
{
    return Search(std::move(properties), request, clock, isCancelled, observe).run();
}

} // namespace countersign::verify
