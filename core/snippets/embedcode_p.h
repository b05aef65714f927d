#pragma once

#include "core/recipes/property.h"

namespace countersign::snippets {

/// The code a person pasted from the vendor with its placeholders replaced. `missing` names the property
/// field that must be filled in first; the text is then empty.
struct FilledEmbedCode
{
    QString text;
    const recipes::FieldRule *missing = nullptr;
};

FilledEmbedCode fillEmbedCode(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                              const recipes::Property &property);

} // namespace countersign::snippets
