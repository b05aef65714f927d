#include "core/keys/keyreader.h"
#include "tests/support/jsontext.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using test::json;
using test::openssl;

namespace {

struct Refusal
{
    const char *name;
    QByteArray content;
    ErrorCode code;
    QString detail; ///< a part of it
};

QByteArray rsaKey()
{
    static const QByteArray key =
        openssl({u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    return key;
}

QByteArray certificate()
{
    const QByteArray both = openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                     u"-subj"_s, u"/CN=widget"_s, u"-keyout"_s, u"/dev/null"_s});
    return both;
}

/// openssl reads a key for these from a file, not from standard input.
QByteArray withKeyFile(const QStringList &arguments)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"key.pem"_s));
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    file.write(rsaKey());
    file.close();
    return openssl(arguments + QStringList{u"-key"_s, file.fileName()});
}

QByteArray pkcs12()
{
    return openssl({u"pkcs12"_s, u"-export"_s, u"-nokeys"_s, u"-passout"_s, u"pass:secret"_s}, certificate());
}

QByteArray dsaKey()
{
    const QByteArray parameters = openssl({u"genpkey"_s, u"-genparam"_s, u"-algorithm"_s, u"DSA"_s,
                                           u"-pkeyopt"_s, u"dsa_paramgen_bits:1024"_s});
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"parameters.pem"_s));
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    file.write(parameters);
    file.close();
    return openssl({u"genpkey"_s, u"-paramfile"_s, file.fileName()});
}

QByteArray derOf(const QByteArray &pem)
{
    const qsizetype start = pem.indexOf("-----\n") + 6;
    return QByteArray::fromBase64(pem.mid(start, pem.indexOf("-----END") - start));
}

