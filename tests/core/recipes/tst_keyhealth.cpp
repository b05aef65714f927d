#include "core/recipes/keyhealth.h"

#include "core/keys/fingerprint.h"
#include "core/recipes/recipecatalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;

class TestKeyHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsDoubtful_data();
    void namesWhatIsDoubtful();
    void onlyItsReadingMakesAKeyQuestionable();
    void everyWeaknessHasARemedy();
    void namesThePropertiesThatShareASecret();
    void destroyedKeysAndKeyPairsAreSharedByNobody();

private:
    static Property propertyWith(const QString &id, const QString &fingerprint);
};

void TestKeyHealth::namesWhatIsDoubtful_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("sound") << u"tau"_s << QByteArray("q7Rz-vT2m_Kx9Lp4Wc8Ny1Hb6Gd3Fs5J") << QStringList();
    QTest::newRow("too short") << u"tau"_s << QByteArray("q7Rz-vT2m_Kx9L")
                               << QStringList{u"secret-too-short"_s, u"secret-low-entropy"_s};
    QTest::newRow("few characters") << u"tau"_s << QByteArray("xyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxy")
                                    << QStringList{u"secret-low-entropy"_s};
    QTest::newRow("a sample") << u"tau"_s << QByteArray("a-string-secret-at-least-256-bits-long")
                              << QStringList{u"secret-well-known"_s};
    QTest::newRow("a line break") << u"tau"_s << QByteArray("q7Rz-vT2m_Kx9Lp4Wc8Ny1Hb6Gd3Fs5J\n")
                                  << QStringList{u"secret-has-white-space"_s};
    QTest::newRow("hex as text") << u"tau"_s << QByteArray("8f14e45fceea167a5a36dedd4bea2543c81e728d")
                                 << QStringList{u"secret-looks-like-hex"_s};
    QTest::newRow("hex as text, where the vendor's keys look so")
        << u"tawk-to"_s << QByteArray("8f14e45fceea167a5a36dedd4bea2543c81e728d") << QStringList();
    QTest::newRow("hex as text, in another form than the vendor's")
        << u"tawk-to"_s << QByteArray("8f14e45fceea167a5a36dedd4bea2543c81e728d9d4c2f63")
        << QStringList{u"secret-looks-like-hex"_s};
    QTest::newRow("base64 as text") << u"tau"_s << QByteArray("q7RzvT2mKx9Lp4Wc8Ny1Hb6Gd3Fs5JaBcD0=")
                                    << QStringList{u"secret-looks-like-base64"_s};
    QTest::newRow("several") << u"tau"_s << QByteArray(" secret ")
                             << QStringList{u"secret-well-known"_s, u"secret-too-short"_s,
                                            u"secret-low-entropy"_s, u"secret-has-white-space"_s};
}

void TestKeyHealth::namesWhatIsDoubtful()
{
    QFETCH(const QString, recipe);
    QFETCH(const QByteArray, secret);
    QFETCH(const QStringList, expected);
    const auto catalog = RecipeCatalog::builtIn();
    QVERIFY(catalog);
    const keys::KeyMaterial material =
        keys::SecretKey{SecretBytes::copyOf(bytesOf(secret)), keys::SecretEncoding::Text};
    QStringList found;
    for (const keys::KeyWeakness weakness : doubtsAbout(catalog->find(recipe)->key, material)) {
        found << keys::weaknessName(weakness);
    }
    QCOMPARE(found, expected);
}

void TestKeyHealth::onlyItsReadingMakesAKeyQuestionable()
{
    using enum keys::KeyWeakness;
    QCOMPARE(healthOf({}), KeyHealth::Sound);
    QCOMPARE(healthOf({SecretLooksLikeHex}), KeyHealth::Questionable);
    QCOMPARE(healthOf({SecretTooShort, SecretLooksLikeHex}), KeyHealth::Weak);
}

void TestKeyHealth::everyWeaknessHasARemedy()
{
    for (int i = 0; i <= int(keys::KeyWeakness::SecretLooksLikeBase64); ++i) {
        QVERIFY(qstrlen(remedyFor(keys::KeyWeakness(i))) > 0);
    }
}

Property TestKeyHealth::propertyWith(const QString &id, const QString &fingerprint)
{
    Property property;
    property.id = id;
    property.name = u"P"_s + id;
    keys::KeyDescription description;
    description.type = crypto::KeyType::Secret;
    description.fingerprint = fingerprint;
    property.keys.add(description, keys::KeyOrigin::Imported, {});
    return property;
}

void TestKeyHealth::namesThePropertiesThatShareASecret()
{
    const QList<Property> all = {propertyWith(u"1"_s, u"SHA256:aa"_s), propertyWith(u"2"_s, u"SHA256:bb"_s),
                                 propertyWith(u"3"_s, u"SHA256:aa"_s)};
    const auto shared = [&](int i) {
        return propertiesSharingSecret(all, all[i], all[i].keys.versions().first());
    };
    QCOMPARE(shared(0), QStringList{u"P3"_s});
    QCOMPARE(shared(1), QStringList());
    QCOMPARE(shared(2), QStringList{u"P1"_s});
}

void TestKeyHealth::destroyedKeysAndKeyPairsAreSharedByNobody()
{
    const QList<Property> all = {propertyWith(u"1"_s, u"SHA256:aa"_s), propertyWith(u"2"_s, u"SHA256:aa"_s)};
    keys::KeyVersion version = all[0].keys.versions().first();
    version.status = keys::KeyStatus::Destroyed;
    QCOMPARE(propertiesSharingSecret(all, all[0], version), QStringList());
    version = all[0].keys.versions().first();
    version.description.type = crypto::KeyType::Rsa;
    QCOMPARE(propertiesSharingSecret(all, all[0], version), QStringList());
}

QTEST_GUILESS_MAIN(TestKeyHealth)
#include "tst_keyhealth.moc"
