#include "core/keys/keyreader.h"
#include "tests/support/jsontext.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using keys::SecretEncoding;
using test::json;
using test::openssl;

class tst_SecretReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSecret_data();
    void readsSecret();
    void refusesSecret_data();
    void refusesSecret();
    void refusesKeyFileInEveryEncoding_data();
    void refusesKeyFileInEveryEncoding();
    void detailHoldsNoSecret();
};

void tst_SecretReader::readsSecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<SecretEncoding>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("notes");

    const QStringList lineBreak{u"the line break at the end is not part of the secret"_s};
    const QStringList whiteSpace{u"the white space at an end is part of the secret"_s};
    const QStringList dropped{u"white space around the secret dropped"_s};
    QTest::newRow("text") << QByteArray("your_secret_key") << SecretEncoding::Text
                          << QByteArray("your_secret_key") << QStringList();
    QTest::newRow("text, line feed") << QByteArray("key\n") << SecretEncoding::Text << QByteArray("key")
                                     << lineBreak;
    QTest::newRow("text, CRLF") << QByteArray("key\r\n") << SecretEncoding::Text << QByteArray("key")
                                << lineBreak;
    QTest::newRow("text, two line feeds")
        << QByteArray("key\n\n") << SecretEncoding::Text << QByteArray("key\n") << lineBreak + whiteSpace;
    QTest::newRow("text, leading space")
        << QByteArray(" key") << SecretEncoding::Text << QByteArray(" key") << whiteSpace;
    QTest::newRow("text, space inside")
        << QByteArray("my key") << SecretEncoding::Text << QByteArray("my key") << QStringList();
    QTest::newRow("text, UTF-8") << QByteArray("schlüssel") << SecretEncoding::Text << QByteArray("schlüssel")
                                 << QStringList();
    QTest::newRow("text, byte-order mark")
        << QByteArray("\xef\xbb\xbfkey") << SecretEncoding::Text << QByteArray("\xef\xbb\xbfkey")
        << QStringList{u"the byte-order mark at the start is part of the secret"_s};
    const QStringList surrounded{u"the quotes or the name of a setting around it are part of the secret"_s};
    QTest::newRow("text in quotes") << QByteArray("\"key\"") << SecretEncoding::Text << QByteArray("\"key\"")
                                    << surrounded;
    QTest::newRow("text of a settings file")
        << QByteArray("CHAT_KEY='key'") << SecretEncoding::Text << QByteArray("CHAT_KEY='key'") << surrounded;
    QTest::newRow("text with an equals sign at its end")
        << QByteArray("a2V5MQ==") << SecretEncoding::Text << QByteArray("a2V5MQ==") << QStringList();
    QTest::newRow("text that is hex")
        << QByteArray("00ff") << SecretEncoding::Text << QByteArray("00ff") << QStringList();
    QTest::newRow("text that starts with a brace")
        << QByteArray("{abc}") << SecretEncoding::Text << QByteArray("{abc}") << QStringList();
    QTest::newRow("text that starts as DER does")
        << QByteArray("0a1b2c3d4e5f") << SecretEncoding::Text << QByteArray("0a1b2c3d4e5f") << QStringList();
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4) << SecretEncoding::Text
                           << QByteArray("\xff\xfe\x00\x01", 4) << QStringList();
    QTest::newRow("hex") << QByteArray("00FFab") << SecretEncoding::Hex << QByteArray("\x00\xff\xab", 3)
                         << QStringList();
    QTest::newRow("hex, surrounded") << QByteArray(" 00ff \n") << SecretEncoding::Hex
                                     << QByteArray("\x00\xff", 2) << lineBreak + dropped;
    QTest::newRow("base64") << QByteArray("/+8=") << SecretEncoding::Base64 << QByteArray("\xff\xef", 2)
                            << QStringList();
    QTest::newRow("base64url") << QByteArray("_-8") << SecretEncoding::Base64 << QByteArray("\xff\xef", 2)
                               << QStringList{u"read as base64url"_s};
    const QStringList padded{u"read as base64url"_s, u"the padding, which base64url has none of, dropped"_s};
    QTest::newRow("base64url, padded by one")
        << QByteArray("_-8=") << SecretEncoding::Base64 << QByteArray("\xff\xef", 2) << padded;
    QTest::newRow("base64url, padded by two")
        << QByteArray("_w==") << SecretEncoding::Base64 << QByteArray("\xff", 1) << padded;
    // base64.urlsafe_b64encode(bytes(range(224, 256)))
    QTest::newRow("base64url, 32 bytes by Python")
        << QByteArray("4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8=") << SecretEncoding::Base64
        << QByteArray::fromHex("e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff") << padded;
}