QList<Refusal> foreignFiles()
{
    return {
        {"certificate", certificate(), ErrorCode::UnsupportedKey,
         u"a certificate; take its public key with: openssl x509"_s},
        {"certificate in DER", derOf(certificate()), ErrorCode::UnsupportedKey, u"a certificate"_s},
        {"certificate request", withKeyFile({u"req"_s, u"-new"_s, u"-subj"_s, u"/CN=widget"_s}),
         ErrorCode::UnsupportedKey, u"CERTIFICATE REQUEST"_s},
        {"certificate request in DER", derOf(withKeyFile({u"req"_s, u"-new"_s, u"-subj"_s, u"/CN=widget"_s})),
         ErrorCode::UnsupportedKey, u"a certificate request"_s},
        {"PKCS#12", pkcs12(), ErrorCode::UnsupportedKey, u"a PKCS#12 file"_s},
        {"PKCS#7", openssl({u"crl2pkcs7"_s, u"-nocrl"_s, u"-certfile"_s, u"/dev/stdin"_s}, certificate()),
         ErrorCode::UnsupportedKey, u"PKCS7"_s},
        {"DSA PKCS#8", dsaKey(), ErrorCode::UnsupportedKey, u"DSA: Countersign uses"_s},
        {"DSA public", openssl({u"pkey"_s, u"-pubout"_s}, dsaKey()), ErrorCode::UnsupportedKey,
         u"DSA: Countersign uses"_s},
        {"DSA traditional", openssl({u"dsa"_s, u"-outform"_s, u"DER"_s}, dsaKey()), ErrorCode::UnsupportedKey,
         u"DSA"_s},
        {"X25519", openssl({u"genpkey"_s, u"-algorithm"_s, u"X25519"_s}), ErrorCode::UnsupportedKey,
         u"X25519: Countersign uses"_s},
        {"Ed448", openssl({u"genpkey"_s, u"-algorithm"_s, u"ED448"_s}), ErrorCode::UnsupportedKey,
         u"Ed448: Countersign uses"_s},
        {"RSA-PSS",
         openssl({u"genpkey"_s, u"-algorithm"_s, u"RSA-PSS"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s}),
         ErrorCode::UnsupportedKey, u"RSA restricted to PSS: Countersign uses"_s},
        {"secp256k1",
         openssl({u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:secp256k1"_s}),
         ErrorCode::UnsupportedKey,
         {}},
        {"OpenSSH private key",
         "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
         ErrorCode::UnsupportedKey, u"(not Ed25519, which ssh-keygen cannot convert)"_s},
        {"OpenSSH public key", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 me@host\n",
         ErrorCode::UnsupportedKey, u"an OpenSSH public key; convert it with: ssh-keygen"_s},
        {"OpenSSH EC public key", "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAI me@host\n",
         ErrorCode::UnsupportedKey, u"ssh-keygen -e -m PKCS8 -f key.pub"_s},
        {"OpenSSH Ed25519 public key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHfk5wEb me@host\n",
         ErrorCode::UnsupportedKey, u"an SSH Ed25519 public key, which ssh-keygen cannot convert"_s},
        {"OpenSSH key in a token", "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTIt me@host\n",
         ErrorCode::UnsupportedKey, u"kept in a security token"_s},
        {"SSH2 public key",
         "---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3NzaC1yc2E\n---- END SSH2 PUBLIC KEY ----\n",
         ErrorCode::UnsupportedKey, u"an SSH2 public key; convert it with: ssh-keygen -i -m RFC4716"_s},
        {"SSH2 Ed25519 public key",
         "---- BEGIN SSH2 PUBLIC KEY ----\nAAAAC3NzaC1lZDI1NTE5AAAAIHfk5wEb\n---- END SSH2 PUBLIC KEY ----\n",
         ErrorCode::UnsupportedKey, u"which ssh-keygen cannot convert"_s},
        {"SSH2 private key",
         "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56wAAAgIAAAAm\n---- END SSH2 ENCRYPTED PRIVATE KEY "
         "----\n",
         ErrorCode::UnsupportedKey, u"an SSH2 private key"_s},
        {"PuTTY", "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n", ErrorCode::UnsupportedKey,
         u"a PuTTY private key"_s},
        {"PGP", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----\n",
         ErrorCode::UnsupportedKey, u"a PGP file"_s},
        {"EC parameters alone", openssl({u"ecparam"_s, u"-name"_s, u"prime256v1"_s}),
         ErrorCode::UnsupportedKey, u"EC PARAMETERS"_s},
        {"old encrypted PEM",
         openssl({u"rsa"_s, u"-traditional"_s, u"-aes128"_s, u"-passout"_s, u"pass:secret"_s}, rsaKey()),
         ErrorCode::UnsupportedKey, u"openssl pkcs8 -topk8 -in old.pem -out new.pem"_s},
        {"UTF-16",
         "\xff\xfe" +
             QByteArray(QStringLiteral("-----BEGIN PUBLIC KEY-----").toStdU16String().size() * 2, 'x')
                 .replace(0, 52,
                          QByteArray(reinterpret_cast<const char *>(u"-----BEGIN PUBLIC KEY-----"), 52)),
         ErrorCode::InvalidKey, u"UTF-16"_s},
    };
}

QList<Refusal> damagedFiles()
{
    const QByteArray pem = rsaKey();
    QByteArray oneBitOff = pem;
    const qsizetype inBody = pem.size() / 2;
    oneBitOff[inBody] = oneBitOff.at(inBody) == 'A' ? 'B' : 'A';
    return {
        {"empty", "", ErrorCode::InvalidKey, u"the file is empty"_s},
        {"white space", " \r\n\t", ErrorCode::InvalidKey, u"the file is empty"_s},
        {"no key", "not a key", ErrorCode::InvalidKey, u"neither PEM nor DER nor JWK"_s},
        {"END line missing", pem.first(pem.indexOf("-----END")), ErrorCode::InvalidKey,
         u"line 1: BEGIN PRIVATE KEY has no END line: the key is cut short"_s},
        {"END line cut", pem.trimmed().chopped(3), ErrorCode::InvalidKey, u"does not end in five hyphens"_s},
        {"BEGIN line missing", pem.mid(pem.indexOf('\n') + 1), ErrorCode::InvalidKey,
         u"an END line without its BEGIN line"_s},
        {"BEGIN line with four hyphens", pem.mid(1), ErrorCode::InvalidKey,
         u"END line without its BEGIN line"_s},
        {"labels differ", QByteArray(pem).replace("END PRIVATE", "END PUBLIC"), ErrorCode::InvalidKey,
         u"BEGIN says \"PRIVATE KEY\" and END says \"PUBLIC KEY\""_s},
        {"nothing inside", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", ErrorCode::InvalidKey,
         u"nothing between BEGIN and END"_s},
        {"a strange character", QByteArray(pem).replace(100, 1, "*"), ErrorCode::InvalidKey,
         u"PRIVATE KEY, body: character"_s},
        {"a line missing", QByteArray(pem).remove(pem.indexOf('\n', 200), 65), ErrorCode::InvalidKey,
         u"cut short"_s},
        {"two keys in one armour",
         QByteArray(pem).replace("-----END", pem.mid(28, 64) + "\n-----END"),
         ErrorCode::InvalidKey,
         {}},
        {"PEM headers", QByteArray(pem).replace("KEY-----\nMII", "KEY-----\nComment: mine\n\nMII"),
         ErrorCode::UnsupportedKey, u"PEM headers"_s},
        {"body changed", oneBitOff, ErrorCode::InvalidKey, {}},
        {"unarmoured, cut short", derOf(pem).toBase64().first(400), ErrorCode::InvalidKey,
         u"cut short or damaged"_s},
        {"DER cut short", derOf(pem).first(400), ErrorCode::InvalidKey,
         u"cut short: the key announces more than the 400 bytes there are"_s},
        {"DER with a tail", derOf(pem) + "tail", ErrorCode::InvalidKey,
         u"more bytes after the end of the key"_s},
        {"DER of something else", QByteArray::fromHex("300c0601020601020601020601020000").first(14),
         ErrorCode::InvalidKey, u"no key"_s},
        {"JSON, no key", json("{'iss':'joe'}"), ErrorCode::InvalidKey, u"neither a JWK nor a JWK Set"_s},
        {"JSON array", json("[{'kty':'oct','k':'AAAA'}]"), ErrorCode::InvalidKey,
         u"neither a JWK nor a JWK Set"_s},
        {"JWK in a JSON string", json("'{\\'kty\\':\\'oct\\',\\'k\\':\\'AAAA\\'}'"), ErrorCode::InvalidKey,
         u"JWK: line 1, column 2"_s},
    };
}

} // namespace

class tst_KeyRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesByName_data();
    void refusesByName();
    void detailHoldsNoKey();
};

void tst_KeyRefusals::refusesByName_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    for (const Refusal &refusal : foreignFiles() + damagedFiles()) {
        QTest::newRow(refusal.name) << refusal.content << refusal.code << refusal.detail;
    }
}

void tst_KeyRefusals::refusesByName()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    const auto keys = keys::readKeyFile(bytesOf(content));
    QCOMPARE_ERROR(keys, code);
    QVERIFY2(keys.error().detail.contains(detail), qPrintable(keys.error().detail));
}

void tst_KeyRefusals::detailHoldsNoKey()
{
    const QByteArray pem = rsaKey();
    const QByteArray body = pem.mid(40, 400);
    for (qsizetype i = 30; i < pem.size() - 40; i += 97) {
        const QByteArray damaged = QByteArray(pem).replace(i, 3, "*#*");
        const auto keys = keys::readKeyFile(bytesOf(damaged));
        QVERIFY(!keys.has_value());
        const QByteArray detail = keys.error().detail.toUtf8();
        for (const QByteArray &line : body.split('\n')) {
            QVERIFY(line.size() < 8 || !detail.contains(line.first(8)));
        }
    }
}

QTEST_GUILESS_MAIN(tst_KeyRefusals)
#include "tst_keyrefusals.moc"
