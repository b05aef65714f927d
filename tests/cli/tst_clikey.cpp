#include "clirunner.h"

#include <QFile>
#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

class tst_CliKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatesEveryKind_data();
    void generatesEveryKind();
    void neverOverwritesAKeyFile();
    void refusesOptionsOfAnotherKind_data();
    void refusesOptionsOfAnotherKind();
    void printsThePublicHalfAsPemOrJwk();
    void asksForThePassphraseOfAnEncryptedKey();
    void inspectsEveryKeyOfASet();
    void inspectsWithoutPrintingTheSecret();
};

void tst_CliKey::generatesEveryKind_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("kind");

    QTest::newRow("rsa") << QStringList{u"rsa"_s} << QByteArray("RSA 2048");
    QTest::newRow("rsa 3072") << QStringList{u"rsa"_s, u"--bits"_s, u"3072"_s} << QByteArray("RSA 3072");
    QTest::newRow("ec") << QStringList{u"ec"_s} << QByteArray("EC P-256");
    QTest::newRow("ec P-384") << QStringList{u"ec"_s, u"--curve"_s, u"P-384"_s} << QByteArray("EC P-384");
    QTest::newRow("ec P-521") << QStringList{u"ec"_s, u"--curve"_s, u"P-521"_s} << QByteArray("EC P-521");
    QTest::newRow("ed25519") << QStringList{u"ed25519"_s} << QByteArray("Ed25519");
    QTest::newRow("hmac") << QStringList{u"hmac"_s} << QByteArray("Secret, 43 bytes, text");
    QTest::newRow("hmac 384") << QStringList{u"hmac"_s, u"--bits"_s, u"384"_s}
                              << QByteArray("Secret, 64 bytes, text");
    QTest::newRow("hmac 512") << QStringList{u"hmac"_s, u"--bits"_s, u"512"_s}
                              << QByteArray("Secret, 86 bytes, text");
}

void tst_CliKey::generatesEveryKind()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, kind);

    CliRunner runner;
    const QString file = runner.path(u"new"_s);
    const CliRun made =
        runner.run(QStringList{u"key"_s, u"generate"_s, u"--out"_s, file, u"--type"_s} + options);
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QVERIFY2(made.output.contains(kind), made.output.constData());
#ifdef Q_OS_UNIX
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
#endif
    const CliRun inspected = runner.run({u"key"_s, u"inspect"_s, file});
    QCOMPARE(inspected.exitCode, 0);
    QVERIFY2(inspected.output.contains(kind), inspected.output.constData());
    QVERIFY2(!inspected.output.contains("Weakness"), inspected.output.constData());
}

void tst_CliKey::neverOverwritesAKeyFile()
{
    CliRunner runner;
    const QString file = runner.write(u"precious"_s, "the only copy");
    const CliRun run = runner.run({u"key"_s, u"generate"_s, u"--type"_s, u"ed25519"_s, u"--out"_s, file});
    QCOMPARE(run.exitCode, 6);
    QVERIFY(run.errors.contains("exists already"));
    QCOMPARE(runner.read(u"precious"_s), "the only copy");
}

void tst_CliKey::refusesOptionsOfAnotherKind_data()
{
    QTest::addColumn<QStringList>("options");

    QTest::newRow("bits for ec") << QStringList{u"ec"_s, u"--bits"_s, u"256"_s};
    QTest::newRow("bits for ed25519") << QStringList{u"ed25519"_s, u"--bits"_s, u"256"_s};
    QTest::newRow("curve for rsa") << QStringList{u"rsa"_s, u"--curve"_s, u"P-256"_s};
    QTest::newRow("rsa 1024") << QStringList{u"rsa"_s, u"--bits"_s, u"1024"_s};
    QTest::newRow("hmac of 129 bits") << QStringList{u"hmac"_s, u"--bits"_s, u"129"_s};
    QTest::newRow("an unknown curve") << QStringList{u"ec"_s, u"--curve"_s, u"secp256k1"_s};
    QTest::newRow("an unknown type") << QStringList{u"dsa"_s};
}

void tst_CliKey::refusesOptionsOfAnotherKind()
{
    QFETCH(QStringList, options);

    CliRunner runner;
    const QString file = runner.path(u"new"_s);
    const CliRun run =
        runner.run(QStringList{u"key"_s, u"generate"_s, u"--out"_s, file, u"--type"_s} + options);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!QFile::exists(file));
}

