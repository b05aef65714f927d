#pragma once

#include "core/keys/keyweakness.h"
#include "core/recipes/property.h"
#include "core/recipes/recipe.h"

namespace countersign::recipes {

/// What is doubtful about a key under the vendor's rule. How a secret is read raises no doubt where the
/// vendor's keys are known to look so.
QList<keys::KeyWeakness> doubtsAbout(const KeyRule &rule, const keys::KeyMaterial &material);

enum class KeyHealth {
    Sound,
    Questionable, ///< strong enough, but perhaps not read as the vendor reads it
    Weak,
};
KeyHealth healthOf(const QList<keys::KeyWeakness> &doubts);

/// What to do about it: a sentence in English, marked for translation in "KeyWeakness".
const char *remedyFor(keys::KeyWeakness weakness);

/// The names of the other properties in `all` that have this version's secret, by its fingerprint: no key has
/// to be opened. Empty for a key pair and for a destroyed version.
QStringList propertiesSharingSecret(const QList<Property> &all, const Property &property,
                                    const keys::KeyVersion &version);

} // namespace countersign::recipes
