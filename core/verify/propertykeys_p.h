#pragma once

#include "core/verify/whose.h"

namespace countersign::verify {

/// Where a key stands: which property of the search, and which of its keys.
struct KeyPlace
{
    std::size_t property;
    std::size_t key;

    bool operator==(const KeyPlace &) const = default;
};

/// The properties of one search, with all their keys in a row.
class PropertyKeys final
{
public:
    explicit PropertyKeys(std::vector<SearchedProperty> properties);

    const std::vector<SearchedProperty> &properties() const { return m_properties; }
    /// Every key's place, property by property.
    const std::vector<KeyPlace> &places() const { return m_places; }
    /// The places of the secrets alone, in the same order.
    const std::vector<KeyPlace> &secretPlaces() const { return m_secretPlaces; }

    const SearchedProperty &propertyAt(const KeyPlace &place) const { return m_properties[place.property]; }
    const CandidateKey &keyAt(const KeyPlace &place) const;
    const keys::KeyVersion &versionAt(const KeyPlace &place) const { return keyAt(place).version; }
    /// Null for a key pair.
    const keys::SecretKey *secretAt(const KeyPlace &place) const;

    /// The place itself, and then all others that hold the same secret: properties may share one.
    std::vector<KeyPlace> withSameKeyAs(const KeyPlace &place) const;
    /// The secrets whose text this is, as pasted or without what stands around it (see unwrap.h).
    std::vector<KeyPlace> withText(const QString &pasted) const;

    /// Gives away the keys of one property. Its places must not be asked for afterwards.
    std::vector<CandidateKey> takeKeysOf(std::size_t property);

private:
    void layOut(std::size_t property);

    std::vector<SearchedProperty> m_properties;
    std::vector<KeyPlace> m_places;
    std::vector<KeyPlace> m_secretPlaces;
};

} // namespace countersign::verify
