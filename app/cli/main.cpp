#include "app/cli/interrupt.h"
#include "app/cli/runcli.h"
#include "app/cli/verb.h"
#include "app/services/processhardening.h"
#include "app/services/services.h"
#include "app/services/vaultlocation.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <optional>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// The arguments without the program's name. On Unix they are bytes: what is not UTF-8 would silently become
/// another text, so it is refused.
std::optional<QStringList> argumentsOf(const QCoreApplication &application, int argc, char **argv)
{
#ifdef Q_OS_UNIX
    Q_UNUSED(application)
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        // A byte-order mark is part of the value: what is compared letter for letter must not lose one.
        QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
        arguments.append(decode(QByteArrayView(argv[i])));
        if (decode.hasError()) {
            return std::nullopt;
        }
    }
    return arguments;
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return application.arguments().sliced(1);
#endif
}

/// Windows would turn line ends into others on the way.
void keepBytes()
{
#ifdef Q_OS_WIN
    for (const int stream : {0, 1, 2}) {
        _setmode(stream, _O_BINARY);
    }
#endif
}

int run(const std::optional<QStringList> &arguments, Streams &streams)
{
    if (!arguments) {
        streams.note(
            u"%1: An argument is not UTF-8. Pass it on standard input, with \"-\" in its place."_s.arg(
                QLatin1StringView(programName)));
        return static_cast<int>(ExitCode::WrongUsage);
    }
    const auto services = services::Services::create();
    if (!services) {
        streams.note(u"%1: %2"_s.arg(QLatin1StringView(programName), Failure(services.error()).message));
        return static_cast<int>(exitCodeFor(services.error().code));
    }
    ControllingTerminal terminal;
    Environment environment{streams,           terminal,        services->clock,
                            services->catalog, services->actor, services->vaultPath};
    environment.demoVaultPath = services::demoVaultPath();
    environment.seenFolder = services::seenVaultsFolder();
    environment.backups = vault::BackupPolicy();
    return runCli(*arguments, environment);
}

} // namespace

} // namespace countersign::cli

int main(int argc, char **argv)
{
    using namespace countersign;
    services::hardenProcess();
    cli::handleSignals();
    const QCoreApplication application(argc, argv);

    cli::keepBytes();
    // Unbuffered and by number, not through stdio, so that no secret stays behind in a buffer that nobody
    // wipes.
    QFile input;
    QFile output;
    QFile error;
    input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered);
    output.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered);
    error.open(2, QIODevice::WriteOnly | QIODevice::Unbuffered);
    cli::Streams streams(input, output, error);
    return cli::run(cli::argumentsOf(application, argc, argv), streams);
}
