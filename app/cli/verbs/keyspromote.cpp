#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    return changeVersion(session, &vault::Vault::promoteKey, "current"_L1);
}

} // namespace

Verb keysPromoteVerb()
{
    return {.path = u"keys P promote"_s,
            .summary = u"Make a version the one that signs; the current one becomes previous"_s,
            .operands = {propertyOperand(), versionOperand(Need::Required)},
            .examples = {u"countersign-cli keys 'Shop EU' promote 2"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
