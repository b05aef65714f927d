#include "core/verify/foreignkeys_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// Words by which people tell the properties of one site apart.
constexpr QStringView stageWords[] = {u"production", u"prod", u"live",    u"staging",     u"stage",
                                      u"testing",    u"test", u"sandbox", u"development", u"dev",
                                      u"web",        u"ios",  u"android", u"mobile",      u"app"};

/// The name without what only says environment and platform: "shop eu" for "Shop EU (staging)".
QString siteOf(const recipes::Property &property)
{
    QString text = property.name.toLower();
    std::ranges::replace_if(text, [](QChar c) { return !c.isLetterOrNumber(); }, u' ');
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    words.removeIf([&](const QString &word) {
        return std::ranges::find(stageWords, word) != std::end(stageWords) ||
               word == property.environment.toLower() || word == property.platform.toLower();
    });
    return words.join(u' ');
}

CauseId relation(const recipes::Property &checked, const recipes::Property &other)
{
    const bool isSameSite = checked.recipeId == other.recipeId && siteOf(checked) == siteOf(other);
    if (isSameSite && checked.environment.compare(other.environment, Qt::CaseInsensitive) != 0) {
        return CauseId::KeyOtherEnvironment;
    }
    if (isSameSite && checked.platform.compare(other.platform, Qt::CaseInsensitive) != 0) {
        return CauseId::KeyOtherPlatform;
    }
    return CauseId::KeyOtherProperty;
}

QString placeOf(const recipes::Property &property)
{
    QStringList facts{property.environment, property.platform};
    facts.removeAll(QString());
    return facts.isEmpty() ? QString() : u" ("_s + facts.join(u", ") + u')';
}

/// One mistake with the message and one with the key or the construction, and of few keys one more.
int mostMistakes(std::size_t keys)
{
    constexpr std::size_t few = 50;
    return keys <= few ? 3 : 2;
}

/// The secrets this verification goes through.
const SearchKeys &keysFor(const Verification &verification)
{
    return verification.known ? verification.others.knownKeys(*verification.known)
           : verification.otherKeys == OtherKeys::AsTheyAre ? verification.others.plainKeys()
                                                            : verification.others.searchKeys();
}

/// Among known hypotheses the other properties' keys are only worth trying when one of them is known.
bool goesThroughForeignKeys(const Verification &verification)
{
    return verification.known ? !ForeignKeys::knownPlaces(*verification.known).empty()
                              : verification.otherKeys != OtherKeys::LeftOut;
}

/// What is right, of a list that begins with it.
template<typename Form>
std::vector<Form> onlyTheFirst(const std::vector<Form> &forms)
{
    return {forms.begin(), forms.begin() + std::min<std::ptrdiff_t>(1, std::ssize(forms))};
}

HypothesisSearch searchFor(const Verification &verification, const SearchKeys &keys,
                           const std::vector<MessageForm> &messages,
                           const std::vector<Construction> &constructions)
{
    return !verification.known && verification.otherKeys == OtherKeys::AsTheyAre
               ? HypothesisSearch(keys, onlyTheFirst(messages), onlyTheFirst(constructions))
               : HypothesisSearch(keys, messages, constructions);
}

Cause foreignKeyCause(const recipes::Property &checked, const ForeignKeys::Entry &entry)
{
    return {relation(checked, *entry.property),
            {{u"place"_s, placeOf(*entry.property)},
             {u"status"_s, keys::statusName(entry.key->version.status)},
             {u"checked"_s, checked.name}},
            entry.key->version.number,
            entry.property->name};
}

} // namespace

ForeignKeys::ForeignKeys(OtherProperties fetch)
    : m_fetch(std::move(fetch))
{
}

void ForeignKeys::fetchOnce() const
{
    if (!m_fetch) {
        return;
    }
    m_properties = m_fetch();
    m_fetch = nullptr;
    for (const OtherProperty &other : m_properties) {
        for (const CandidateKey &key : other.keys) {
            m_entries.push_back({&other.property, &key});
        }
    }
}

const std::vector<ForeignKeys::Entry> &ForeignKeys::entries() const
{
    const std::scoped_lock lock(m_mutex);
    fetchOnce();
    return m_entries;
}

