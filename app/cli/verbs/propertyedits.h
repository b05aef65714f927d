#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// What `property add` and `property edit` share: --name, --environment, --platform, --set and the rest.
QList<Option> propertyOptions();

/// Saves the property P as archived or not, and prints it after "Archived "Shop EU".".
VerbResult saveArchived(Session &session, bool archived, QLatin1StringView did);

/// Puts what was typed into the property and checks the whole of it against its recipe.
CliResult<void> applyPropertyOptions(const Arguments &arguments, const recipes::Recipe &recipe,
                                     recipes::Property &property);

} // namespace countersign::cli
