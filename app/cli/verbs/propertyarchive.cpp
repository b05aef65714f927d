#include "app/cli/propertyjson.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/propertyedits.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    return saveArchived(session, true, "Archived"_L1);
}

} // namespace

Verb propertyArchiveVerb()
{
    return {.path = u"property archive"_s,
            .summary = u"Put a property out of sight; it keeps its keys"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli property archive 'Shop EU'"_s},
            .jsonKeys = propertyJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
