#pragma once

#include "core/verify/verification_p.h"

namespace countersign::verify {

/// The keys of the vault's other properties, fetched and made ready when first asked for, by whichever
/// thread.
class ForeignKeys final
{
public:
    explicit ForeignKeys(OtherProperties fetch);

    struct Entry
    {
        const recipes::Property *property;
        const CandidateKey *key;
    };

    /// In hypotheses an entry stands with this added to its place, apart from the property's own keys.
    static constexpr int firstIndex = 1'000'000;

    const std::vector<Entry> &entries() const;
    int properties() const { return static_cast<int>(m_properties.size()); } ///< once fetched
    /// The secrets in all their forms, each with few mistakes at once: a vault holds thousands.
    const SearchKeys &searchKeys() const;
    /// The secrets as they are.
    const SearchKeys &plainKeys() const;
    /// Those that are among the hypotheses, in all their forms.
    const SearchKeys &knownKeys(std::span<const Hypothesis> known) const;
    /// Their places among the entries.
    static std::vector<std::size_t> knownPlaces(std::span<const Hypothesis> known);

private:
    /// Some places' keys, kept for whoever asks for the same again.
    struct Known
    {
        std::vector<std::size_t> places;
        std::unique_ptr<SearchKeys> keys;
    };

    void fetchOnce() const;
    void addForms(std::vector<SearchKey> &secrets, std::size_t place) const;

    mutable std::mutex m_mutex;
    mutable OtherProperties m_fetch;
    mutable std::vector<OtherProperty> m_properties;
    mutable std::vector<Entry> m_entries;
    mutable std::optional<SearchKeys> m_searchKeys;
    mutable std::optional<SearchKeys> m_plainKeys;
    mutable std::vector<Known> m_known;
};

/// Whether there are any, and this verification does not go through them.
bool leavesOutForeignKeys(const Verification &verification);
/// Searches the other properties' secrets for the one that made the value. A match is noted in the verdict;
/// whether there was one is returned.
bool searchForeignSecrets(Verdict &verdict, const Verification &verification,
                          const std::vector<MessageForm> &messages,
                          const std::vector<Construction> &constructions, const QList<TagReading> &readings);
/// Notes that the key of the entry made it.
void nameForeignKey(Verdict &verdict, const Verification &verification, const ForeignKeys::Entry &entry);
/// Notes what was gone through in vain.
void noteForeignKeys(Verdict &verdict, const Verification &verification);

} // namespace countersign::verify
