#pragma once

#include "core/recipes/recipecatalog.h"
#include "core/vault/vault.h"

namespace countersign::vault {

/// The passphrase of every demo vault; the console shows it.
inline constexpr const char *demoPassphrase = "demo";

/// Makes a vault with sample properties for every recipe, some with a history of rotations and one whose
/// key is due, so that everything can be tried at once. Holds no key of anybody.
Result<std::unique_ptr<Vault>> createDemoVault(const QString &path, const recipes::RecipeCatalog &catalog,
                                               Actor actor, const Clock &clock);

} // namespace countersign::vault
