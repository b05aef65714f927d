#pragma once

#include "core/base/clock.h"
#include "core/recipes/recipecatalog.h"
#include "core/vault/activity.h"

namespace countersign::services {

/// What both programs are composed of: made once in main() and handed on; there are no singletons.
struct Services
{
    SystemClock clock;
    recipes::RecipeCatalog catalog; ///< the built-in recipes
    vault::Actor actor;             ///< who sits here
    QString vaultPath;              ///< the default vault, see vaultlocation.h

    /// Fails with InvalidRecipe when the built-in recipes cannot be read: a broken installation.
    static Result<Services> create();
};

} // namespace countersign::services
