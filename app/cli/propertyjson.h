#pragma once

#include "core/base/json.h"
#include "core/recipes/property.h"

namespace countersign::cli {

/// A property as every verb prints it; no key material.
JsonObject propertyToJson(const recipes::Property &property, Timestamp now);
QStringList propertyJsonKeys();
/// The same for people.
QStringList propertyLines(const recipes::Property &property, Timestamp now);

/// One version of its key.
JsonObject keyVersionToJson(const keys::KeyVersion &version);
/// The versions of its key, oldest first.
JsonArray keyVersionsToJson(const keys::KeySet &keys);
QStringList keyVersionLines(const keys::KeySet &keys);

/// "none", "no key", "rotation due", "rotating".
QString attentionName(recipes::Attention attention);

} // namespace countersign::cli
