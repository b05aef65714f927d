#include "core/verify/exactsearch_p.h"

#include "core/crypto/mackeyset.h"

#include <algorithm>

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;

/// So many are gone through between two words about how far the search is.
constexpr std::size_t keysAtOnce = 500;

crypto::MacKeySet macKeysOf(const PropertyKeys &keys, HashAlgorithm hash)
{
    std::vector<ByteView> secrets;
    for (const KeyPlace &place : keys.secretPlaces()) {
        secrets.push_back(keys.secretAt(place)->bytes.bytes());
    }
    return {hash, secrets};
}

/// The tags of one message under so many keys from `first` on.
std::vector<crypto::MacTag> tagsOf(const crypto::MacKeySet &keys, std::size_t first, ByteView message)
{
    std::vector<crypto::MacTag> tags(std::min(keysAtOnce, keys.size() - first));
    keys.computeMacs(first, tags.size(), message, tags);
    return tags;
}

/// Every secret of a search, one hash and one message at a time.
class SecretSearch
{
public:
    SecretSearch(const ProofTarget &target, const PropertyKeys &keys, const SearchProgress &progress)
        : m_target(target)
        , m_keys(keys)
        , m_progress(progress)
    {
    }

    void searchWith(HashAlgorithm hash)
    {
        const crypto::MacKeySet macKeys = macKeysOf(m_keys, hash);
        for (const QByteArray &message : m_target.rightMessages) {
            searchOver(bytesOf(message), macKeys);
        }
    }

    std::vector<KeyPlace> takeFound() { return std::move(m_found); }

private:
    void searchOver(ByteView message, const crypto::MacKeySet &macKeys)
    {
        for (std::size_t first = 0; first < macKeys.size() && !m_progress.isCancelled();
             first += keysAtOnce) {
            compare(tagsOf(macKeys, first, message), first, macKeys.tagSize());
            m_progress.report(0, first + keysAtOnce, 0);
        }
    }

    void compare(const std::vector<crypto::MacTag> &tags, std::size_t first, std::size_t tagSize)
    {
        for (std::size_t i = 0; i < tags.size(); ++i) {
            if (m_target.isTag(ByteView(tags[i]).first(tagSize))) {
                m_found.push_back(m_keys.secretPlaces()[first + i]);
            }
        }
    }

    const ProofTarget &m_target;
    const PropertyKeys &m_keys;
    const SearchProgress &m_progress;
    std::vector<KeyPlace> m_found;
};

bool verifies(const keys::KeyMaterial &material, const jose::UnverifiedJwt &jwt,
              crypto::JwsAlgorithm algorithm)
{
    const auto key = keys::publicKeyOf(material);
    return key && key->type() == crypto::keyTypeFor(algorithm) &&
           key->verify(algorithm, bytesOf(jwt.signingInput), bytesOf(jwt.signature));
}

} // namespace

std::vector<KeyPlace> secretsThatMade(const ProofTarget &target, const PropertyKeys &keys,
                                      const SearchProgress &progress)
{
    SecretSearch search(target, keys, progress);
    for (const HashAlgorithm hash :
         {HashAlgorithm::Sha1, HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
        if (target.couldBe(hash)) {
            search.searchWith(hash);
        }
    }
    return search.takeFound();
}

std::vector<KeyPlace> pairsThatSigned(const jose::UnverifiedJwt &jwt, crypto::JwsAlgorithm algorithm,
                                      const PropertyKeys &keys, const SearchProgress &progress)
{
    std::vector<KeyPlace> found;
    std::ranges::copy_if(keys.places(), std::back_inserter(found), [&](const KeyPlace &place) {
        return !progress.isCancelled() && verifies(keys.keyAt(place).material, jwt, algorithm);
    });
    return found;
}

} // namespace countersign::verify
