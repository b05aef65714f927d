#include "core/keys/keymaterial.h"
#include "core/vault/demovault.h"
#include "core/vault/vault.h"
#include "tests/support/result.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

constexpr crypto::ScryptParameters cheapest; // the least a vault may have

SecretBytes secret(const char *text)
{
    return SecretBytes::copyOf(bytesOf(text));
}

keys::KeyMaterial secretKey(const char *text)
{
    return keys::SecretKey{secret(text), keys::SecretEncoding::Text};
}

NewProperty shop(const QString &name)
{
    NewProperty added;
    added.property.name = name;
    added.property.recipeId = u"tau"_s;
    added.property.fields.insert(u"appId"_s, u"app-1"_s);
    added.keys.emplace_back(secretKey("planted-key-one"), keys::KeyOrigin::Imported);
    return added;
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Vault> create();
    Result<std::unique_ptr<Vault>> reopen(const char *passphrase = "correct horse")
    {
        return Vault::open(m_path, secret(passphrase), m_actor, m_clock);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Actor m_actor{u"ada-lovelace"_s, u"desk-12"_s};
    FixedClock m_clock{Timestamp(std::chrono::seconds(1790000000))};

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"test.countersign"_s);
    }

    void readsBackWhatWasSaved();
    void tellsWrongPassphraseDamageAndAbsenceApart();
    void refusesAnEmptyNewPassphrase();
    void refusesManyKeySlotsAtOnce();
    void keepsTheFileToItsOwner();
    void rotatesPromotesRevokesAndDestroys();
    void refusesTheSameKeyWhateverItsStatus_data();
    void refusesTheSameKeyWhateverItsStatus();
    void takesThePrivateHalfOfAPublicKey();
    void refusesToOverwriteAChangeMadeElsewhere();
    void leavesNothingReadableInTheFile();
    void demoVaultIsSound();
};

std::unique_ptr<Vault> VaultTest::create()
{
    auto created = Vault::create(m_path, secret("correct horse"), cheapest, m_actor, m_clock);
    return created ? *std::move(created) : nullptr;
}

void VaultTest::readsBackWhatWasSaved()
{
    auto vault = create();
    QVERIFY(vault);
    const auto added = vault->addProperty(shop(u"Shop EU"_s));
    QVERIFY(added);
    vault.reset();

    auto again = reopen();
    QVERIFY(again);
    const auto properties = (*again)->properties();
    QVERIFY(properties);
    QCOMPARE(properties->size(), 1);
    QVERIFY(properties->front() == *added);
    const auto material = (*again)->keyMaterial(added->id, 1);
    QVERIFY(material);
    QCOMPARE(viewOf(std::get<keys::SecretKey>(*material).bytes.bytes()), QByteArrayView("planted-key-one"));
}

void VaultTest::tellsWrongPassphraseDamageAndAbsenceApart()
{
    QCOMPARE(reopen().error().code, ErrorCode::VaultNotFound);
    QVERIFY(create());
    QCOMPARE(reopen("wrong").error().code, ErrorCode::WrongPassphrase);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(1000));
    file.close();
    QCOMPARE(reopen().error().code, ErrorCode::VaultDamaged);
}

void VaultTest::refusesAnEmptyNewPassphrase()
{
    auto vault = create();
    QVERIFY(vault);
    const auto changed = vault->changePassphrase(secret("correct horse"), {}, cheapest);
    QCOMPARE(changed.error().code, ErrorCode::InvalidInput);
    vault.reset();
    QVERIFY(reopen());
}

/// Each slot costs a key derivation to try, so a planted file with thousands would hang the program.
void VaultTest::refusesManyKeySlotsAtOnce()
{
    QVERIFY(create());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plant"_s);
        database.setDatabaseName(m_path);
        QVERIFY(database.open() && database.transaction());
        QSqlQuery query(database);
        for (int id = 2; id < 1000; ++id) {
            QVERIFY(
                query.exec(u"INSERT INTO key_slot SELECT %1, kind, kdf, cost, block_size, parallelization, "
                           "salt, wrapped_key, commitment, checksum FROM key_slot WHERE id = 1"_s.arg(id)));
        }
        QVERIFY(database.commit());
    }
    QSqlDatabase::removeDatabase(u"plant"_s);
    const auto opened = reopen();
    QCOMPARE(opened.error().code, ErrorCode::VaultDamaged);
    QCOMPARE(opened.error().detail, u"key slot 2 is of no known kind"_s);
}

void VaultTest::keepsTheFileToItsOwner()
{
    QVERIFY(create());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_path).permissions() & others));
}

void VaultTest::rotatesPromotesRevokesAndDestroys()
{
    auto vault = create();
    auto property = vault->addProperty(shop(u"Shop EU"_s));
    property =
        vault->rotateKey(*property, secretKey("key-two"), keys::KeyOrigin::Imported, keys::RevokeOld::No);
    QVERIFY(property);
    QCOMPARE(property->keys.current()->number, 2);
    property = vault->promoteKey(*property, 1);
    QVERIFY(property);
    QCOMPARE(property->keys.current()->number, 1);
    property = vault->revokeKey(*property, 2);
    QVERIFY(property);
    property = vault->destroyKey(*property, 2);
    QVERIFY(property);
    QCOMPARE(vault->keyMaterial(property->id, 2).error().code, ErrorCode::UnknownKeyVersion);
    QVERIFY(vault->keyMaterial(property->id, 1));
    const auto check = vault->check();
    QVERIFY(check);
    QCOMPARE(check->findings, QStringList());
    QCOMPARE(vault->activity({})->size(), 6);
}

