#include "core/jose/jwsverifier.h"
#include "core/jose/keychoice.h"
#include "core/keys/keyweakness.h"
#include "tests/support/corpora.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using keys::KeyWeakness;

namespace {

/// Marked invalid because the key is weak. Vendors issue such keys: verifying with one works and says so.
const QHash<int, KeyWeakness> deviations = {{8, KeyWeakness::RsaTooShort},
                                            {10, KeyWeakness::SecretTooShort},
                                            {11, KeyWeakness::SecretTooShort},
                                            {12, KeyWeakness::SecretTooShort}};

} // namespace

/// Wycheproof's json_web_key_test.json: which keys and sets may be used at all.
class tst_JwkVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesOrRefuses_data();
    void verifiesOrRefuses();
};

void tst_JwkVectors::verifiesOrRefuses_data()
{
    REQUIRE_CORPUS(path, "wycheproof/json_web_key_test.json");
    QTest::addColumn<QByteArray>("keySet");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("isValid");
    const auto cases = test::readWycheproof(path);
    QCOMPARE(cases.size(), 26);
    for (const test::WycheproofCase &each : cases) {
        const QString half = each.group.contains(u"public") ? u"public"_s : u"private"_s;
        const QByteArray keySet = QJsonDocument(each.group[half].toObject()).toJson();
        QTest::newRow(each.name().constData()) << keySet << each.test[u"jws"].toString().toLatin1()
                                               << each.test[u"tcId"].toInt() << each.isValid();
    }
}

void tst_JwkVectors::verifiesOrRefuses()
{
    QFETCH(QByteArray, keySet);
    QFETCH(QByteArray, token);
    QFETCH(int, number);
    QFETCH(bool, isValid);
    const jose::DecodedToken decoded = jose::decodeToken(token);
    QVERIFY(decoded.jwt);
    const auto verify = [&]() -> std::optional<QList<KeyWeakness>> {
        const auto keys = keys::readKeyFile(bytesOf(keySet));
        const auto chosen = keys ? jose::chooseKey(*keys, *decoded.jwt) : std::unexpected(keys.error());
        const auto key = chosen ? jose::VerificationKey::create(**chosen) : std::unexpected(chosen.error());
        const bool verified = key && jose::verifyJws(decoded, *key).has_value();
        const crypto::HashAlgorithm hash = crypto::hashFor(*crypto::algorithmNamed(decoded.jwt->algorithm()));
        return verified ? std::optional(keys::weaknessesOf((*chosen)->material, hash)) : std::nullopt;
    };
    const auto weaknesses = verify();
    QCOMPARE(weaknesses.has_value(), isValid || deviations.contains(number));
    if (deviations.contains(number)) {
        QVERIFY(weaknesses->contains(deviations.value(number)));
    }
}

QTEST_GUILESS_MAIN(tst_JwkVectors)
#include "tst_jwkvectors.moc"
