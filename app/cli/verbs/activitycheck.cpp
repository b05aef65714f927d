#include "app/cli/session.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

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
    JsonArray findings;
    for (const QString &finding : check->findings) {
        findings.append(finding);
    }
    const QString whole =
        u"The record of %1 entries is whole: none was changed, dropped or put in between."_s.arg(
            check->activityEntries);
    session.print(
        {{u"sound"_s, check->isSound()}, {u"entries"_s, check->activityEntries}, {u"findings"_s, findings}},
        check->isSound() ? QStringList{whole} : check->findings);
    return check->isSound() ? ExitCode::Done : ExitCode::VaultProblem;
}

} // namespace

Verb activityCheckVerb()
{
    return {.path = u"activity check"_s,
            .summary = u"Check the chain of activity, and the records it speaks of, for tampering"_s,
            .examples = {u"countersign-cli activity check"_s},
            .jsonKeys = {u"sound"_s, u"entries"_s, u"findings"_s},
            .run = run};
}

} // namespace countersign::cli
