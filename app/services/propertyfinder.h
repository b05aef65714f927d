#pragma once

#include "core/recipes/property.h"

namespace countersign::services {

/// The property a person means by an id or a name. Fails with UnknownProperty, or with AmbiguousProperty and
/// the candidates with their ids when several have the name.
Result<recipes::Property> findProperty(const QList<recipes::Property> &properties, const QString &nameOrId);

} // namespace countersign::services
