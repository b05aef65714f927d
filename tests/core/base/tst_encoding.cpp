#include "core/base/encoding.h"
#include "tests/support/result.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::Encoding)

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReads_data();
    void writesAndReads();
    void refuses_data();
    void refuses();
    void agreesWithQt();
    void readsEitherCaseOfHex();
    void namesNoCharacterOfASecret();
};

void TestEncoding::writesAndReads_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");

    // RFC 4648 section 10
    QTest::newRow("base64 nothing") << Encoding::Base64 << ""_ba << ""_ba;
    QTest::newRow("base64 f") << Encoding::Base64 << "f"_ba << "Zg=="_ba;
    QTest::newRow("base64 fo") << Encoding::Base64 << "fo"_ba << "Zm8="_ba;
    QTest::newRow("base64 foo") << Encoding::Base64 << "foo"_ba << "Zm9v"_ba;
    QTest::newRow("base64 foob") << Encoding::Base64 << "foob"_ba << "Zm9vYg=="_ba;
    QTest::newRow("base64 fooba") << Encoding::Base64 << "fooba"_ba << "Zm9vYmE="_ba;
    QTest::newRow("base64 foobar") << Encoding::Base64 << "foobar"_ba << "Zm9vYmFy"_ba;
    QTest::newRow("hex nothing") << Encoding::Hex << ""_ba << ""_ba;
    QTest::newRow("hex foobar") << Encoding::Hex << "foobar"_ba << "666f6f626172"_ba;
    QTest::newRow("hex all nibbles") << Encoding::Hex << QByteArray::fromHex("0123456789abcdef")
                                     << "0123456789abcdef"_ba;
    QTest::newRow("base64url nothing") << Encoding::Base64Url << ""_ba << ""_ba;
    // RFC 7515 appendix C
    QTest::newRow("base64url appendix C")
        << Encoding::Base64Url << QByteArray::fromHex("03ecffe0c1") << "A-z_4ME"_ba;
    QTest::newRow("base64 same bytes")
        << Encoding::Base64 << QByteArray::fromHex("03ecffe0c1") << "A+z/4ME="_ba;
    QTest::newRow("base64url one byte") << Encoding::Base64Url << QByteArray(1, '\0') << "AA"_ba;
}

void TestEncoding::writesAndReads()
{
    QFETCH(Encoding, encoding);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);

    QCOMPARE(encode(bytesOf(bytes), encoding), text);
    QCOMPARE(viewOf(encodeSecret(bytesOf(bytes), encoding).bytes()), text);
    const auto decoded = decode(text, encoding);
    QVERIFY_RESULT(decoded);
    QCOMPARE(*decoded, bytes);
    const auto secret = decodeSecret(bytesOf(text), encoding);
    QVERIFY_RESULT(secret);
    QCOMPARE(viewOf(secret->bytes()), bytes);
}