void tst_SecretReader::readsSecret()
{
    QFETCH(QByteArray, content);
    QFETCH(SecretEncoding, encoding);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, notes);
    const auto key = keys::readSecret(bytesOf(content), encoding);
    QVERIFY_RESULT(key);
    const auto &secret = std::get<keys::SecretKey>(key->material);
    QCOMPARE(viewOf(secret.bytes.bytes()).toByteArray(), bytes);
    QCOMPARE(secret.encoding, encoding);
    QCOMPARE(key->notes, notes);
}

void tst_SecretReader::refusesSecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<SecretEncoding>("encoding");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << SecretEncoding::Text << ErrorCode::InvalidKey
                           << u"the secret is empty"_s;
    QTest::newRow("blank") << QByteArray(" \t\r\n") << SecretEncoding::Text << ErrorCode::InvalidKey
                           << u"the secret is empty"_s;
    QTest::newRow("empty hex") << QByteArray("\n") << SecretEncoding::Hex << ErrorCode::InvalidKey
                               << u"the secret is empty"_s;
    QTest::newRow("hex, a byte-order mark alone") << QByteArray("\xef\xbb\xbf\t") << SecretEncoding::Hex
                                                  << ErrorCode::InvalidKey << u"the secret is empty"_s;
    QTest::newRow("base64, a byte-order mark alone") << QByteArray("\xef\xbb\xbf") << SecretEncoding::Base64
                                                     << ErrorCode::InvalidKey << u"the secret is empty"_s;
    QTest::newRow("odd hex") << QByteArray("00f") << SecretEncoding::Hex << ErrorCode::InvalidEncoding
                             << u"secret as hex: "_s;
    QTest::newRow("no hex") << QByteArray("00fg") << SecretEncoding::Hex << ErrorCode::InvalidEncoding
                            << u"character 4"_s;
    QTest::newRow("hex with spaces") << QByteArray("00 ff") << SecretEncoding::Hex
                                     << ErrorCode::InvalidEncoding << u"character 3"_s;
    QTest::newRow("no base64") << QByteArray("ab*d") << SecretEncoding::Base64 << ErrorCode::InvalidEncoding
                               << u"secret as base64: character 3"_s;
    QTest::newRow("array of JWKs") << json("[{'kty':'RSA','n':'AQAB','e':'AQAB'}]") << SecretEncoding::Text
                                   << ErrorCode::InvalidKey << u"a key file"_s;
    QTest::newRow("JWK in a JSON string") << json("'{\\'kty\\':\\'RSA\\',\\'n\\':\\'AQAB\\'}'")
                                          << SecretEncoding::Text << ErrorCode::InvalidKey << u"a key file"_s;
    for (const char *text : {"_-8==", "_w=", "_-_-====", "_-_-=", "_=8=", "_=-8"}) {
        QTest::addRow("base64url, padding of %s", text)
            << QByteArray(text) << SecretEncoding::Base64 << ErrorCode::InvalidEncoding
            << u"padding, which base64url has none of"_s;
    }
    QTest::newRow("base64url, padded, unused bits")
        << QByteArray("_-9=") << SecretEncoding::Base64 << ErrorCode::InvalidEncoding
        << u"character 3: unused bits"_s;
    QTest::newRow("both alphabets, padded")
        << QByteArray("_+8=") << SecretEncoding::Base64 << ErrorCode::InvalidEncoding << QString();
    QTest::newRow("base64, unused bits")
        << QByteArray("/+9=") << SecretEncoding::Base64 << ErrorCode::InvalidEncoding << QString();
}

void tst_SecretReader::refusesSecret()
{
    QFETCH(QByteArray, content);
    QFETCH(SecretEncoding, encoding);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    const auto key = keys::readSecret(bytesOf(content), encoding);
    QCOMPARE_ERROR(key, code);
    QVERIFY2(key.error().detail.contains(detail), qPrintable(key.error().detail));
}

