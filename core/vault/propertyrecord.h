#pragma once

#include "core/recipes/property.h"

namespace countersign::vault {

/// What is sealed for a property: all but its id, and for each key version the tag of the sealed key it
/// belongs with, so that a key put in another's place is noticed.
struct PropertyRecord
{
    recipes::Property property;
    QMap<int, QByteArray> keyTags; ///< by version number; none for a destroyed one
};

/// A compact binary form: ten thousand of them are read at every unlock.
QByteArray serializeRecord(const PropertyRecord &record);
/// Fails with VaultDamaged.
Result<PropertyRecord> deserializeRecord(ByteView bytes, const recipes::PropertyId &id);

} // namespace countersign::vault
