#include "clirunner.h"

#include "app/cli/runcli.h"

#include <QBuffer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

// 2026-11-20T23:00:00Z
constexpr Timestamp testTime{std::chrono::seconds{1795215600}};

recipes::RecipeCatalog builtInCatalog()
{
    auto catalog = recipes::RecipeCatalog::builtIn();
    if (!catalog) {
        qFatal("%s", qPrintable(catalog.error().detail));
    }
    return *std::move(catalog);
}

} // namespace

JsonObject CliRun::json() const
{
    auto document = parseJsonObject(output);
    if (!document) {
        qWarning().noquote() << "Not one JSON document:" << document.error().detail << '\n' << output;
        return {};
    }
    return *document;
}

QByteArray CliRun::line() const
{
    return output.trimmed().split('\n').last();
}

Result<SecretBytes> ScriptedTerminal::askSecret(const QString &question)
{
    const QByteArray answer = take(question);
    return SecretBytes::copyOf(bytesOf(answer));
}

Result<QString> ScriptedTerminal::askLine(const QString &question)
{
    return QString::fromUtf8(take(question));
}

QByteArray ScriptedTerminal::take(const QString &question)
{
    m_questions.append(question);
    return m_answers.isEmpty() ? QByteArray() : m_answers.takeFirst();
}

CliRunner::CliRunner()
    : m_clock(testTime)
    , m_catalog(builtInCatalog())
{
    write(u"demo-passphrase"_s, "demo\n");
}

CliRun CliRunner::run(const QStringList &arguments, const QByteArray &input)
{
    CliRun run;
    QByteArray source = input;
    QBuffer in(&source);
    QBuffer out(&run.output);
    QBuffer err(&run.errors);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Streams streams(in, out, err);
    Environment environment{streams,
                            m_terminal,
                            m_clock,
                            m_catalog,
                            {u"tester"_s, u"bench"_s},
                            vaultPath(),
                            std::chrono::milliseconds{1}};
    environment.seenFolder = seenFolder();
    environment.pause = [](std::chrono::seconds) {}; // the message tells how long it would be
    run.exitCode = runCli(arguments, environment);
    return run;
}

CliRun CliRunner::runOnVault(const QStringList &arguments, const QByteArray &input)
{
    return run(QStringList{u"--passphrase-file"_s, path(u"demo-passphrase"_s)} + arguments, input);
}

QString CliRunner::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return file.fileName();
}

QByteArray CliRunner::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliRunner::editVault(const QString &statement) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"editor"_s);
        database.setDatabaseName(vaultPath());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        QVERIFY(query.numRowsAffected() > 0);
    }
    QSqlDatabase::removeDatabase(u"editor"_s);
}

void CliRunner::makeVault()
{
    const CliRun made = runOnVault({u"vault"_s, u"create"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
}

void CliRunner::makeDemoVault()
{
    const CliRun made = run({u"vault"_s, u"demo"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
}

} // namespace countersign::cli
