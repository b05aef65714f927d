#include "app/cli/confirmation.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

Option yesOption()
{
    return {.name = u"yes"_s,
            .valueName = {},
            .help = u"do not ask whether it is meant"_s,
            .kind = ValueKind::Flag};
}

CliResult<void> confirm(Session &session, const QString &warning, const QString &word)
{
    if (session.arguments().has(u"yes"_s)) {
        return {};
    }
    if (!session.terminal().isAvailable()) {
        return usageFailure(u"%1 Nothing was changed; say --yes when it is meant."_s.arg(warning));
    }
    const auto typed = session.terminal().askLine(u"%1\nType %2 to go on: "_s.arg(warning, word));
    if (!typed) {
        return std::unexpected(typed.error());
    }
    if (*typed != word) {
        return std::unexpected(Error{ErrorCode::Cancelled, u"\"%1\" was not typed"_s.arg(word)});
    }
    return {};
}

} // namespace countersign::cli
