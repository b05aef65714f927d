#include "app/cli/propertyjson.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/propertyedits.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    return saveArchived(session, false, "Restored"_L1);
}

} // namespace

Verb propertyRestoreVerb()
{
    return {.path = u"property restore"_s,
            .summary = u"Bring an archived property back"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli property restore 'Shop EU'"_s},
            .jsonKeys = propertyJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
