#pragma once

#include "core/recipes/property.h"

#include <QHash>

namespace countersign::vault {

/// A property of a bundle and how many bytes each of its keys has, by version; a destroyed one has none.
struct IndexedProperty
{
    recipes::Property property;
    QHash<int, std::size_t> keySizes;
};

/// What a bundle says about its keys, which stand behind it as bytes: no secret passes through a text.
struct BundleIndex
{
    Timestamp madeAt{};
    QList<IndexedProperty> properties;
};

QByteArray writeBundleIndex(const BundleIndex &index);
/// Fails with InvalidJson, naming the first member that is missing, unknown or not as it is written.
Result<BundleIndex> readBundleIndex(QByteArrayView json);

} // namespace countersign::vault
