#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// What `property add` and `property edit` share: --name, --environment, --platform, --set and the rest.
QList<Option> propertyOptions();

/// Puts what was typed into the property and checks the whole of it against its recipe.
CliResult<void> applyPropertyOptions(const Arguments &arguments, const recipes::Recipe &recipe,
                                     recipes::Property &property);

} // namespace countersign::cli