void VaultTest::refusesTheSameKeyWhateverItsStatus_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("detail");
    QTest::newRow("revoked") << QByteArray("key-one")
                             << u"version 1, revoked; only if that was a mistake, promote it"_s;
    QTest::newRow("destroyed") << QByteArray("key-two") << u"version 2, destroyed"_s;
    QTest::newRow("previous") << QByteArray("key-three")
                              << u"version 3, previous; promoting it makes it current again"_s;
    QTest::newRow("current") << QByteArray("key-four") << u"version 4, current"_s;
    QTest::newRow("standby") << QByteArray("key-five")
                             << u"version 5, standby; promoting it puts it to use"_s;
}

void VaultTest::refusesTheSameKeyWhateverItsStatus()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, detail);
    const auto imported = keys::KeyOrigin::Imported;
    auto vault = create();
    NewProperty added = shop(u"Shop EU"_s);
    added.keys.clear();
    for (const char *text : {"key-one", "key-two", "key-three", "key-four"}) {
        added.keys.emplace_back(secretKey(text), imported);
    }
    auto property = vault->addProperty(std::move(added));
    property = vault->addKey(*property, secretKey("key-five"), imported);
    property = vault->revokeKey(*property, 1);
    property = vault->destroyKey(*vault->revokeKey(*property, 2), 2);
    QVERIFY_RESULT(property);
    const keys::KeyMaterial same = secretKey(key.constData());
    const Error expected{ErrorCode::KeyExists, detail};
    QCOMPARE(vault->rotateKey(*property, same, imported, keys::RevokeOld::Yes).error(), expected);
    QCOMPARE(vault->addKey(*property, same, imported).error(), expected);
    QCOMPARE(vault->property(property->id)->keys, property->keys);
}

/// It is the same key by its fingerprint, and the only way to make proofs with it.
void VaultTest::takesThePrivateHalfOfAPublicKey()
{
    const auto imported = keys::KeyOrigin::Imported;
    auto vault = create();
    const auto pair = keys::generateKey({.type = crypto::KeyType::Ed25519});
    const keys::KeyMaterial half = *keys::publicKeyOf(*pair);
    NewProperty added = shop(u"Shop EU"_s);
    added.keys.clear();
    auto property = vault->addProperty(std::move(added));
    property = vault->addKey(*property, half, imported);
    QCOMPARE_ERROR(vault->addKey(*property, half, imported), ErrorCode::KeyExists);
    const auto revoked = vault->revokeKey(*property, 1);
    QCOMPARE_ERROR(vault->addKey(*revoked, *pair, imported), ErrorCode::KeyExists);
    property = vault->promoteKey(*revoked, 1);
    property = vault->rotateKey(*property, *pair, imported, keys::RevokeOld::No);
    QVERIFY_RESULT(property);
    QCOMPARE_ERROR(vault->addKey(*property, half, imported), ErrorCode::KeyExists);
}

void VaultTest::refusesToOverwriteAChangeMadeElsewhere()
{
    auto vault = create();
    const auto read = vault->addProperty(shop(u"Shop EU"_s));
    auto other = reopen();
    recipes::Property theirs = *read;
    theirs.notes = u"theirs"_s;
    QVERIFY((*other)->updateProperty(theirs));
    recipes::Property ours = *read;
    ours.notes = u"ours"_s;
    QCOMPARE(vault->updateProperty(ours).error().code, ErrorCode::VaultConflict);
    QCOMPARE(vault->property(read->id)->notes, u"theirs"_s);
}

void VaultTest::leavesNothingReadableInTheFile()
{
    auto vault = create();
    QVERIFY(vault->addProperty(shop(u"Shop EU"_s)));
    const QByteArray bytes = fileBytes(m_path);
    QVERIFY(!bytes.contains("planted-key-one"));
    QVERIFY(!bytes.contains("Shop EU"));
    QVERIFY(!bytes.contains(QByteArray("S\0h\0o\0p", 7)));
    QVERIFY(!bytes.contains("ada-lovelace"));
}

void VaultTest::demoVaultIsSound()
{
    const auto catalog = recipes::RecipeCatalog::builtIn();
    QVERIFY(catalog);
    SystemClock clock;
    auto vault = createDemoVault(m_path, *catalog, m_actor, clock);
    QVERIFY2(vault, vault ? "" : qPrintable(vault.error().detail));
    const auto check = (*vault)->check();
    QVERIFY(check);
    QCOMPARE(check->findings, QStringList());
    QCOMPARE(check->properties, 11);
}

QTEST_GUILESS_MAIN(VaultTest)
#include "tst_vault.moc"