void TestEncoding::refuses_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");

    const auto row = [](const char *name, Encoding encoding, const QByteArray &text, const QString &detail) {
        QTest::newRow(name) << encoding << text << detail;
    };
    row("hex: half a byte", Encoding::Hex, "abc", u"character 3: half a byte"_s);
    row("hex: one digit", Encoding::Hex, "a", u"character 1: half a byte"_s);
    row("hex: not a digit", Encoding::Hex, "0g", u"character 2: not a character of hex"_s);
    row("hex: not a digit in an odd place", Encoding::Hex, "00z", u"character 3: not a character of hex"_s);
    row("hex: 0x", Encoding::Hex, "0x00", u"character 2: not a character of hex"_s);
    row("hex: space", Encoding::Hex, "00 00", u"character 3: white space"_s);
    row("hex: line break", Encoding::Hex, "0000\n", u"character 5: a line break"_s);
    row("hex: colons", Encoding::Hex, "00:00", u"character 3: not a character of hex"_s);
    row("hex: NUL", Encoding::Hex, QByteArray("0\0", 2), u"character 2: not a character of hex"_s);
    row("hex: beyond ASCII", Encoding::Hex, "\xff\xff", u"character 1: not a character of hex"_s);

    row("base64url: one pad", Encoding::Base64Url, "Zm8=", u"character 4: padding"_s);
    row("base64url: two pads", Encoding::Base64Url, "Zg==", u"character 3: padding"_s);
    row("base64url: only pads", Encoding::Base64Url, "====", u"character 1: padding"_s);
    row("base64url: plus", Encoding::Base64Url, "A+z_4ME", u"character 2: '+' or '/'"_s);
    row("base64url: slash", Encoding::Base64Url, "A-z/4ME", u"character 4: '+' or '/'"_s);
    row("base64url: line feed inside", Encoding::Base64Url, "Zm9v\nYmFy", u"character 5: a line break"_s);
    row("base64url: carriage return at the end", Encoding::Base64Url, "Zm9v\r",
        u"character 5: a line break"_s);
    row("base64url: space in front", Encoding::Base64Url, " Zm9v", u"character 1: white space"_s);
    row("base64url: tab", Encoding::Base64Url, "Zm\t9v", u"character 3: white space"_s);
    row("base64url: a lone character", Encoding::Base64Url, "Z", u"character 1: a lone trailing character"_s);
    row("base64url: a lone character after four", Encoding::Base64Url, "Zm9vY",
        u"character 5: a lone trailing"_s);
    row("base64url: unused bits of two", Encoding::Base64Url, "Zh", u"character 2: unused bits"_s);
    row("base64url: last unused bit of two", Encoding::Base64Url, "ZgAAZh", u"character 6: unused bits"_s);
    row("base64url: unused bits of three", Encoding::Base64Url, "Zm9", u"character 3: unused bits"_s);
    row("base64url: NUL", Encoding::Base64Url, QByteArray("Zm9\0", 4), u"character 4: not a character"_s);
    row("base64url: beyond ASCII", Encoding::Base64Url, "Zm9\xc3", u"character 4: not a character"_s);
    row("base64url: a dot", Encoding::Base64Url, "Zm9v.Zg", u"character 5: not a character"_s);
    row("base64url: percent sign", Encoding::Base64Url, "Zg%3D", u"character 3: not a character"_s);

    row("base64: no padding", Encoding::Base64, "Zg", u"character 3: wrong padding"_s);
    row("base64: half the padding", Encoding::Base64, "Zg=", u"character 3: wrong padding"_s);
    row("base64: too much padding", Encoding::Base64, "Zm9v=", u"character 5: wrong padding"_s);
    row("base64: three pads", Encoding::Base64, "Zg===", u"character 3: padding before the end"_s);
    row("base64: five pads", Encoding::Base64, "AAA=====", u"character 4: padding before the end"_s);
    row("base64: only pads", Encoding::Base64, "====", u"character 1: padding before the end"_s);
    row("base64: a pad alone", Encoding::Base64, "=", u"character 1: wrong padding"_s);
    row("base64: padding inside", Encoding::Base64, "Zg==Zg==", u"character 3: padding before the end"_s);
    row("base64: url alphabet", Encoding::Base64, "A-z_4ME=", u"character 2: '-' or '_'"_s);
    row("base64: line break", Encoding::Base64, "Zm9v\nYmFy", u"character 5: a line break"_s);
    row("base64: unused bits", Encoding::Base64, "Zh==", u"character 2: unused bits"_s);
}

void TestEncoding::refuses()
{
    QFETCH(Encoding, encoding);
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);

    const auto decoded = decode(text, encoding);
    QCOMPARE_ERROR(decoded, ErrorCode::InvalidEncoding);
    QVERIFY2(decoded.error().detail.startsWith(detail), qPrintable(decoded.error().detail));
    QCOMPARE_ERROR(decodeSecret(bytesOf(text), encoding), ErrorCode::InvalidEncoding);
}

void TestEncoding::agreesWithQt()
{
    QRandomGenerator random(7519);
    for (int size = 0; size < 300; ++size) {
        QByteArray bytes(size, '\0');
        random.generate(bytes.begin(), bytes.end());
        QCOMPARE(encode(bytesOf(bytes), Encoding::Base64), bytes.toBase64());
        QCOMPARE(encode(bytesOf(bytes), Encoding::Base64Url),
                 bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        QCOMPARE(encode(bytesOf(bytes), Encoding::Hex), bytes.toHex());
        for (const Encoding encoding : {Encoding::Base64, Encoding::Base64Url, Encoding::Hex}) {
            QCOMPARE(decode(encode(bytesOf(bytes), encoding), encoding), bytes);
        }
    }
}

void TestEncoding::readsEitherCaseOfHex()
{
    QCOMPARE(decode("aBCdEf", Encoding::Hex), QByteArray::fromHex("abcdef"));
}

void TestEncoding::namesNoCharacterOfASecret()
{
    const auto refused = decodeSecret(bytesOf("ab~cd!"), Encoding::Hex);
    QVERIFY(!refused);
    QVERIFY(!refused.error().detail.contains(u'~') && !refused.error().detail.contains(u'!'));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
