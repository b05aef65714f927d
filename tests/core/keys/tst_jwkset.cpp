#include "core/keys/keyreader.h"
#include "tests/support/corpora.h"
#include "tests/support/jsontext.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using test::json;

namespace {

QByteArray oct(const QByteArray &keyId, const QByteArray &more = {})
{
    return json("{'kty':'oct','k':'-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE','kid':'") + keyId + '"' +
           more + '}';
}

QByteArray set(const QByteArrayList &keys)
{
    return json("{'keys':[") + keys.join(',') + "]}";
}

const QByteArray ec = json("{'kty':'EC','crv':'P-256','x':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU','y':'"
                           "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0','kid':'a'}");
const QByteArray ed =
    json("{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo','kid':'a'}");

} // namespace

class tst_JwkSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRfc7517Set_data();
    void readsRfc7517Set();
    void keepsEachSecretWithItsKey();
    void readsUpToOneHundredKeys();
    void leavesOutUnusedKinds();
    void allowsOneKeyIdForTwoKinds();
    void refusesSet_data();
    void refusesSet();
    void refusesSetWhereOneKeyIsExpected();
};

void tst_JwkSet::readsRfc7517Set_data()
{
    REQUIRE_CORPUS(folder, "rfc-jose");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("described");
    QTest::addColumn<QList<bool>>("mayVerify");
    QTest::newRow("A.1 public") << u"rfc7517_A.1.jwkset"_s
                                << QStringList{u"EC P-256, public key only"_s, u"RSA 2048, public key only"_s}
                                << QList<bool>{false, true};
    QTest::newRow("A.2 private") << u"rfc7517_A.2.jwkset"_s << QStringList{u"EC P-256"_s, u"RSA 2048"_s}
                                 << QList<bool>{false, true};
    QTest::newRow("A.3 symmetric") << u"rfc7517_A.3.jwkset"_s
                                   << QStringList{u"Secret, 16 bytes, base64"_s,
                                                  u"Secret, 64 bytes, base64"_s}
                                   << QList<bool>{false, true};
    QTest::newRow("RFC 7515 A.6") << u"rfc7515_A.6.jwkset"_s << QStringList{u"RSA 2048"_s, u"EC P-256"_s}
                                  << QList<bool>{true, true};
}

void tst_JwkSet::readsRfc7517Set()
{
    QFETCH(QString, path);
    QFETCH(QStringList, described);
    QFETCH(QList<bool>, mayVerify);
    const auto keys = keys::readKeyFile(bytesOf(test::readCorpus(u"rfc-jose/"_s + path)));
    QVERIFY_RESULT(keys);
    QCOMPARE(std::ssize(*keys), described.size());
    for (qsizetype i = 0; i < described.size(); ++i) {
        const keys::ReadKey &key = keys->at(static_cast<std::size_t>(i));
        QCOMPARE(keys::describeKey(keys::describe(key.material)), described.at(i));
        QCOMPARE(key.mayVerify, mayVerify.at(i));
        QCOMPARE(key.form, u"JWK Set, key %1"_s.arg(i + 1));
    }
}

void tst_JwkSet::keepsEachSecretWithItsKey()
{
    const QByteArray text =
        set({json("{'kty':'oct','k':'AAAA','kid':'a'}"), json("{'kid':'b','kty':'oct','k':'AQEB'}"),
             json("{'k':'AgIC','kty':'oct'}")});
    const auto keys = keys::readKeyFile(bytesOf(text));
    QVERIFY_RESULT(keys);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto &secret = std::get<keys::SecretKey>(keys->at(i).material);
        QCOMPARE(viewOf(secret.bytes.bytes()).toByteArray(), QByteArray(3, static_cast<char>(i)));
    }
}

void tst_JwkSet::readsUpToOneHundredKeys()
{
    QByteArrayList entries;
    for (int i = 0; i < 100; ++i) {
        entries << oct(QByteArray::number(i));
    }
    const auto full = keys::readKeyFile(bytesOf(set(entries)));
    QVERIFY_RESULT(full);
    QCOMPARE(full->size(), std::size_t{100});
    entries << oct("one more");
    const auto over = keys::readKeyFile(bytesOf(set(entries)));
    QCOMPARE_ERROR(over, ErrorCode::InvalidKey);
    QCOMPARE(over.error().detail, u"a JWK Set of 101 keys: at most 100 are read"_s);
}

void tst_JwkSet::leavesOutUnusedKinds()
{
    const auto keys = keys::readKeyFile(bytesOf(set({json("{'kty':'AKP','kid':'x'}"), ec})));
    QVERIFY_RESULT(keys);
    QCOMPARE(keys->size(), std::size_t{1});
    QCOMPARE(keys->front().notes,
             QStringList{u"left out: key 1: JWK, kty: \"AKP\" is not a kind Countersign uses"_s});
}

void tst_JwkSet::allowsOneKeyIdForTwoKinds()
{
    // RFC 7517 section 4.5 names this exception.
    const auto keys = keys::readKeyFile(bytesOf(set({ec, ed})));
    QVERIFY_RESULT(keys);
    QCOMPARE(keys->size(), std::size_t{2});
}

void tst_JwkSet::refusesSet_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << set({}) << ErrorCode::UnsupportedKey << u"a JWK Set without keys"_s;
    QTest::newRow("no array") << json("{'keys':{}}") << ErrorCode::InvalidKey
                              << u"JWK Set, keys: not an array"_s;
    QTest::newRow("an entry that is no object")
        << set({"1"}) << ErrorCode::InvalidKey << u"key 1: not a JSON object"_s;
    QTest::newRow("a broken key") << set({oct("a"), json("{'kty':'oct'}")}) << ErrorCode::InvalidKey
                                  << u"key 2: JWK, k: missing"_s;
    QTest::newRow("one kid twice") << set({oct("a"), oct("a")}) << ErrorCode::InvalidKey
                                   << u"two keys of the JWK Set have the kid \"a\""_s;
    QTest::newRow("secrets beside public keys")
        << set({oct("a"), ec}) << ErrorCode::InvalidKey << u"mixes shared secrets with key pairs"_s;
    QTest::newRow("keys twice") << json("{'keys':[],'keys':[]}") << ErrorCode::InvalidKey
                                << u"\"keys\" occurs twice"_s;
    QTest::newRow("only unused kinds")
        << set({json("{'kty':'AKP'}")}) << ErrorCode::UnsupportedKey << u"key 1: JWK, kty"_s;
}

void tst_JwkSet::refusesSet()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    const auto keys = keys::readKeyFile(bytesOf(text));
    QCOMPARE_ERROR(keys, code);
    QVERIFY2(keys.error().detail.contains(detail), qPrintable(keys.error().detail));
}

void tst_JwkSet::refusesSetWhereOneKeyIsExpected()
{
    QCOMPARE_ERROR(keys::readSingleKey(bytesOf(set({oct("a"), oct("b")}))), ErrorCode::InvalidKey);
    QVERIFY_RESULT(keys::readSingleKey(bytesOf(set({oct("a")}))));
}

QTEST_GUILESS_MAIN(tst_JwkSet)
#include "tst_jwkset.moc"
