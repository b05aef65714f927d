#include "core/verify/propertykeys_p.h"

#include "core/verify/unwrap.h"

#include <algorithm>

namespace countersign::verify {

PropertyKeys::PropertyKeys(std::vector<SearchedProperty> properties)
    : m_properties(std::move(properties))
{
    for (std::size_t property = 0; property < m_properties.size(); ++property) {
        layOut(property);
    }
    std::ranges::copy_if(m_places, std::back_inserter(m_secretPlaces),
                         [this](const KeyPlace &place) { return secretAt(place) != nullptr; });
}

void PropertyKeys::layOut(std::size_t property)
{
    for (std::size_t key = 0; key < m_properties[property].keys.size(); ++key) {
        m_places.push_back({property, key});
    }
}

const CandidateKey &PropertyKeys::keyAt(const KeyPlace &place) const
{
    return propertyAt(place).keys[place.key];
}

const keys::SecretKey *PropertyKeys::secretAt(const KeyPlace &place) const
{
    return std::get_if<keys::SecretKey>(&keyAt(place).material);
}

std::vector<KeyPlace> PropertyKeys::withSameKeyAs(const KeyPlace &place) const
{
    std::vector<KeyPlace> same{place};
    if (const keys::SecretKey *secret = secretAt(place)) {
        std::ranges::copy_if(m_secretPlaces, std::back_inserter(same), [&](const KeyPlace &other) {
            return other != place && secretAt(other)->bytes.equals(secret->bytes);
        });
    }
    return same;
}

std::vector<KeyPlace> PropertyKeys::withText(const QString &pasted) const
{
    const QByteArray trimmed = pasted.trimmed().toUtf8();
    const QByteArray unwrapped = unwrap(pasted).text.toUtf8();
    std::vector<KeyPlace> found;
    std::ranges::copy_if(m_secretPlaces, std::back_inserter(found), [&](const KeyPlace &place) {
        const SecretBytes text = keys::secretText(*secretAt(place));
        return equalConstantTime(text.bytes(), bytesOf(trimmed)) ||
               equalConstantTime(text.bytes(), bytesOf(unwrapped));
    });
    return found;
}

std::vector<CandidateKey> PropertyKeys::takeKeysOf(std::size_t property)
{
    return std::move(m_properties[property].keys);
}

} // namespace countersign::verify
