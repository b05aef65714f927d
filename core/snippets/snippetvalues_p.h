#pragma once

#include "core/recipes/property.h"
#include "core/snippets/template_p.h"

namespace countersign::snippets {

/// Everything a template of this snippet may name.
Result<TemplateValues> valuesFor(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                                 const recipes::Property &property);

/// The value of a property's field, or the recipe's default where nothing was filled in.
QString fieldValue(const recipes::FieldRule &rule, const recipes::Property &property);

} // namespace countersign::snippets
