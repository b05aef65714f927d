#include "core/verify/searchkeys.h"

#include <map>
#include <mutex>

namespace countersign::verify {

struct SearchKeys::Private
{
    explicit Private(std::vector<SearchKey> searchKeys);

    std::size_t groupFor(int mostMistakes, int weight);

    std::vector<SearchKey> keys;
    std::vector<Form> forms;
    std::vector<Group> groups;
    std::mutex mutex;
    std::map<std::pair<crypto::HashAlgorithm, std::size_t>, crypto::MacKeySet> macKeys; ///< by hash and group
};

SearchKeys::Private::Private(std::vector<SearchKey> searchKeys)
    : keys(std::move(searchKeys))
{
    std::size_t count = 0;
    for (const SearchKey &key : keys) {
        count += key.forms.size();
    }
    forms.reserve(count);
    for (const SearchKey &key : keys) {
        for (std::size_t place = 0; place < key.forms.size(); ++place) {
            const std::size_t group = groupFor(key.mostMistakes, key.forms[place].weight());
            std::vector<std::size_t> &same = groups[group].forms;
            same.push_back(forms.size());
            forms.push_back({&key.forms[place], key.index, place, group, same.size() - 1});
        }
    }
}

std::size_t SearchKeys::Private::groupFor(int mostMistakes, int weight)
{
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups[group].mostMistakes == mostMistakes && groups[group].weight == weight) {
            return group;
        }
    }
    groups.push_back({mostMistakes, weight, {}});
    return groups.size() - 1;
}

SearchKeys::SearchKeys(std::vector<SearchKey> keys)
    : d(std::make_unique<Private>(std::move(keys)))
{
}

SearchKeys::SearchKeys(SearchKeys &&) noexcept = default;
SearchKeys &SearchKeys::operator=(SearchKeys &&) noexcept = default;
SearchKeys::~SearchKeys() = default;

const std::vector<SearchKey> &SearchKeys::keys() const
{
    return d->keys;
}

const std::vector<SearchKeys::Form> &SearchKeys::forms() const
{
    return d->forms;
}

const std::vector<SearchKeys::Group> &SearchKeys::groups() const
{
    return d->groups;
}

const crypto::MacKeySet &SearchKeys::macKeys(crypto::HashAlgorithm hash, std::size_t group) const
{
    const std::scoped_lock lock(d->mutex);
    if (const auto found = d->macKeys.find({hash, group}); found != d->macKeys.end()) {
        return found->second;
    }
    std::vector<ByteView> bytes;
    bytes.reserve(d->groups[group].forms.size());
    for (const std::size_t form : d->groups[group].forms) {
        bytes.push_back(d->forms[form].form->bytes.bytes());
    }
    return d->macKeys.try_emplace({hash, group}, hash, bytes).first->second;
}

} // namespace countersign::verify
