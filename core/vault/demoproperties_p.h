#pragma once

#include "core/keys/keymaterial.h"
#include "core/recipes/property.h"
#include "core/recipes/recipecatalog.h"

#include <vector>

namespace countersign::vault {

enum class DemoAction { Rotate, Prepare, Revoke, Use };

/// One thing that happened to one property.
struct DemoStep
{
    int property = 0;
    int daysAgo = 0;
    DemoAction action = DemoAction::Rotate;
    int version = 0; ///< for Revoke and Use
};

struct DemoProperty
{
    int number = 0;
    recipes::Property property;
    std::vector<DemoStep> steps;
};

/// The day the demo vault was made: before anything that happened in it.
inline constexpr int demoHistoryDays = 800;

/// The sample properties, as far as the catalogue has their recipes.
std::vector<DemoProperty> demoProperties(const recipes::RecipeCatalog &catalog);
/// A key of the form this vendor's keys have.
keys::GenerationRequest demoKeyRequest(const recipes::KeyRule &rule);

} // namespace countersign::vault
