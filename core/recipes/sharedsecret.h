#pragma once

#include "core/recipes/property.h"

namespace countersign::recipes {

/// The fingerprints of the secrets a property still has, destroyed ones left out. Equal secrets have equal
/// fingerprints, so that no key has to be opened to find one that is used twice.
QStringList secretFingerprints(const Property &property);

} // namespace countersign::recipes
