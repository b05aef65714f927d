#include "tests/cli/clirunner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countersign::cli;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readCases()
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA_DIR "/strictness/strictness_cases.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const QJsonObject &cases()
{
    static const QJsonObject document = readCases();
    return document;
}

QByteArray keyFileOf(const QJsonObject &row)
{
    return row.contains("jwk"_L1) ? QJsonDocument(row["jwk"_L1].toObject()).toJson()
                                  : cases()["keys"_L1][row["key"_L1].toString()].toString().toUtf8();
}

QStringList codesOf(const QByteArray &output)
{
    QStringList codes;
    for (const QJsonValue &cause : QJsonDocument::fromJson(output)["causes"_L1].toArray()) {
        codes << cause["id"_L1].toString();
    }
    return codes;
}

} // namespace

/// The rows of tests/core/verify/tst_strictness through `jwt verify`.
class CliStrictnessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jwtVerifyNamesTheCause_data();
    void jwtVerifyNamesTheCause();
};

void CliStrictnessTest::jwtVerifyNamesTheCause_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &value : cases()["rows"_L1].toArray()) {
        const QJsonObject row = value.toObject();
        const QString name = row["class"_L1].toString() + u": "_s + row["name"_L1].toString();
        QTest::newRow(qPrintable(name)) << row;
    }
}

void CliStrictnessTest::jwtVerifyNamesTheCause()
{
    QFETCH(QJsonObject, row);
    CliRunner runner;
    QStringList arguments{u"jwt"_s,        u"verify"_s,
                          u"--json"_s,     u"--allow-missing-expiration"_s,
                          u"--now"_s,      QString::number(cases()["now"_L1].toInteger()),
                          u"--key-file"_s, runner.write(u"key"_s, keyFileOf(row)),
                          u"-"_s};
    if (row.contains("issuer"_L1)) {
        arguments << u"--issuer"_s << row["issuer"_L1].toString();
    }
    const QByteArray token = row["token"_L1].toString().toUtf8();
    const CliRun run = runner.run(arguments, token.leftJustified(row["pad"_L1].toInt(), 'A'));
    QCOMPARE(run.exitCode == 0, row["verified"_L1].toBool());
    if (row.contains("exit"_L1)) {
        QCOMPARE(run.exitCode, row["exit"_L1].toInt());
    }
    const QStringList codes = codesOf(run.output);
    for (const QJsonValue &cause : row["cli"_L1].toArray()) {
        QVERIFY2(codes.contains(cause.toString()),
                 qPrintable(codes.join(u' ') + QString::fromUtf8(run.errors)));
    }
}

QTEST_GUILESS_MAIN(CliStrictnessTest)
#include "tst_clistrictness.moc"
