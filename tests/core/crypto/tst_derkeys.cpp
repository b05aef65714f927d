#include "core/crypto/asymmetrickey.h"
#include "tests/support/result.h"

#include <QTest>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

namespace {

enum class Length { Shortest, Longer };

/// An element of DER, or with a longer length than needed of BER alone.
QByteArray element(char tag, const QByteArray &content, Length length = Length::Shortest)
{
    const qsizetype size = content.size();
    QByteArray header(1, tag);
    if (length == Length::Longer) {
        header.append('\x84').append(4, '\0');
        for (int i = 0; i < 4; ++i) {
            header[5 - i] = static_cast<char>(size >> 8 * i);
        }
    } else if (size < 0x80) {
        header.append(static_cast<char>(size));
    } else if (size < 0x100) {
        header.append('\x81').append(static_cast<char>(size));
    } else {
        header.append('\x82').append(static_cast<char>(size >> 8)).append(static_cast<char>(size));
    }
    return header + content;
}

QByteArray sequence(const QByteArray &content)
{
    return element('\x30', content);
}

QByteArray integer(const QByteArray &bigEndian)
{
    return element('\x02', !bigEndian.isEmpty() && bigEndian[0] < 0 ? '\0' + bigEndian : bigEndian);
}

const QByteArray zero = element('\x02', QByteArray(1, '\0'));
const QByteArray one = element('\x02', "\1");

QByteArray plain(const SecretBytes &bytes)
{
    return viewOf(bytes.bytes()).toByteArray();
}

const PrivateKey &rsaKey()
{
    static const PrivateKey key = *PrivateKey::generateRsa(2048);
    return key;
}

const PrivateKey &ecKey()
{
    static const PrivateKey key = *PrivateKey::generateEc(EcCurve::P256);
    return key;
}

/// RSAPrivateKey with one of its parts exchanged: version, n, e, d, p, q, dp, dq, qi.
QByteArray pkcs1(int exchanged = -1, const QByteArray &part = {}, const QByteArray &behind = {})
{
    const PublicNumbers half = rsaKey().publicKey().numbers();
    const PrivateNumbers numbers = rsaKey().numbers();
    QByteArrayList parts{zero,
                         integer(half.n),
                         integer(half.e),
                         integer(plain(numbers.d)),
                         integer(plain(numbers.p)),
                         integer(plain(numbers.q)),
                         integer(plain(numbers.dp)),
                         integer(plain(numbers.dq)),
                         integer(plain(numbers.qi))};
    if (exchanged >= 0) {
        parts[exchanged] = part;
    }
    return sequence(parts.join() + behind);
}

const QByteArray rsaIdentifier = QByteArray::fromHex("06092a864886f70d010101");
const QByteArray ecIdentifier = QByteArray::fromHex("06072a8648ce3d0201");
const QByteArray p256 = QByteArray::fromHex("06082a8648ce3d030107");
const QByteArray secp256k1 = QByteArray::fromHex("06052b8104000a");
const QByteArray null = QByteArray::fromHex("0500");

QByteArray pkcs8(const QByteArray &algorithm, const QByteArray &key, const QByteArray &behind = {},
                 const QByteArray &version = zero)
{
    return sequence(version + sequence(algorithm) + element('\x04', key) + behind);
}

QByteArray scalar()
{
    return plain(ecKey().numbers().d);
}

enum class Point { Full, Compressed };

QByteArray point(Point form = Point::Full)
{
    const PublicNumbers numbers = ecKey().publicKey().numbers();
    const char sign = static_cast<char>(2 + (numbers.y.back() & 1));
    return form == Point::Full ? '\4' + numbers.x + numbers.y : sign + numbers.x;
}

QByteArray publicPart(const QByteArray &bytes)
{
    return element('\xa1', element('\x03', '\0' + bytes));
}

QByteArray sec1(const QByteArray &d, const QByteArray &parameters, const QByteArray &publicKey,
                const QByteArray &version = one)
{
    return sequence(version + element('\x04', d) + parameters + publicKey);
}

/// RFC 8410 section 10.3: the same key in both versions, the second with attributes and its public half.
const QByteArray ed25519First =
    QByteArray::fromBase64("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC");
const QByteArray ed25519Second = QByteArray::fromBase64(
    "MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUg"
    "Q2hhaXJzgSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");

} // namespace

/// Structures put together byte by byte: what our strict reader takes and what it refuses.
class TestDerKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRsa_data();
    void readsRsa();
    void readsEc_data();
    void readsEc();
    void readsEd25519OfBothVersions();
    void refuses_data();
    void refuses();
    void refusesPublicKeysThatAreNotDer_data();
    void refusesPublicKeysThatAreNotDer();
};

