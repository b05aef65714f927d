#pragma once

#include "core/crypto/mackeyset.h"
#include "core/verify/keyform.h"

#include <memory>

namespace countersign::verify {

/// A key to try in all its forms. The search knows no properties: whoever asks keeps the list the indexes
/// point into, be it one property's versions or a whole vault's.
struct SearchKey
{
    /// Two mistakes in the message, one each in key and construction, and a value that is cut off.
    static constexpr int everyCombination = 5;

    int index = -1; ///< -1: a sample, nobody's key
    std::vector<KeyForm> forms;
    /// More mistakes than this at once are not tried with the key. Every combination is for the keys of one
    /// property; over a large vault's it would take minutes.
    int mostMistakes = everyCombination;
};

/// Keys made ready for many searches, by whichever thread first needs them.
class SearchKeys final
{
public:
    explicit SearchKeys(std::vector<SearchKey> keys);
    SearchKeys(SearchKeys &&) noexcept;
    SearchKeys &operator=(SearchKeys &&) noexcept;
    ~SearchKeys();

    const std::vector<SearchKey> &keys() const;

    /// One form of one key.
    struct Form
    {
        const KeyForm *form;
        int index;         ///< SearchKey::index
        std::size_t place; ///< among the forms of its key
        std::size_t group;
        std::size_t placeInGroup;
    };
    /// Forms that take part in the same combinations.
    struct Group
    {
        int mostMistakes;               ///< SearchKey::mostMistakes
        int weight;                     ///< of the forms' faults
        std::vector<std::size_t> forms; ///< ascending
    };
    /// All of them, key by key.
    const std::vector<Form> &forms() const;
    const std::vector<Group> &groups() const;
    /// The HMAC keys of a group's forms, in their order.
    const crypto::MacKeySet &macKeys(crypto::HashAlgorithm hash, std::size_t group) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign::verify
