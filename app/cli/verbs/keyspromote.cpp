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
    const auto changed = (*session.vault())->promoteKey(*property, *version);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return reportKeys(session, *changed, u"Version %1 is current."_s.arg(*version));
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
