#include "app/cli/propertyjson.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const Timestamp now = session.clock().now();
    session.print(propertyToJson(*property, now), propertyLines(*property, now));
    return ExitCode::Done;
}

} // namespace

Verb propertyShowVerb()
{
    return {.path = u"property show"_s,
            .summary = u"Show a property with the versions of its key"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli property show 'Shop EU'"_s},
            .jsonKeys = propertyJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
