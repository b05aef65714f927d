#include "tests/core/verify/diagnosisrows.h"
#include "tests/parity/legs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

/// A property of the vault, as a file of rows gives it.
struct Setting
{
    QString recipe;
    recipes::Property property;
    std::vector<verify::CandidateKey> keys;
};

/// Adds the keys in their order and brings each to its status.
Result<recipes::Property> addTo(vault::Vault &vault, const Setting &setting)
{
    vault::NewProperty added;
    added.property = setting.property;
    added.property.recipeId = setting.recipe;
    Result<recipes::Property> property = vault.addProperty(std::move(added));
    for (const verify::CandidateKey &key : setting.keys) {
        if (!property) {
            return property;
        }
        property =
            key.version.status == keys::KeyStatus::Standby
                ? vault.addKey(*property, key.material, keys::KeyOrigin::Imported)
                : vault.rotateKey(*property, key.material, keys::KeyOrigin::Imported, keys::RevokeOld::No);
    }
    for (const verify::CandidateKey &key : setting.keys) {
        const keys::KeyVersion *version = property ? property->keys.find(key.version.number) : nullptr;
        if (version && key.version.status == keys::KeyStatus::Revoked &&
            version->status != keys::KeyStatus::Revoked) {
            property = vault.revokeKey(*property, key.version.number);
        }
    }
    return property;
}

/// Every row, or one in so many.
int stride()
{
    return qEnvironmentVariableIsSet("COUNTERSIGN_EVERY_ROW") ? 1 : 4;
}

} // namespace

/// One answer whoever asks: Verify in the window, `verify` on the command line, and a list.
class TestParity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheSameCausesEverywhere_data();
    void namesTheSameCausesEverywhere();

private:
    void makeVault(cli::CliRunner &runner, const QJsonObject &document, const QString &keySet,
                   const QString &recipe);
};

void TestParity::namesTheSameCausesEverywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("keySet"); // empty: the file's own keys
    QTest::addColumn<QString>("recipe"); // of the program
    QTest::addColumn<QString>("proof");
    QTest::newRow("hashes, tawk.to") << u"more_hash_cases.json"_s << QString() << u"tawk-to"_s << u"login"_s;
    QTest::newRow("hashes, TAU") << u"hash_cases.json"_s << QString() << u"tau"_s << u"user"_s;
    QTest::newRow("tokens, Huggy") << u"more_token_cases.json"_s << u"huggy"_s << u"huggy"_s
                                   << u"user-hash"_s;
    QTest::newRow("tokens, Orlo") << u"more_token_cases.json"_s << u"orlo"_s << u"orlo"_s
                                  << u"customer-data"_s;
}

void TestParity::makeVault(cli::CliRunner &runner, const QJsonObject &document, const QString &keySet,
                           const QString &recipe)
{
    runner.makeVault();
    auto vault = vault::Vault::open(runner.vaultPath(), SecretBytes::copyOf(bytesOf("demo")),
                                    {u"ada"_s, u"desk"_s}, runner.clock());
    QVERIFY(vault);
    Setting checked{recipe, verify::propertyOf(document),
                    verify::keysOf(keySet.isEmpty() ? document["keys"_L1].toArray()
                                                    : document["keySets"_L1][keySet].toArray())};
    QVERIFY(addTo(**vault, checked));
    for (verify::OtherProperty &other : verify::othersOf(document)) {
        QVERIFY(addTo(**vault, {recipe, other.property, std::move(other.keys)}));
    }
}

void TestParity::namesTheSameCausesEverywhere()
{
    QFETCH(const QString, file);
    QFETCH(const QString, keySet);
    QFETCH(const QString, recipe);
    QFETCH(const QString, proof);
    const QJsonObject document = verify::readCases(file);
    cli::CliRunner runner;
    makeVault(runner, document, keySet, recipe);
    ParityScheme scheme{verify::propertyOf(document).name, proof, {}};
    QStringList names;
    int number = 0;
    for (const QJsonValue &value : document["rows"_L1].toArray()) {
        const verify::VerificationRequest request = verify::requestOf(value.toObject());
        const bool isAsked = value["recipe"_L1].toString() == keySet && !request.proof.trimmed().isEmpty();
        if (isAsked && number++ % stride() == 0) {
            scheme.requests.append(request);
            names.append(value["name"_L1].toString());
        }
    }
    QVERIFY(scheme.requests.size() >= 7);
    const QList<Codes> window = codesOfWindow(runner, scheme);
    const QList<Codes> line = codesOfCommandLine(runner, scheme);
    const QList<Codes> list = codesOfList(runner, scheme);
    QCOMPARE(list.size(), names.size());
    QStringList differences;
    for (qsizetype row = 0; row < names.size(); ++row) {
        if (window.at(row) != line.at(row) || line.at(row) != list.at(row)) {
            differences.append(u"%1: window %2 | command line %3 | list %4"_s.arg(
                names.at(row), window.at(row), line.at(row), list.at(row)));
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    QVERIFY(!window.join(QString()).isEmpty());
}

QTEST_MAIN(TestParity)
#include "tst_parity.moc"
