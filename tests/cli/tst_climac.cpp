#include "clirunner.h"

#include <QTest>

using namespace countersign;
using namespace countersign::cli;
using namespace Qt::StringLiterals;

class tst_CliMac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesTheTagsOthersCompute_data();
    void computesTheTagsOthersCompute();
    void dropsOneLineBreakOfTheKeyAndSaysSo();
    void readsTheMessageFromStandardInputByteForByte();
    void readsTheKeyFromStandardInput();
    void refusesToReadStandardInputTwice();
    void takesAMessageThatLooksLikeAVerb();
    void verifiesATag();
    void verifiesTheVeryBytesThatComputeHashes();
    void verifiesTheTagOfAnEmptyMessage();
    void namesTheMistakeBehindAWrongTag_data();
    void namesTheMistakeBehindAWrongTag();
};

void tst_CliMac::computesTheTagsOthersCompute_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("tag");

    // The vendor page's own values; Python, Node, crypto-js and OpenSSL agree.
    QTest::newRow("the page of TAU")
        << QByteArray("your_secret_key") << QStringList() << u"user123"_s
        << QByteArray("988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    QTest::newRow("base64") << QByteArray("your_secret_key") << QStringList{u"--encoding"_s, u"base64"_s}
                            << u"user123"_s << QByteArray("mI6w6jnWDkwDVpgj6aZSt93YWf9dAnu99MwC8PLKYiE=");
    QTest::newRow("base64url") << QByteArray("your_secret_key")
                               << QStringList{u"--encoding"_s, u"base64url"_s} << u"user123"_s
                               << QByteArray("mI6w6jnWDkwDVpgj6aZSt93YWf9dAnu99MwC8PLKYiE");
    // RFC 4231, test case 2
    QTest::newRow("RFC 4231 case 2, SHA-512")
        << QByteArray("Jefe") << QStringList{u"--alg"_s, u"HS512"_s} << u"what do ya want for nothing?"_s
        << QByteArray("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                      "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    QTest::newRow("RFC 4231 case 2, SHA-384")
        << QByteArray("Jefe") << QStringList{u"--alg"_s, u"HS384"_s} << u"what do ya want for nothing?"_s
        << QByteArray("af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239"
                      "ecfab21649");
    // RFC 4231, test case 1: the key is twenty bytes of 0x0b
    QTest::newRow("RFC 4231 case 1, key in hex")
        << QByteArray("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b")
        << QStringList{u"--key-encoding"_s, u"hex"_s} << u"Hi There"_s
        << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("RFC 4231 case 1, key in base64")
        << QByteArray("CwsLCwsLCwsLCwsLCwsLCwsLCws=") << QStringList{u"--key-encoding"_s, u"base64"_s}
        << u"Hi There"_s << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("RFC 4231 case 1, key as a JWK")
        << QByteArray(R"({"kty":"oct","k":"CwsLCwsLCwsLCwsLCwsLCwsLCws"})") << QStringList() << u"Hi There"_s
        << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

void tst_CliMac::computesTheTagsOthersCompute()
{
    QFETCH(QByteArray, key);
    QFETCH(QStringList, options);
    QFETCH(QString, message);
    QFETCH(QByteArray, tag);

    CliRunner runner;
    const CliRun run =
        runner.run(QStringList{u"mac"_s, u"compute"_s, u"--key-file"_s, runner.write(u"k"_s, key)} + options +
                   QStringList{message});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, tag + '\n');
}

void tst_CliMac::dropsOneLineBreakOfTheKeyAndSaysSo()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key\n");
    const CliRun run = runner.run({u"mac"_s, u"compute"_s, u"--key-file"_s, key, u"user123"_s});
    QCOMPARE(run.line(), "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    QVERIFY(run.errors.contains("line break"));
}

void tst_CliMac::readsTheMessageFromStandardInputByteForByte()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key");
    const QStringList arguments{u"mac"_s, u"compute"_s, u"--key-file"_s, key, u"-"_s};
    QCOMPARE(runner.run(arguments, "user123").line(),
             "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    const CliRun withLineBreak = runner.run(arguments, "user123\n");
    QVERIFY(withLineBreak.line() != "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    QVERIFY(withLineBreak.errors.contains("ends with a line break"));
}

void tst_CliMac::readsTheKeyFromStandardInput()
{
    CliRunner runner;
    const CliRun run =
        runner.run({u"mac"_s, u"compute"_s, u"--key-file"_s, u"-"_s, u"user123"_s}, "your_secret_key");
    QCOMPARE(run.line(), "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
}

void tst_CliMac::refusesToReadStandardInputTwice()
{
    CliRunner runner;
    const CliRun run =
        runner.run({u"mac"_s, u"compute"_s, u"--key-file"_s, u"-"_s, u"-"_s}, "your_secret_key");
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.errors.contains("Standard input cannot be both"));
}

void tst_CliMac::takesAMessageThatLooksLikeAVerb()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key");
    const CliRun verb = runner.run({u"mac"_s, u"compute"_s, u"--key-file"_s, key, u"verify"_s});
    QCOMPARE(verb.exitCode, 0);
    const CliRun option = runner.run({u"mac"_s, u"compute"_s, u"--key-file"_s, key, u"--"_s, u"--json"_s});
    QCOMPARE(option.exitCode, 0);
    QCOMPARE(option.line().size(), 64);
}

void tst_CliMac::verifiesATag()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key");
    const CliRun run =
        runner.run({u"mac"_s, u"verify"_s, u"--key-file"_s, key, u"--tag"_s,
                    u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s, u"user123"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.startsWith("verified"));
}

void tst_CliMac::verifiesTheVeryBytesThatComputeHashes()
{
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key");
    const QByteArray marked = "\xEF\xBB\xBFuser123"; // a byte-order mark is part of what is hashed
    const CliRun computed = runner.run({u"mac"_s, u"compute"_s, u"--key-file"_s, key, u"-"_s}, marked);
    const QStringList verify{u"mac"_s, u"verify"_s, u"--key-file"_s,
                             key,      u"--tag"_s,  QString::fromLatin1(computed.line()),
                             u"-"_s};
    QCOMPARE(runner.run(verify, marked).exitCode, 0);
    QCOMPARE(runner.run(verify, "user123").exitCode, 1);
}

void tst_CliMac::verifiesTheTagOfAnEmptyMessage()
{
    // printf '' | openssl dgst -sha256 -hmac your_secret_key
    const QString tag = u"c7130c8efd702d217e36a92fb992c2c3692b24e57c8b09778dd4c53e11fb8996"_s;
    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key");
    const QStringList verify{u"mac"_s, u"verify"_s, u"--key-file"_s, key, u"--tag"_s, tag};
    QCOMPARE(runner.run(verify + QStringList{QString()}).exitCode, 0);
    QCOMPARE(runner.run(verify + QStringList{u"-"_s}, "").exitCode, 0);
    QCOMPARE(runner.run(verify + QStringList{u"user123"_s}).exitCode, 1);
}

void tst_CliMac::namesTheMistakeBehindAWrongTag_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("cause");

    const QString right = u"988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s;
    QTest::newRow("in capitals") << right.toUpper() << u"user123"_s << QByteArray("IDV-TAG-UPPERCASE");
    QTest::newRow("in base64") << u"mI6w6jnWDkwDVpgj6aZSt93YWf9dAnu99MwC8PLKYiE="_s << u"user123"_s
                               << QByteArray("IDV-TAG-BASE64");
    QTest::newRow("cut off") << right.first(32) << u"user123"_s << QByteArray("IDV-TAG-TRUNCATED");
    QTest::newRow("the message of a sample")
        << right << u"user124"_s << QByteArray("IDV-MESSAGE-PLACEHOLDER");
    QTest::newRow("another message") << u"1eb8d43628dc4deeb3788696afa0242a3d9c17858172b6fc9edc47ca21588315"_s
                                     << u"user124"_s << QByteArray("IDV-KEY-UNKNOWN");
    QTest::newRow("a line break in the message") << right << u"user123\n"_s << QByteArray("IDV-MESSAGE");
    QTest::newRow("the message itself") << u"user123"_s << u"user123"_s << QByteArray("IDV-NOT-A-PROOF");
}

void tst_CliMac::namesTheMistakeBehindAWrongTag()
{
    QFETCH(QString, tag);
    QFETCH(QString, message);
    QFETCH(QByteArray, cause);

    CliRunner runner;
    const QString key = runner.write(u"k"_s, "your_secret_key");
    const CliRun run = runner.run({u"mac"_s, u"verify"_s, u"--key-file"_s, key, u"--tag"_s, tag, message});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains(cause), run.output.constData());
}

QTEST_GUILESS_MAIN(tst_CliMac)
#include "tst_climac.moc"
