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

/// Among known hypotheses the other properties' keys are only worth trying when one of them is known.
bool mayBeForeign(const Verification &verification)
{
    return !verification.known || std::ranges::any_of(*verification.known, [](const Hypothesis &hypothesis) {
        return hypothesis.keyIndex >= ForeignKeys::firstIndex;
    });
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
    if (!mayBeForeign(verification) || verification.others.searchKeys().keys().empty()) {
        return false;
    }
    const HypothesisSearch search(verification.others.searchKeys(), messages, constructions);
    const SearchResult result = carryOut(verification, search, readings);
    verdict.hypothesesTried += result.tried;
    verdict.searchTime += result.took;
    noteForeignKeys(verdict, verification);
    if (!result.match || result.match->keyIndex < ForeignKeys::firstIndex) {
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
