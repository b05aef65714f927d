#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program against the tools of others: the npm packages jsonwebtoken and jose, and the openssl program.
/// A tool that is missing fails the test; packaging/setup.sh installs them.
class tst_CliPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hashesLikeOpenssl();
    void makesHuggysTokenLikeJsonwebtoken();
    void makesOrlosTokenForJoseAndOpenssl();
    void printsThePublicKeyLikeOpenssl_data();
    void printsThePublicKeyLikeOpenssl();
    void exchangesTokensWithJose_data();
    void exchangesTokensWithJose();
    void verifiesSignaturesOfOpenssl();
    void importsTheKeysOfOpensslGenrsa();

private:
    QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                   int exitCode = 0);
    QByteArray cli(const QStringList &arguments, const QByteArray &input = {}, int exitCode = 0);
    QByteArray node(const QByteArray &script, const QStringList &arguments = {});
    QByteArray openssl(const QStringList &arguments, const QByteArray &input = {});
    void write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
};

void tst_CliPeers::initTestCase()
{
    qputenv("COUNTERSIGN_VAULT", QFile::encodeName(m_folder.filePath(u"vault.countersign"_s)));
    write(u"p"_s, "a sentence of several words\n");
    cli({u"vault"_s, u"create"_s});
}

void tst_CliPeers::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray tst_CliPeers::run(const QString &program, const QStringList &arguments, const QByteArray &input,
                             int exitCode)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool finished = process.waitForFinished(120000);
    if (!finished || process.exitCode() != exitCode) {
        const QByteArray errors = process.readAllStandardError();
        QTest::qFail(qPrintable(u"%1 %2: %3 %4"_s.arg(program, arguments.join(u' '), process.errorString(),
                                                      QString::fromUtf8(errors))),
                     __FILE__, __LINE__);
    }
    return process.readAllStandardOutput();
}

QByteArray tst_CliPeers::cli(const QStringList &arguments, const QByteArray &input, int exitCode)
{
    return run(QStringLiteral(COUNTERSIGN_CLI), QStringList{u"--passphrase-file"_s, u"p"_s} + arguments,
               input, exitCode);
}

QByteArray tst_CliPeers::node(const QByteArray &script, const QStringList &arguments)
{
    return run(u"node"_s, QStringList{u"-e"_s, QString::fromUtf8(script)} + arguments);
}

QByteArray tst_CliPeers::openssl(const QStringList &arguments, const QByteArray &input)
{
    return run(u"openssl"_s, arguments, input);
}

void tst_CliPeers::hashesLikeOpenssl()
{
    write(u"k"_s, "your_secret_key");
    const QByteArray tag = cli({u"mac"_s, u"compute"_s, u"--key-file"_s, u"k"_s, u"user123"_s}).trimmed();
    QCOMPARE(tag, "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    QCOMPARE(openssl({u"dgst"_s, u"-sha256"_s, u"-hmac"_s, u"your_secret_key"_s, u"-r"_s}, "user123")
                 .split(' ')
                 .first(),
             tag);
}

void tst_CliPeers::makesHuggysTokenLikeJsonwebtoken()
{
    write(u"huggy"_s, "0123456789abcdef0123456789abcdef");
    cli({u"property"_s, u"add"_s, u"--recipe"_s, u"huggy"_s, u"--name"_s, u"Chat"_s});
    cli({u"keys"_s, u"Chat"_s, u"import"_s, u"--key-file"_s, u"huggy"_s});
    // jsonwebtoken writes alg before typ unless the header says otherwise; Huggy's samples have typ first.
    const QByteArray expected = node(R"(const jwt = require('jsonwebtoken');
const header = {typ: 'JWT', alg: 'HS256'};
const token = jwt.sign({jti: 'user1@company.com'}, '0123456789abcdef0123456789abcdef', {noTimestamp: true, algorithm: 'HS256'});
const input = [header, {jti: 'user1@company.com'}].map(p => Buffer.from(JSON.stringify(p)).toString('base64url')).join('.');
const jws = require('jws').sign({header, payload: {jti: 'user1@company.com'}, secret: '0123456789abcdef0123456789abcdef'});
if (!jws.startsWith(input + '.') || token.split('.')[1] !== jws.split('.')[1]) throw new Error('unexpected form');
jwt.verify(jws, '0123456789abcdef0123456789abcdef', {algorithms: ['HS256']});
console.log(jws);)");
    QCOMPARE(cli({u"sign"_s, u"Chat"_s, u"--user-id"_s, u"user1@company.com"_s}), expected);
    // With the header in jsonwebtoken's own order, its token comes out byte for byte.
    QCOMPARE(
        cli({u"jwt"_s, u"sign"_s, u"--key-file"_s, u"huggy"_s, u"--alg"_s, u"HS256"_s, u"--header"_s,
             u"{\"alg\":\"HS256\",\"typ\":\"JWT\"}"_s, u"{\"jti\":\"user1@company.com\"}"_s}),
        node(
            R"(console.log(require('jsonwebtoken').sign({jti: 'user1@company.com'}, '0123456789abcdef0123456789abcdef', {noTimestamp: true})))"));
}