const SearchKeys &ForeignKeys::searchKeys() const
{
    const std::scoped_lock lock(m_mutex);
    fetchOnce();
    if (!m_searchKeys) {
        std::vector<const keys::SecretKey *> secrets;
        for (const Entry &entry : m_entries) {
            secrets.push_back(std::get_if<keys::SecretKey>(&entry.key->material));
        }
        std::vector<std::vector<KeyForm>> forms = formsOfSecrets(secrets);
        std::vector<SearchKey> keys;
        for (std::size_t index = 0; index < forms.size(); ++index) {
            if (!forms[index].empty()) {
                keys.push_back({firstIndex + static_cast<int>(index), std::move(forms[index]),
                                mostMistakes(m_entries.size())});
            }
        }
        m_searchKeys.emplace(std::move(keys));
    }
    return *m_searchKeys;
}

const SearchKeys &ForeignKeys::plainKeys() const
{
    const std::scoped_lock lock(m_mutex);
    fetchOnce();
    if (!m_plainKeys) {
        std::vector<SearchKey> secrets;
        for (std::size_t place = 0; place < m_entries.size(); ++place) {
            if (const auto *secret = std::get_if<keys::SecretKey>(&m_entries[place].key->material)) {
                SearchKey &key = secrets.emplace_back(SearchKey{firstIndex + static_cast<int>(place), {}, 1});
                key.forms.push_back({secret->bytes.clone(), {}});
            }
        }
        m_plainKeys.emplace(std::move(secrets));
    }
    return *m_plainKeys;
}

const SearchKeys &ForeignKeys::knownKeys(std::span<const Hypothesis> known) const
{
    std::vector<std::size_t> places = knownPlaces(known);
    const std::scoped_lock lock(m_mutex);
    fetchOnce();
    const auto found = std::ranges::find(m_known, places, &Known::places);
    if (found != m_known.end()) {
        return *found->keys;
    }
    std::vector<SearchKey> secrets;
    for (const std::size_t place : places) {
        addForms(secrets, place);
    }
    return *m_known.emplace_back(std::move(places), std::make_unique<SearchKeys>(std::move(secrets))).keys;
}

std::vector<std::size_t> ForeignKeys::knownPlaces(std::span<const Hypothesis> known)
{
    std::vector<std::size_t> places;
    for (const Hypothesis &hypothesis : known) {
        if (hypothesis.keyIndex >= firstIndex) {
            places.push_back(static_cast<std::size_t>(hypothesis.keyIndex - firstIndex));
        }
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    return places;
}

void ForeignKeys::addForms(std::vector<SearchKey> &secrets, std::size_t place) const
{
    if (const auto *secret = std::get_if<keys::SecretKey>(&m_entries[place].key->material)) {
        secrets.push_back(
            {firstIndex + static_cast<int>(place), formsOfSecret(*secret), mostMistakes(m_entries.size())});
    }
}

bool leavesOutForeignKeys(const Verification &verification)
{
    return (verification.known || verification.otherKeys == OtherKeys::LeftOut) &&
           !verification.others.entries().empty();
}

void nameForeignKey(Verdict &verdict, const Verification &verification, const ForeignKeys::Entry &entry)
{
    verdict.keyFingerprint = entry.key->version.description.fingerprint;
    verdict.causes.append(foreignKeyCause(verification.property, entry));
}

void noteForeignKeys(Verdict &verdict, const Verification &verification)
{
    verdict.otherKeyVersionsTried = static_cast<int>(verification.others.entries().size());
    verdict.otherPropertiesTried = verification.others.properties();
}

bool searchForeignSecrets(Verdict &verdict, const Verification &verification,
                          const std::vector<MessageForm> &messages,
                          const std::vector<Construction> &constructions, const QList<TagReading> &readings)
{
    if (!goesThroughForeignKeys(verification)) {
        verdict.isSearchedInFull = verdict.isSearchedInFull && !leavesOutForeignKeys(verification);
        return false;
    }
    const SearchKeys &keys = keysFor(verification);
    if (keys.keys().empty()) {
        return false;
    }
    const HypothesisSearch search = searchFor(verification, keys, messages, constructions);
    const SearchResult result = carryOut(verification, search, readings);
    verdict.hypothesesTried += result.tried;
    verdict.searchTime += result.took;
    noteForeignKeys(verdict, verification);
    if (!result.match || result.match->keyIndex < ForeignKeys::firstIndex) {
        verdict.isSearchedInFull = verdict.isSearchedInFull && !verification.known &&
                                   verification.otherKeys == OtherKeys::WithMistakes;
        return false;
    }
    const auto place = static_cast<std::size_t>(result.match->keyIndex - ForeignKeys::firstIndex);
    verdict.causes += result.match->faults;
    verdict.hypothesis = result.match->hypothesis;
    verdict.isSearchedInFull = true;
    nameForeignKey(verdict, verification, verification.others.entries()[place]);
    return true;
}

} // namespace countersign::verify
