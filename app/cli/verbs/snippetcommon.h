#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"
#include "core/snippets/snippet.h"

namespace countersign::cli {

/// Every snippet of the property that the operand P means.
CliResult<QList<snippets::Snippet>> renderAll(Session &session);

QString sideName(recipes::SnippetSide side); ///< "server", "page", "mobile"
JsonObject snippetToJson(const snippets::Snippet &snippet);
QStringList snippetJsonKeys();

} // namespace countersign::cli
