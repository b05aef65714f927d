#include "app/cli/confirmation.h"
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
    const QString warning =
        u"\"%1\" and its %2 key versions go to the bin, from where \"bin take-back\" gets them."_s
            .arg(property->name)
            .arg(property->keys.versions().size());
    if (auto meant = confirm(session, warning, property->name); !meant) {
        return std::unexpected(meant.error());
    }
    if (auto removed = (*session.vault())->removeProperty(*property); !removed) {
        return std::unexpected(removed.error());
    }
    session.print({{u"removed"_s, true}, {u"id"_s, property->id}, {u"name"_s, property->name}},
                  {u"Removed \"%1\"; it is in the bin."_s.arg(property->name)});
    return ExitCode::Done;
}

} // namespace

Verb propertyRemoveVerb()
{
    return {.path = u"property remove"_s,
            .summary = u"Move a property and its keys to the bin"_s,
            .description = u"Asks first, unless --yes is given. In the bin its keys are of no use; \"bin "
                           u"take-back\" undoes it, and "
                           "\"bin delete\" is for good."_s,
            .operands = {propertyOperand()},
            .options = {yesOption()},
            .examples = {u"countersign-cli property remove 'Shop EU' --yes"_s},
            .jsonKeys = {u"removed"_s, u"id"_s, u"name"_s},
            .run = run};
}

} // namespace countersign::cli
