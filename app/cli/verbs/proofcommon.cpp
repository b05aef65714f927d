#include "app/cli/verbs/proofcommon.h"

#include "app/cli/inputs.h"
#include "core/base/utf8.h"

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

CliResult<QString> readProof(Session &session)
{
    const bool hasHash = session.arguments().has(u"hash"_s);
    if (hasHash == session.arguments().has(u"token"_s)) {
        return usageFailure(u"Say what is to be checked: --hash H or --token T."_s);
    }
    const auto text = readOperand(session, hasHash ? u"hash"_s : u"token"_s, LineBreak::Dropped);
    if (!text) {
        return std::unexpected(text.error());
    }
    return fromUtf8Exactly(*text); // what is checked is what was given
}

} // namespace countersign::cli
