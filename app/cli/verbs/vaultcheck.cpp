#include "app/cli/counted.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

JsonObject toJson(const vault::VaultCheck &check)
{
    JsonArray findings;
    for (const QString &finding : check.findings) {
        findings.append(finding);
    }
    return {{u"sound"_s, check.isSound()},
            {u"properties"_s, check.properties},
            {u"keyVersions"_s, check.keyVersions},
            {u"keyPairs"_s, check.keyPairs},
            {u"activityEntries"_s, check.activityEntries},
            {u"findings"_s, findings}};
}

VerbResult run(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto check = (*vault)->check();
    if (!check) {
        return std::unexpected(check.error());
    }
    const QString counts = u"Opened: %1, %2 (%3 compared) and %4."_s.arg(
        counted(check->properties, "property"_L1, "properties"_L1),
        counted(check->keyVersions, "key version"_L1, "key versions"_L1),
        counted(check->keyPairs, "key pair"_L1, "key pairs"_L1),
        counted(check->activityEntries, "entry of activity"_L1, "entries of activity"_L1));
    const QStringList verdict = check->isSound() ? QStringList{u"The vault is sound."_s} : check->findings;
    session.print(toJson(*check), QStringList{counts} + verdict);
    return check->isSound() ? ExitCode::Done : ExitCode::VaultProblem;
}

} // namespace

Verb vaultCheckVerb()
{
    return {.path = u"vault check"_s,
            .summary = u"Open every record, every key and the chain of activity"_s,
            .examples = {u"countersign-cli --vault my.countersign vault check"_s},
            .jsonKeys = {u"sound"_s, u"properties"_s, u"keyVersions"_s, u"keyPairs"_s, u"activityEntries"_s,
                         u"findings"_s},
            .run = run};
}

} // namespace countersign::cli
