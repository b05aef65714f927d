#include "core/recipes/recipecatalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;

/// What is built in: the facts about the four vendors, as the vendors' pages state them.
class TestRecipeCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsTheFourVendorsByName();
    void findsRecipesById();
    void hashesTheUserIdForTawkLogin();
    void hashesTheEmailForTawkVisitor();
    void namesTawkErrors_data();
    void namesTawkErrors();
    void hashesUserIdForTau();
    void knowsTauCreatedAtIsANumber();
    void signsOrloTokensWithAKeyMadeHere();
    void takesFurtherClaimsForOrloOnly();
    void putsExactlyJtiIntoHuggyTokens();
    void marksEveryRuleWithItsEvidence();
    void failsForAFolderWithoutRecipes();

private:
    const Recipe &recipe(QStringView id) const { return *m_catalog.find(id); }

    RecipeCatalog m_catalog;
};

void TestRecipeCatalog::initTestCase()
{
    const Result<RecipeCatalog> catalog = RecipeCatalog::builtIn();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().detail));
    m_catalog = *catalog;
}

void TestRecipeCatalog::holdsTheFourVendorsByName()
{
    QStringList vendors;
    for (const Recipe &recipe : m_catalog.recipes()) {
        vendors.append(recipe.vendor);
    }
    QCOMPARE(vendors, QStringList({u"Huggy"_s, u"Orlo"_s, u"TAU"_s, u"tawk.to"_s}));
}

void TestRecipeCatalog::findsRecipesById()
{
    QCOMPARE(recipe(u"tawk-to").vendor, u"tawk.to"_s);
    QVERIFY(!m_catalog.find(u"tawk"));
}

void TestRecipeCatalog::hashesTheUserIdForTawkLogin()
{
    const Recipe &tawk = recipe(u"tawk-to");
    QCOMPARE(tawk.proof({})->id, u"login"_s);
    QCOMPARE(tawk.proof({})->mac()->messageField, u"userId"_s);
    QCOMPARE(tawk.proof({})->mac()->encoding, Encoding::Hex);
    QCOMPARE(tawk.key.issuer, KeyIssuer::Vendor);
    QCOMPARE(tawk.key.pattern, u"[0-9a-f]{40}"_s);
    QCOMPARE(tawk.verificationName, u"Secure Mode"_s);
    QCOMPARE(tawk.rotation.overlap, KeyOverlap::None);
}

void TestRecipeCatalog::hashesTheEmailForTawkVisitor()
{
    QCOMPARE(recipe(u"tawk-to").proof(u"visitor")->mac()->messageField, u"email"_s);
}

void TestRecipeCatalog::namesTawkErrors_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code :
         {"400", "401", "500", "INVALID_ATTRIBUTES", "SESSION_EXPIRED", "SERVER_ERROR", "ACCESS_ERROR",
          "ATTRIBUTE_LIMIT_EXCEEDED", "CONTAINS_INVALID_KEY", "CONTAINS_INVALID_VALUE", "INVALID_EVENT_NAME",
          "INVALID_TAGS", "TAG_LIMIT_EXCEEDED", "VERSION_CONFLICT"}) {
        QTest::newRow(code) << QString::fromLatin1(code);
    }
}

void TestRecipeCatalog::namesTawkErrors()
{
    QFETCH(QString, code);
    const QList<VendorError> &errors = recipe(u"tawk-to").errors;
    const auto found = std::ranges::find(errors, code, &VendorError::code);
    QVERIFY(found != errors.end());
    QVERIFY(!found->meaning.isEmpty() && !found->remedy.isEmpty());
}

void TestRecipeCatalog::hashesUserIdForTau()
{
    const ProofRule *rule = recipe(u"tau").proof({});
    QCOMPARE(rule->mac()->messageField, u"userId"_s);
    QCOMPARE(rule->fields, QStringList({u"userId"_s}));
    QCOMPARE(recipe(u"tau").propertyField(u"appId")->presence, Presence::Required);
}

void TestRecipeCatalog::knowsTauCreatedAtIsANumber()
{
    QCOMPARE(recipe(u"tau").visitorField(u"createdAt")->type, FieldType::UnixTime);
}

void TestRecipeCatalog::signsOrloTokensWithAKeyMadeHere()
{
    const Recipe &orlo = recipe(u"orlo");
    QCOMPARE(orlo.key.issuer, KeyIssuer::Customer);
    QCOMPARE(orlo.key.type, crypto::KeyType::Rsa);
    QCOMPARE(orlo.key.bits, 2048);
    QCOMPARE(orlo.proof({})->jwt()->algorithm, crypto::JwsAlgorithm::RS256);
    QCOMPARE(orlo.visitorField(u"isLoggedIn")->type, FieldType::Boolean);
    QCOMPARE(orlo.propertyField(u"embedCode")->placeholders, QStringList({u"JWT_TOKEN"_s}));
}

void TestRecipeCatalog::takesFurtherClaimsForOrloOnly()
{
    QCOMPARE(recipe(u"orlo").proof({})->jwt()->customClaims, CustomClaims::Allowed);
    QCOMPARE(recipe(u"huggy").proof({})->jwt()->customClaims, CustomClaims::Refused);
    QCOMPARE(recipe(u"huggy").proof({})->jwt()->expirySetting, ExpirySetting::Refused);
}

void TestRecipeCatalog::putsExactlyJtiIntoHuggyTokens()
{
    const JwtRule *rule = recipe(u"huggy").proof({})->jwt();
    QCOMPARE(rule->header, QStringList({u"typ"_s, u"alg"_s}));
    QCOMPARE(rule->claims.size(), 1);
    QCOMPARE(rule->claims.first().name, u"jti"_s);
    QCOMPARE(rule->algorithm, crypto::JwsAlgorithm::HS256);
}

void TestRecipeCatalog::marksEveryRuleWithItsEvidence()
{
    QCOMPARE(recipe(u"tau").evidence, Evidence::Sourced);
    QCOMPARE(recipe(u"tawk-to").evidence, Evidence::PublicCode);
    QCOMPARE(recipe(u"orlo").evidence, Evidence::Inferred);
    QCOMPARE(evidenceName(recipe(u"huggy").evidence), u"public-code"_s);
    QCOMPARE(evidenceName(recipe(u"tawk-to").rotation.evidence), u"unverified"_s);
}

void TestRecipeCatalog::failsForAFolderWithoutRecipes()
{
    const Result<RecipeCatalog> catalog = RecipeCatalog::fromFolder(u":/snippets"_s);
    QVERIFY(!catalog);
    QCOMPARE(catalog.error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestRecipeCatalog)
#include "tst_recipecatalog.moc"
