#include "core/verify/verification_p.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

QString dateText(Timestamp time)
{
    return QLocale::c().toString(toDateTime(time).date(), u"d MMM yyyy"_s);
}

/// "2", as it stands after the word "version". Where none is current, the one to become it, and how.
QString currentVersion(const Verification &verification)
{
    const auto current = std::ranges::find(verification.keys, keys::KeyStatus::Current,
                                           [](const CandidateKey &key) { return key.version.status; });
    if (current != verification.keys.end()) {
        return QString::number(current->version.number);
    }
    int last = 0;
    std::optional<int> promotable;
    for (const keys::KeyVersion &version : verification.property.keys.versions()) {
        last = version.number;
        promotable = keys::isOfUse(version.status) ? std::optional(version.number) : promotable;
    }
    return promotable ? u"%1 (promote it first: none is current)"_s.arg(*promotable)
                      : u"%1 (make it first: none is current)"_s.arg(last + 1);
}

std::optional<CauseId> causeOfStatus(keys::KeyStatus status)
{
    switch (status) {
    case keys::KeyStatus::Previous:
        return CauseId::KeyPrevious;
    case keys::KeyStatus::Revoked:
    case keys::KeyStatus::Destroyed:
        return CauseId::KeyRevoked;
    case keys::KeyStatus::Standby:
        return CauseId::KeyStandby;
    case keys::KeyStatus::Current:
        break;
    }
    return std::nullopt;
}

/// About how strong a key is, gravest first.
constexpr keys::KeyWeakness gravest[] = {
    keys::KeyWeakness::SecretWellKnown,  keys::KeyWeakness::RsaTooShort,
    keys::KeyWeakness::SecretLowEntropy, keys::KeyWeakness::SecretTooShort,
    keys::KeyWeakness::RsaSmallExponent,
};

std::optional<keys::KeyWeakness> gravestOf(const keys::KeyMaterial &material, crypto::HashAlgorithm hash)
{
    const QList<keys::KeyWeakness> weaknesses = keys::weaknessesOf(material, hash);
    const auto found =
        std::ranges::find_if(gravest, [&](keys::KeyWeakness w) { return weaknesses.contains(w); });
    return found == std::end(gravest) ? std::nullopt : std::optional(*found);
}

void addWeakness(Verdict &verdict, const Verification &verification, std::size_t keyIndex)
{
    if (const auto found = verification.prepared.gravestWeakness(keyIndex, verification.rule.hash())) {
        verdict.causes.append({CauseId::KeyWeak,
                               {{u"weakness"_s, QString::fromUtf8(keys::weaknessSentence(*found))}},
                               verification.keys[keyIndex].version.number,
                               verdict.property});
    }
}

} // namespace

PreparedKeys::PreparedKeys(std::vector<CandidateKey> keys, KeyNeighbours neighbours)
    : m_keys(std::move(keys))
    , m_neighbours(std::move(neighbours))
    , m_weaknesses(m_keys.size())
{
}

const SearchKeys &PreparedKeys::searchKeys() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_searchKeys) {
        m_searchKeys.emplace(searchKeysOf(m_keys, m_neighbours));
    }
    return *m_searchKeys;
}

std::optional<keys::KeyWeakness> PreparedKeys::gravestWeakness(std::size_t index,
                                                               crypto::HashAlgorithm hash) const
{
    const std::scoped_lock lock(m_mutex);
    auto &weakness = m_weaknesses[index][static_cast<std::size_t>(hash)];
    if (!weakness) {
        weakness = gravestOf(m_keys[index].material, hash);
    }
    return *weakness;
}

Verdict beginVerdict(const Verification &verification)
{
    Verdict verdict;
    verdict.property = verification.property.name;
    verdict.checkedAt = verification.clock.now();
    verdict.clockSkew = verification.request.clockSkew;
    return verdict;
}

void nameKey(Verdict &verdict, const Verification &verification, int keyIndex)
{
    const CandidateKey &key = verification.keys[static_cast<std::size_t>(keyIndex)];
    verdict.keyVersion = key.version.number;
    verdict.keyFingerprint = key.version.description.fingerprint;
    if (const auto id = causeOfStatus(key.version.status)) {
        verdict.causes.append(
            {*id,
             {{u"since"_s, dateText(key.version.statusSince)}, {u"current"_s, currentVersion(verification)}},
             key.version.number,
             verdict.property});
    }
    // A weak key that was replaced is already out of use here: what counts is that the server takes the newer
    // one.
    const bool isReplaced = key.version.status == keys::KeyStatus::Previous;
    if (!isReplaced && std::ranges::all_of(verdict.causes, isRemark, &Cause::id)) {
        addWeakness(verdict, verification, static_cast<std::size_t>(keyIndex));
    }
}

void settle(Verdict &verdict)
{
    std::ranges::stable_partition(verdict.causes, [](const Cause &cause) { return !isRemark(cause.id); });
    const bool allRemarks = verdict.causes.isEmpty() || isRemark(verdict.causes.first().id);
    verdict.kind = allRemarks ? VerdictKind::Verified : VerdictKind::Failed;
}

void noteSearch(Verdict &verdict, const Verification &verification, const SearchResult &result,
                int mistakesTried)
{
    verdict.hypothesesTried += result.tried;
    verdict.searchTime += result.took;
    verdict.keyVersionsTried = static_cast<int>(verification.keys.size());
    verdict.mistakesTried = mistakesTried;
    verdict.isSearchedInFull = result.match || (verdict.isSearchedInFull && result.isComplete);
    if (!result.match) {
        return;
    }
    verdict.hypothesis = result.match->hypothesis;
    for (Cause cause : result.match->faults) {
        verdict.causes.append(std::move(cause));
    }
    if (result.match->keyIndex >= 0) {
        nameKey(verdict, verification, result.match->keyIndex);
    }
}

KeyNeighbours neighboursOf(const recipes::Recipe &recipe, const recipes::Property &property)
{
    KeyNeighbours neighbours{recipe.key.environmentVariable, {}};
    for (const recipes::FieldRule &field : recipe.propertyFields) {
        if (const QString value = property.fields.value(field.id); !value.isEmpty()) {
            neighbours.propertyFields.insert(field.label, value);
        }
    }
    return neighbours;
}

std::vector<SearchKey> searchKeysOf(const std::vector<CandidateKey> &keys, const KeyNeighbours &neighbours)
{
    // Nobody makes four mistakes at once; trying them would be nine tenths of the work.
    constexpr int mostMistakes = 3;
    std::vector<SearchKey> found;
    for (std::size_t index = 0; index < keys.size(); ++index) {
        if (const auto *secret = std::get_if<keys::SecretKey>(&keys[index].material)) {
            found.push_back(
                {static_cast<int>(index), everyFormOfSecret(*secret, neighbours.variable), mostMistakes});
        }
    }
    found.push_back({-1, sampleKeyForms(neighbours), mostMistakes});
    return found;
}

SearchResult carryOut(const Verification &verification, const HypothesisSearch &search,
                      const QList<TagReading> &readings)
{
    return verification.known ? search.findAmong(*verification.known, readings) : search.find(readings);
}

bool anyCanVerify(const std::vector<CandidateKey> &keys)
{
    return std::ranges::any_of(keys,
                               [](const CandidateKey &key) { return keys::canVerify(key.version.status); });
}

} // namespace countersign::verify