void tst_CliPeers::makesOrlosTokenForJoseAndOpenssl()
{
    cli({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, u"Desk"_s});
    cli({u"keys"_s, u"Desk"_s, u"generate"_s});
    write(u"public.pem"_s, cli({u"keys"_s, u"Desk"_s, u"export-public"_s}));
    const QByteArray token =
        cli({u"sign"_s, u"Desk"_s, u"--name"_s, u"Ada Lovelace"_s, u"--email"_s, u"ada@example.org"_s})
            .trimmed();
    QCOMPARE(node(R"(const jose = require('jose'), fs = require('fs');
(async () => {
  const key = await jose.importSPKI(fs.readFileSync('public.pem', 'utf8'), 'RS256');
  const {payload} = await jose.jwtVerify(process.argv[1], key);
  console.log(JSON.stringify(payload));
})().catch(error => { console.error(error); process.exit(1); });)",
                  {QString::fromLatin1(token)}),
             "{\"name\":\"Ada Lovelace\",\"isLoggedIn\":true,\"email\":\"ada@example.org\"}\n");
    write(u"input"_s, token.first(token.lastIndexOf('.')));
    write(u"signature"_s,
          QByteArray::fromBase64(token.sliced(token.lastIndexOf('.') + 1), QByteArray::Base64UrlEncoding));
    QCOMPARE(openssl({u"dgst"_s, u"-sha256"_s, u"-verify"_s, u"public.pem"_s, u"-signature"_s, u"signature"_s,
                      u"input"_s}),
             "Verified OK\n");
}

void tst_CliPeers::printsThePublicKeyLikeOpenssl_data()
{
    QTest::addColumn<QStringList>("generation");
    QTest::addColumn<bool>("isRsa");
    QTest::newRow("rsa 2048") << QStringList{u"rsa"_s} << true;
    QTest::newRow("rsa 3072") << QStringList{u"rsa"_s, u"--bits"_s, u"3072"_s} << true;
    QTest::newRow("P-256") << QStringList{u"ec"_s} << false;
    QTest::newRow("P-521") << QStringList{u"ec"_s, u"--curve"_s, u"P-521"_s} << false;
    QTest::newRow("Ed25519") << QStringList{u"ed25519"_s} << false;
}

void tst_CliPeers::printsThePublicKeyLikeOpenssl()
{
    QFETCH(QStringList, generation);
    QFETCH(bool, isRsa);
    QFile::remove(m_folder.filePath(u"private.pem"_s));
    cli(QStringList{u"key"_s, u"generate"_s, u"--out"_s, u"private.pem"_s, u"--type"_s} + generation);
    const QByteArray pem = cli({u"key"_s, u"public"_s, u"private.pem"_s});
    QCOMPARE(pem, openssl({u"pkey"_s, u"-pubout"_s, u"-in"_s, u"private.pem"_s}));
    if (isRsa) {
        QCOMPARE(pem, openssl({u"rsa"_s, u"-pubout"_s, u"-in"_s, u"private.pem"_s}));
    }
}

void tst_CliPeers::exchangesTokensWithJose_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QStringList>("generation");
    for (const QString &algorithm :
         {u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s, u"PS512"_s}) {
        QTest::newRow(qPrintable(algorithm)) << algorithm << QStringList{u"rsa"_s};
    }
    for (const QString &algorithm : {u"HS256"_s, u"HS384"_s, u"HS512"_s}) {
        QTest::newRow(qPrintable(algorithm)) << algorithm << QStringList{u"hmac"_s};
    }
    QTest::newRow("ES256") << u"ES256"_s << QStringList{u"ec"_s};
    QTest::newRow("ES384") << u"ES384"_s << QStringList{u"ec"_s, u"--curve"_s, u"P-384"_s};
    QTest::newRow("ES512") << u"ES512"_s << QStringList{u"ec"_s, u"--curve"_s, u"P-521"_s};
    QTest::newRow("EdDSA") << u"EdDSA"_s << QStringList{u"ed25519"_s};
}

