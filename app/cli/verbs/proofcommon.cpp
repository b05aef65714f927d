#include "app/cli/verbs/proofcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

Option proofOption()
{
    return {.name = u"proof"_s,
            .valueName = u"ID"_s,
            .help = u"which of the recipe's proofs, where it has several; the first when not given"_s};
}

CliResult<const recipes::ProofRule *> proofRuleOf(const Session &session, const recipes::Recipe &recipe)
{
    const QString id = session.arguments().value(u"proof"_s);
    if (const recipes::ProofRule *rule = recipe.proof(id)) {
        return rule;
    }
    QStringList ids;
    for (const recipes::ProofRule &rule : recipe.proofs) {
        ids.append(rule.id);
    }
    return usageFailure(u"%1 has no proof \"%2\". It has: %3."_s.arg(recipe.vendor, id, ids.join(u", "_s)));
}

} // namespace countersign::cli
