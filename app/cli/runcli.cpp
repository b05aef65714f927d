#include "app/cli/runcli.h"

#include "app/cli/helptext.h"
#include "app/cli/parser.h"
#include "app/cli/router.h"
#include "app/cli/verbs.h"
#include "app/cli/verdictreport.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

bool asksForHelp(const QStringList &arguments)
{
    return arguments.contains("--help"_L1) || arguments.contains("-h"_L1);
}

void printText(Streams &streams, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    streams.write(bytesOf(bytes));
}

VerbResult runGroup(const Route &route, Streams &streams)
{
    if (route.rest.contains("--version"_L1) && route.words.isEmpty()) {
        streams.printLine(
            u"%1 %2"_s.arg(QLatin1StringView(programName), QLatin1StringView(COUNTERSIGN_VERSION)));
        return ExitCode::Done;
    }
    if (asksForHelp(route.rest)) {
        printText(streams, groupHelp(allVerbs(), route.words));
        return ExitCode::Done;
    }
    const QString typed = (QStringList{QString::fromLatin1(programName)} + route.words).join(u' ');
    return usageFailure(u"\"%1\" needs a verb that says what to do. See \"%1 --help\"."_s.arg(typed));
}

VerbResult runVerb(const Route &route, Environment &environment)
{
    auto parsed = parseArguments(*route.verb, route.rest);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    if (std::holds_alternative<HelpWanted>(*parsed)) {
        printText(environment.streams, verbHelp(*route.verb));
        return ExitCode::Done;
    }
    Session session(environment, std::get<Arguments>(*std::move(parsed)));
    return route.verb->run(session);
}

VerbResult run(const QStringList &arguments, Environment &environment)
{
    const auto route = findRoute(allVerbs(), arguments);
    if (!route) {
        return std::unexpected(route.error());
    }
    return route->verb != nullptr ? runVerb(*route, environment) : runGroup(*route, environment.streams);
}

void report(const Failure &failed, const QStringList &arguments, Streams &streams)
{
    streams.note(u"%1: %2"_s.arg(QLatin1StringView(programName), failed.message));
    for (const QString &line : linesOf(failed.causes)) {
        streams.note(line);
    }
    if (!arguments.contains("--json"_L1)) {
        return;
    }
    const JsonObject error{{u"code"_s, failed.code},
                           {u"exitCode"_s, static_cast<int>(failed.exitCode)},
                           {u"message"_s, failed.message}};
    JsonObject document{{u"error"_s, error}};
    if (!failed.causes.isEmpty()) {
        verify::Verdict verdict;
        verdict.causes = failed.causes;
        document.append({u"causes"_s, *findMember(verify::verdictToJson(verdict), u"causes")});
    }
    const QByteArray text = writeJson(document, JsonLayout::Indented) + '\n';
    streams.write(bytesOf(text));
}

} // namespace

int runCli(const QStringList &arguments, Environment &environment)
{
    Streams &streams = environment.streams;
    VerbResult result = run(arguments, environment);
    if (streams.outputState() == OutputState::Failed) {
        result = std::unexpected(Failure(Error{ErrorCode::WriteFailed, u"standard output"_s}));
    }
    if (!result) {
        report(result.error(), arguments, streams);
        return static_cast<int>(result.error().exitCode);
    }
    // Whoever closed it wants no message; that not all arrived is told by the exit code alone.
    const bool isClosed = streams.outputState() == OutputState::Closed;
    return static_cast<int>(isClosed ? ExitCode::InputOutputFailed : *result);
}

} // namespace countersign::cli
