#include "app/cli/terminal.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

std::unexpected<Error> nobodyToAsk()
{
    return failure(ErrorCode::InvalidInput, u"there is no terminal to ask on"_s);
}

} // namespace

Result<SecretBytes> NoTerminal::askSecret(const QString & /*question*/)
{
    return nobodyToAsk();
}

Result<QString> NoTerminal::askLine(const QString & /*question*/)
{
    return nobodyToAsk();
}

Result<QString> ControllingTerminal::askLine(const QString &question)
{
    write(question);
    const auto line = readLine();
    if (!line) {
        return std::unexpected(line.error());
    }
    return QString::fromUtf8(viewOf(line->bytes()));
}

} // namespace countersign::cli