/// The forms in which a public key has been taken for an HMAC secret (algorithm confusion).
void tst_SecretReader::refusesKeyFileInEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<SecretEncoding>("encoding");
    const QByteArray pair =
        openssl({u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    const QByteArray pem = openssl({u"rsa"_s, u"-pubout"_s}, pair);
    const QByteArray der = openssl({u"rsa"_s, u"-pubout"_s, u"-outform"_s, u"DER"_s}, pair);
    const QByteArray jwk = json("{'kty':'RSA','n':'AQAB','e':'AQAB'}");
    const QByteArray ssh = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 me@host";
    QTest::newRow("PEM") << pem << SecretEncoding::Text;
    QTest::newRow("PEM without the last line break") << pem.trimmed() << SecretEncoding::Text;
    QTest::newRow("PEM with leading white space") << " \n\t" + pem << SecretEncoding::Text;
    QTest::newRow("PEM after a byte-order mark") << "\xef\xbb\xbf" + pem << SecretEncoding::Text;
    QTest::newRow("PEM in quotes") << '"' + pem + '"' << SecretEncoding::Text;
    QTest::newRow("PEM behind other text") << "key: " + pem << SecretEncoding::Text;
    QTest::newRow("PEM with CRLF") << QByteArray(pem).replace("\n", "\r\n") << SecretEncoding::Text;
    QTest::newRow("PEM with literal \\n") << QByteArray(pem).replace("\n", "\\n") << SecretEncoding::Text;
    QTest::newRow("PEM cut short") << pem.first(100) << SecretEncoding::Text;
    QTest::newRow("PEM in base64, as text") << pem.toBase64() << SecretEncoding::Text;
    QTest::newRow("PEM in base64") << pem.toBase64() << SecretEncoding::Base64;
    QTest::newRow("PEM in hex") << pem.toHex() << SecretEncoding::Hex;
    QTest::newRow("private PEM") << pair << SecretEncoding::Text;
    QTest::newRow("DER") << der << SecretEncoding::Text;
    QTest::newRow("DER after a byte-order mark") << "\xef\xbb\xbf" + der << SecretEncoding::Text;
    QTest::newRow("DER in base64, as text") << der.toBase64() << SecretEncoding::Text;
    QTest::newRow("DER in base64") << der.toBase64() << SecretEncoding::Base64;
    QTest::newRow("DER in hex") << der.toHex() << SecretEncoding::Hex;
    QTest::newRow("PKCS#1 DER") << openssl({u"rsa"_s, u"-RSAPublicKey_out"_s, u"-outform"_s, u"DER"_s}, pair)
                                << SecretEncoding::Text;
    QTest::newRow("JWK") << jwk << SecretEncoding::Text;
    QTest::newRow("JWK with leading white space") << "\n " + jwk << SecretEncoding::Text;
    QTest::newRow("JWK Set") << json("{'keys':[") + jwk + "]}" << SecretEncoding::Text;
    QTest::newRow("JWK in base64") << jwk.toBase64() << SecretEncoding::Base64;
    QTest::newRow("SSH") << ssh << SecretEncoding::Text;
    QTest::newRow("SSH with leading white space") << "\t" + ssh << SecretEncoding::Text;
    QTest::newRow("SSH without its name") << ssh.mid(8) << SecretEncoding::Text;
    QTest::newRow("SSH with options") << "no-pty " + ssh << SecretEncoding::Text;
    QTest::newRow("OpenSSH private")
        << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----")
        << SecretEncoding::Text;
    QTest::newRow("PuTTY") << QByteArray("PuTTY-User-Key-File-2: ssh-rsa") << SecretEncoding::Text;
}

void tst_SecretReader::refusesKeyFileInEveryEncoding()
{
    QFETCH(QByteArray, content);
    QFETCH(SecretEncoding, encoding);
    const auto key = keys::readSecret(bytesOf(content), encoding);
    QCOMPARE_ERROR(key, ErrorCode::InvalidKey);
    QVERIFY2(key.error().detail.startsWith(u"a key file, not a shared secret"),
             qPrintable(key.error().detail));
}

void tst_SecretReader::detailHoldsNoSecret()
{
    for (const SecretEncoding encoding : {SecretEncoding::Hex, SecretEncoding::Base64}) {
        const auto key = keys::readSecret(bytesOf("tiger!tiger"), encoding);
        QVERIFY(!key.has_value());
        QVERIFY(!key.error().detail.contains(u"tiger"));
    }
}

QTEST_GUILESS_MAIN(tst_SecretReader)
#include "tst_secretreader.moc"