void TestDerKeys::readsRsa_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::newRow("as it is written") << pkcs8(rsaIdentifier + null, pkcs1());
    QTest::newRow("no parameters") << pkcs8(rsaIdentifier, pkcs1());
    QTest::newRow("attributes") << pkcs8(rsaIdentifier + null, pkcs1(), element('\xa0', ""));
    const PublicNumbers half = rsaKey().publicKey().numbers();
    QTest::newRow("without primes") << pkcs8(rsaIdentifier + null,
                                             sequence(zero + integer(half.n) + integer(half.e) +
                                                      integer(plain(rsaKey().numbers().d)) + zero + zero +
                                                      zero + zero + zero));
}

void TestDerKeys::readsRsa()
{
    QFETCH(QByteArray, der);
    const auto key = PrivateKey::fromPkcs8Der(bytesOf(der));
    QVERIFY_RESULT(key);
    QVERIFY(key->isConsistent());
    QVERIFY(key->publicKey() == rsaKey().publicKey());
}

void TestDerKeys::readsEc_data()
{
    QTest::addColumn<QByteArray>("der");
    const QByteArray named = element('\xa0', p256);
    QTest::newRow("as it is written") << sec1(scalar(), named, publicPart(point()));
    QTest::newRow("compressed point") << sec1(scalar(), named, publicPart(point(Point::Compressed)));
    QTest::newRow("no public half") << sec1(scalar(), named, {});
}

void TestDerKeys::readsEc()
{
    QFETCH(QByteArray, der);
    const auto key = PrivateKey::fromSec1Der(bytesOf(der));
    QVERIFY_RESULT(key);
    QVERIFY(key->publicKey() == ecKey().publicKey());
    const auto wrapped = PrivateKey::fromPkcs8Der(bytesOf(pkcs8(ecIdentifier + p256, der)));
    QVERIFY_RESULT(wrapped);
    QVERIFY(wrapped->publicKey() == ecKey().publicKey());
}

void TestDerKeys::readsEd25519OfBothVersions()
{
    const auto first = PrivateKey::fromPkcs8Der(bytesOf(ed25519First));
    const auto second = PrivateKey::fromPkcs8Der(bytesOf(ed25519Second));
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(second);
    QVERIFY(first->publicKey() == second->publicKey());
    QCOMPARE(first->publicKey().numbers().x,
             QByteArray::fromHex("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"));
}

