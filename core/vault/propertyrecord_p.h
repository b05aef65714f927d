#pragma once

#include "core/base/bytes.h"
#include "core/recipes/property.h"

#include <QHash>

namespace countersign::vault {

/// A property as the vault keeps it: with the tag of every version's sealed key material, so that the
/// material cannot be exchanged.
struct StoredProperty
{
    recipes::Property property;
    QHash<int, QByteArray> materialTags; ///< by key version
};

/// Without what changes by itself: when it was saved and when a key was used.
recipes::Property essenceOf(recipes::Property property);

QByteArray serializeProperty(const StoredProperty &stored);
/// Without id and revision, which the row is bound to. Fails with VaultDamaged.
Result<StoredProperty> deserializeProperty(ByteView bytes);

} // namespace countersign::vault
