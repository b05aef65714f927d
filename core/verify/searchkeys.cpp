#include "core/verify/searchkeys.h"

#include <array>
#include <mutex>

namespace countersign::verify {

struct SearchKeys::Private
{
    explicit Private(std::vector<SearchKey> searchKeys);

    std::vector<SearchKey> keys;
    std::vector<Form> forms;
    std::mutex mutex;
    std::array<std::unique_ptr<crypto::MacKeySet>, 4> macKeys; ///< by hash
};

SearchKeys::Private::Private(std::vector<SearchKey> searchKeys)
    : keys(std::move(searchKeys))
{
    for (const SearchKey &key : keys) {
        for (std::size_t place = 0; place < key.forms.size(); ++place) {
            forms.push_back({&key.forms[place], key.index, place, key.mostMistakes});
        }
    }
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

const crypto::MacKeySet &SearchKeys::macKeys(crypto::HashAlgorithm hash) const
{
    const std::scoped_lock lock(d->mutex);
    std::unique_ptr<crypto::MacKeySet> &set = d->macKeys[static_cast<std::size_t>(hash)];
    if (!set) {
        std::vector<ByteView> bytes;
        bytes.reserve(d->forms.size());
        for (const Form &form : d->forms) {
            bytes.push_back(form.form->bytes.bytes());
        }
        set = std::make_unique<crypto::MacKeySet>(hash, bytes);
    }
    return *set;
}

} // namespace countersign::verify
