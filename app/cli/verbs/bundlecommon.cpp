#include "app/cli/verbs/bundlecommon.h"

#include "app/services/propertyfinder.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

Option bundlePropertiesOption(const QString &help)
{
    return {.name = u"property"_s, .valueName = u"P"_s, .help = help, .repeat = Repeat::Many};
}

CliResult<QList<recipes::Property>> chosenFrom(const Session &session,
                                               const QList<recipes::Property> &properties)
{
    if (!session.arguments().has(u"property"_s)) {
        return properties;
    }
    QList<recipes::Property> chosen;
    for (const QString &name : session.arguments().values(u"property"_s)) {
        const auto found = services::findProperty(properties, name);
        if (!found) {
            return std::unexpected(found.error());
        }
        if (!chosen.contains(*found)) {
            chosen << *found;
        }
    }
    return chosen;
}

} // namespace countersign::cli