void TestDerKeys::refuses_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QByteArray &der, ErrorCode code = ErrorCode::InvalidKey) {
        QTest::newRow(name) << der << code;
    };
    const auto rsa = [](const QByteArray &inner) { return pkcs8(rsaIdentifier + null, inner); };
    const QByteArray d = plain(rsaKey().numbers().d), p = plain(rsaKey().numbers().p);
    const QByteArray valid = rsa(pkcs1());
    row("bytes behind", valid + '\0');
    row("bytes behind, within", sequence(valid.mid(4) + zero));
    row("a longer length than needed", element('\x30', valid.mid(4), Length::Longer));
    row("an indefinite length", "\x30\x80" + valid.mid(4) + QByteArray(2, '\0'));
    row("version 2", pkcs8(rsaIdentifier + null, pkcs1(), {}, element('\x02', "\2")));
    row("a public half in the first version",
        pkcs8(rsaIdentifier + null, pkcs1(), element('\x81', QByteArray(2, '\0'))));
    row("parameters that are not NULL", pkcs8(rsaIdentifier + p256, pkcs1()));
    row("NULL with something in it", pkcs8(rsaIdentifier + element('\x05', "x"), pkcs1()));
    row("RSA: bytes behind the numbers", rsa(pkcs1() + '\0'));
    row("RSA: a tenth number", rsa(pkcs1(-1, {}, one)));
    row("RSA: a number in more bytes than needed", rsa(pkcs1(3, element('\x02', QByteArray(2, '\0') + d))));
    row("RSA: a negative number", rsa(pkcs1(4, element('\x02', p.front() < 0 ? p : '\x80' + p))));
    row("RSA: an empty number", rsa(pkcs1(3, element('\x02', ""))));
    row("RSA: another p", rsa(pkcs1(4, integer(plain(PrivateKey::generateRsa(2048)->numbers().p)))));
    row("RSA: p and q of nothing", rsa(pkcs1(4, zero)));
    row("RSA: p one", rsa(pkcs1(4, one)));
    row("RSA: d zero", rsa(pkcs1(3, zero)));
    row("RSA: a text for a number", rsa(pkcs1(3, element('\x04', d))));
    row("RSA: more primes", rsa(pkcs1(0, one, sequence(sequence(one + one + one)))),
        ErrorCode::UnsupportedKey);
    const QByteArray ecInner = sec1(scalar(), {}, publicPart(point()));
    const auto ec = [](const QByteArray &inner) { return pkcs8(ecIdentifier + p256, inner); };
    row("EC: no curve", pkcs8(ecIdentifier, ecInner));
    row("EC: another curve", pkcs8(ecIdentifier + secp256k1, ecInner), ErrorCode::UnsupportedKey);
    row("EC: a curve written out", pkcs8(ecIdentifier + sequence(one), ecInner), ErrorCode::UnsupportedKey);
    row("EC: two curves", ec(sec1(scalar(), element('\xa0', QByteArray::fromHex("06052b81040022")), {})));
    row("EC: version 0", ec(sec1(scalar(), {}, {}, zero)));
    row("EC: no number", ec(sec1({}, {}, {})));
    row("EC: 0", ec(sec1(QByteArray(32, '\0'), {}, {})));
    row("EC: beyond the order", ec(sec1(QByteArray(32, '\xff'), {}, {})));
    row("EC: a byte too many", ec(sec1('\0' + scalar(), {}, {})));
    row("EC: another's public half", ec(sec1(scalar(), {}, publicPart('\4' + QByteArray(64, '\1')))));
    row("EC: the other y", ec(sec1(scalar(), {},
                                   publicPart((point(Point::Compressed)[0] == 2 ? '\3' : '\2') +
                                              point(Point::Compressed).mid(1)))));
    row("EC: an empty public half", ec(sec1(scalar(), {}, publicPart({}))));
    row("Ed25519: 31 bytes", pkcs8(QByteArray::fromHex("06032b6570"), element('\x04', QByteArray(31, '\5'))));
    row("Ed25519: with parameters",
        pkcs8(QByteArray::fromHex("06032b6570") + null, element('\x04', QByteArray(32, '\5'))));
    row("Ed25519: another's public half",
        QByteArray(ed25519Second).replace(ed25519Second.size() - 1, 1, "x"));
    row("X25519", pkcs8(QByteArray::fromHex("06032b656e"), element('\x04', QByteArray(32, '\5'))),
        ErrorCode::UnsupportedKey);
}

void TestDerKeys::refuses()
{
    QFETCH(QByteArray, der);
    QFETCH(ErrorCode, code);
    const auto key = PrivateKey::fromPkcs8Der(bytesOf(der));
    QCOMPARE_ERROR(key, code);
    QVERIFY(!key.error().detail.isEmpty());
}

void TestDerKeys::refusesPublicKeysThatAreNotDer_data()
{
    QTest::addColumn<QByteArray>("der");
    const QByteArray valid = rsaKey().publicKey().spkiDer();
    const PublicNumbers numbers = rsaKey().publicKey().numbers();
    const auto spki = [](const QByteArray &key) {
        return sequence(sequence(rsaIdentifier + null) + element('\x03', '\0' + key));
    };
    QVERIFY(
        PublicKey::fromSpkiDer(bytesOf(spki(sequence(integer(numbers.n) + integer(numbers.e))))).has_value());
    QTest::newRow("bytes behind") << valid + '\0';
    QTest::newRow("a longer length than needed") << element('\x30', valid.mid(4), Length::Longer);
    QTest::newRow("bytes behind the numbers")
        << spki(sequence(integer(numbers.n) + integer(numbers.e)) + '\0');
    QTest::newRow("a negative modulus") << spki(sequence(element('\x02', numbers.n) + integer(numbers.e)));
    QTest::newRow("an exponent in more bytes than needed")
        << spki(sequence(integer(numbers.n) + element('\x02', '\0' + numbers.e)));
    QTest::newRow("unused bits") << sequence(
        sequence(rsaIdentifier + null) +
        element('\x03', '\1' + sequence(integer(numbers.n) + integer(numbers.e))));
}

void TestDerKeys::refusesPublicKeysThatAreNotDer()
{
    QFETCH(QByteArray, der);
    QCOMPARE_ERROR(PublicKey::fromSpkiDer(bytesOf(der)), ErrorCode::InvalidKey);
}

QTEST_GUILESS_MAIN(TestDerKeys)
#include "tst_derkeys.moc"