void tst_CliPeers::exchangesTokensWithJose()
{
    QFETCH(QString, algorithm);
    QFETCH(QStringList, generation);
    QFile::remove(m_folder.filePath(u"key"_s));
    cli(QStringList{u"key"_s, u"generate"_s, u"--out"_s, u"key"_s, u"--type"_s} + generation);
    const QByteArray imports =
        R"(const jose = require('jose'), fs = require('fs'), crypto = require('crypto');
const alg = process.argv[1], text = fs.readFileSync('key');
const secret = alg.startsWith('HS') ? text : crypto.createPrivateKey(text);
const check = alg.startsWith('HS') ? text : crypto.createPublicKey(text);
)";
    const QByteArray theirs =
        node(imports + R"(new jose.SignJWT({sub: 'a'}).setProtectedHeader({alg}).setExpirationTime('1h')
  .sign(secret).then(token => console.log(token));)",
             {algorithm});
    cli({u"jwt"_s, u"verify"_s, u"--key-file"_s, u"key"_s, u"--alg"_s, algorithm, u"-"_s}, theirs);

    const QByteArray ours = cli({u"jwt"_s, u"sign"_s, u"--key-file"_s, u"key"_s, u"--alg"_s, algorithm,
                                 u"{\"sub\":\"a\",\"exp\":99999999999}"_s});
    QCOMPARE(
        node(
            imports +
                R"(jose.jwtVerify(process.argv[2], check, {algorithms: [alg]}).then(({payload}) => console.log(payload.sub));)",
            {algorithm, QString::fromLatin1(ours.trimmed())}),
        "a\n");
}

void tst_CliPeers::verifiesSignaturesOfOpenssl()
{
    openssl({u"genrsa"_s, u"-out"_s, u"theirs.pem"_s, u"2048"_s});
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray input = QByteArray("{\"alg\":\"RS256\"}").toBase64(form) + '.' +
                             QByteArray("signed by openssl").toBase64(form);
    write(u"input"_s, input);
    openssl({u"dgst"_s, u"-sha256"_s, u"-sign"_s, u"theirs.pem"_s, u"-out"_s, u"signature"_s, u"input"_s});
    QFile signature(m_folder.filePath(u"signature"_s));
    QVERIFY(signature.open(QIODevice::ReadOnly));
    const QByteArray token = input + '.' + signature.readAll().toBase64(form);
    QCOMPARE(cli({u"jws"_s, u"verify"_s, u"--key-file"_s, u"theirs.pem"_s, u"-"_s}, token),
             "signed by openssl\n");
}

void tst_CliPeers::importsTheKeysOfOpensslGenrsa()
{
    openssl({u"genrsa"_s, u"-out"_s, u"made.pem"_s, u"2048"_s});
    openssl({u"rsa"_s, u"-in"_s, u"made.pem"_s, u"-traditional"_s, u"-out"_s, u"pkcs1.pem"_s});
    openssl({u"pkcs8"_s, u"-topk8"_s, u"-in"_s, u"made.pem"_s, u"-passout"_s, u"pass:words"_s, u"-out"_s,
             u"encrypted.pem"_s});
    openssl({u"rsa"_s, u"-in"_s, u"made.pem"_s, u"-outform"_s, u"DER"_s, u"-out"_s, u"made.der"_s});
    write(u"words"_s, "words\n");
    const QByteArray expected = openssl({u"rsa"_s, u"-in"_s, u"made.pem"_s, u"-pubout"_s});
    for (const QString &file : {u"made.pem"_s, u"pkcs1.pem"_s, u"encrypted.pem"_s, u"made.der"_s}) {
        const QString name = u"from "_s + file;
        cli({u"property"_s, u"add"_s, u"--recipe"_s, u"orlo"_s, u"--name"_s, name});
        cli({u"keys"_s, name, u"import"_s, u"--key-file"_s, file, u"--key-passphrase-file"_s, u"words"_s});
        QCOMPARE(cli({u"keys"_s, name, u"export-public"_s}), expected);
    }
}

QTEST_GUILESS_MAIN(tst_CliPeers)
#include "tst_clipeers.moc"