void tst_CliKey::printsThePublicHalfAsPemOrJwk()
{
    CliRunner runner;
    const QString file = runner.path(u"private.pem"_s);
    runner.run({u"key"_s, u"generate"_s, u"--type"_s, u"ec"_s, u"--out"_s, file});
    const CliRun pem = runner.run({u"key"_s, u"public"_s, file});
    QVERIFY(pem.output.startsWith("-----BEGIN PUBLIC KEY-----\n"));
    const CliRun jwk = runner.run({u"key"_s, u"public"_s, u"--format"_s, u"jwk"_s, file});
    const JsonObject object = jwk.json();
    QCOMPARE(*findMember(object, u"kty")->asString(), u"EC"_s);
    QVERIFY(findMember(object, u"d") == nullptr);
    // What was printed is a key file again, and the same key.
    const QString again = runner.write(u"public.jwk"_s, jwk.output);
    QCOMPARE(runner.run({u"key"_s, u"public"_s, again}).output, pem.output);
}

void tst_CliKey::asksForThePassphraseOfAnEncryptedKey()
{
    CliRunner runner;
    runner.makeVault();
    runner.runOnVault({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, u"Desk"_s});
    runner.runOnVault({u"keys"_s, u"Desk"_s, u"generate"_s});
    const QString passphrase = runner.write(u"pp"_s, "a sentence of several words\n");
    const QString file = runner.path(u"encrypted.pem"_s);
    const CliRun exported = runner.runOnVault({u"keys"_s, u"Desk"_s, u"export-private"_s, u"1"_s, u"--out"_s,
                                               file, u"--key-passphrase-file"_s, passphrase});
    QVERIFY2(exported.exitCode == 0, exported.errors.constData());
    QVERIFY(runner.read(u"encrypted.pem"_s).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));

    const QByteArray expected = runner.runOnVault({u"keys"_s, u"Desk"_s, u"export-public"_s}).output;
    QCOMPARE(runner.run({u"key"_s, u"public"_s, u"--key-passphrase-file"_s, passphrase, file}).output,
             expected);
    runner.terminal().answer("a sentence of several words");
    QCOMPARE(runner.run({u"key"_s, u"public"_s, file}).output, expected);
    const CliRun unasked = runner.run({u"key"_s, u"public"_s, file});
    QCOMPARE(unasked.exitCode, 2);
    runner.terminal().answer("another");
    const CliRun wrong = runner.run({u"key"_s, u"public"_s, file});
    QCOMPARE(wrong.exitCode, 3);
    QVERIFY2(wrong.errors.contains(": ENCRYPTED PRIVATE KEY)"), wrong.errors.constData());
    const CliRun both = runner.run({u"key"_s, u"public"_s, u"--key-passphrase-file"_s, u"-"_s, u"-"_s},
                                   runner.read(u"encrypted.pem"_s) + "a sentence of several words\n");
    QCOMPARE(both.exitCode, 2);
    QVERIFY2(both.errors.contains("both the key and a passphrase"), both.errors.constData());
}

void tst_CliKey::inspectsEveryKeyOfASet()
{
    CliRunner runner;
    const QString file =
        runner.write(u"set"_s, R"({"keys":[{"kty":"oct","kid":"a","k":"CwsLCwsLCwsLCwsLCwsLCwsLCws"},)"
                               R"({"kty":"oct","kid":"b","k":"DAwMDAwMDAwMDAwMDAwMDAwMDAw"}]})");
    const CliRun run = runner.run({u"key"_s, u"inspect"_s, file, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const JsonArray keys = *findMember(run.json(), u"keys")->asArray();
    QCOMPARE(keys.size(), 2);
    QCOMPARE(*findMember(*keys.at(1).asObject(), u"keyId")->asString(), u"b"_s);
}

void tst_CliKey::inspectsWithoutPrintingTheSecret()
{
    CliRunner runner;
    const QString file = runner.write(u"k"_s, "PLANTED-marker-4711");
    for (const QStringList &options : {QStringList{}, QStringList{u"--json"_s}}) {
        const CliRun run = runner.run(QStringList{u"key"_s, u"inspect"_s, file} + options);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(!run.output.contains("PLANTED") && !run.errors.contains("PLANTED"));
    }
}

QTEST_GUILESS_MAIN(tst_CliKey)
#include "tst_clikey.moc"
