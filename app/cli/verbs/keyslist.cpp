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
    return reportKeys(session, *property, {});
}

} // namespace

Verb keysListVerb()
{
    return {.path = u"keys P list"_s,
            .summary = u"List the versions of a property's key"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli keys 'Shop EU' list"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
