#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// --proof, for recipes with more than one.
Option proofOption();
/// The proof it names; the recipe's first when it is not given.
CliResult<const recipes::ProofRule *> proofRuleOf(const Session &session, const recipes::Recipe &recipe);
/// What is checked: --hash or --token, exactly one of them; "-" reads standard input.
CliResult<QString> readProof(Session &session);

} // namespace countersign::cli
