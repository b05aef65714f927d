#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    return changeVersion(session, &vault::Vault::revokeKey, "revoked"_L1);
}

} // namespace

Verb keysRevokeVerb()
{
    return {.path = u"keys P revoke"_s,
            .summary = u"Stop a version from verifying; it can still be named in a diagnosis"_s,
            .operands = {propertyOperand(), versionOperand(Need::Required)},
            .examples = {u"countersign-cli keys 'Shop EU' revoke 2"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
