#pragma once

#include "core/recipes/objectreader_p.h"
#include "core/recipes/recipe.h"

namespace countersign::recipes {

// One function for each kind of object in a recipe file.

Evidence readEvidence(ObjectReader &reader);
Presence readPresence(ObjectReader &reader); ///< optional unless said

FieldRule readFieldRule(ObjectReader &reader);
ProofRule readProofRule(ObjectReader &reader);
KeyRule readKeyRule(ObjectReader &reader);
RotationRule readRotationRule(ObjectReader &reader);
DashboardEntry readDashboardEntry(ObjectReader &reader);
VendorError readVendorError(ObjectReader &reader);
SnippetRule readSnippetRule(ObjectReader &reader);
Source readSource(ObjectReader &reader);

/// Whether every id in the recipe names something in it, and no two things have one id.
void checkReferences(const Recipe &recipe, RecipeFault &fault);

} // namespace countersign::recipes
