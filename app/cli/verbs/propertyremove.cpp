#include "app/cli/counted.h"
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
    if (auto removed = (*session.vault())->removeProperty(*property); !removed) {
        return std::unexpected(removed.error());
    }
    session.print(
        {{u"removed"_s, true}, {u"id"_s, property->id}, {u"name"_s, property->name}},
        {u"\"%1\" is in the bin, with %2."_s.arg(
             property->name, counted(property->keys.versions().size(), "key version"_L1, "key versions"_L1)),
         u"To get them back: countersign-cli bin take-back %1"_s.arg(property->id)});
    return ExitCode::Done;
}

} // namespace

Verb propertyRemoveVerb()
{
    return {.path = u"property remove"_s,
            .summary = u"Move a property and its keys to the bin"_s,
            .description = u"In the bin its keys are of no use. \"bin take-back\" undoes it; \"bin delete\" "
                           "is for good."_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli property remove 'Shop EU'"_s},
            .jsonKeys = {u"removed"_s, u"id"_s, u"name"_s},
            .run = run};
}

} // namespace countersign::cli
