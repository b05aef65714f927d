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
    property->archived = false;
    const auto saved = (*session.vault())->updateProperty(*property);
    if (!saved) {
        return std::unexpected(saved.error());
    }
    session.print(propertyToJson(*saved, session.clock().now()), {u"Restored \"%1\"."_s.arg(saved->name)});
    return ExitCode::Done;
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
