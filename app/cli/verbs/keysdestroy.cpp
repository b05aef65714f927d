#include "app/cli/confirmation.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto version = versionOf(session, *property);
    if (!version) {
        return std::unexpected(version.error());
    }
    const QString warning =
        u"Destroying version %1 of \"%2\" cannot be undone: its key is gone for good."_s.arg(*version).arg(
            property->name);
    if (auto meant = confirm(session, warning, u"destroy"_s); !meant) {
        return std::unexpected(meant.error());
    }
    return changeVersion(session, *property, *version, &vault::Vault::destroyKey, "destroyed"_L1);
}

} // namespace

Verb keysDestroyVerb()
{
    return {.path = u"keys P destroy"_s,
            .summary = u"Overwrite the key of a revoked or standby version for good"_s,
            .description = u"Asks first, unless --yes is given."_s,
            .operands = {propertyOperand(), versionOperand(Need::Required)},
            .options = {yesOption()},
            .examples = {u"countersign-cli keys 'Shop EU' destroy 1 --yes"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
