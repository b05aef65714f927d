#include "app/cli/propertyjson.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    property->archived = true;
    const auto saved = (*session.vault())->updateProperty(*property);
    if (!saved) {
        return std::unexpected(saved.error());
    }
    session.print(propertyToJson(*saved, session.clock().now()), {u"Archived \"%1\"."_s.arg(saved->name)});
    return ExitCode::Done;
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
