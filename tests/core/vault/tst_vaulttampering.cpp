#include "core/vault/recoverykey.h"
#include "vaultfixture.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

using Tamper = std::function<void(VaultFixture &)>;

QVariant one(const VaultFixture &fixture, const QString &sql)
{
    return fixture.edit({sql}).value(0);
}

void change(VaultFixture &fixture, const std::function<void(Vault &)> &use)
{
    auto vault = fixture.open();
    QVERIFY(vault);
    use(**vault);
}

recipes::Property shop(const Vault &vault, const QString &name)
{
    const auto properties = vault.properties();
    for (const recipes::Property &property : properties ? *properties : QList<recipes::Property>()) {
        if (property.name == name) {
            return property;
        }
    }
    return {};
}

void editNotes(VaultFixture &fixture)
{
    change(fixture, [](Vault &vault) {
        recipes::Property property = shop(vault, u"Shop EU"_s);
        property.notes = u"later"_s;
        QVERIFY(vault.updateProperty(property));
    });
}

/// Keeps a copy of a table, lets the vault change it, and puts it back.
void replay(VaultFixture &fixture, const QString &table, const Tamper &later)
{
    const VaultFixture old;
    old.setBytes(fixture.bytes());
    later(fixture);
    fixture.edit({u"ATTACH '%1' AS old"_s.arg(old.path()), u"DELETE FROM %1"_s.arg(table),
                  u"INSERT INTO %1 SELECT * FROM old.%1"_s.arg(table)});
}

} // namespace

/// What somebody with write access to the file, but without the passphrase, may try.
class VaultTamperingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDetectedAndNamed_data();
    void isDetectedAndNamed();
    void isDetectedWhileTheVaultIsOpen();
    void oldSlotWithItsOldPassphraseNoLongerOpens();
    void addedTableOrTriggerIsRefused_data();
    void addedTableOrTriggerIsRefused();
};

void VaultTamperingTest::isDetectedAndNamed_data()
{
    QTest::addColumn<Tamper>("tamper");
    QTest::addColumn<QString>("named");
    const auto sql = [](const QString &statement) {
        return Tamper([statement](VaultFixture &fixture) { fixture.edit({statement}); });
    };
    const auto row = [](const char *name, const Tamper &tamper, const QString &named) {
        QTest::newRow(name) << tamper << named;
    };

    row(
        "record dropped",
        [](VaultFixture &fixture) {
            QString id;
            change(fixture, [&](Vault &vault) { id = shop(vault, u"Shop US"_s).id; });
            fixture.edit({u"DELETE FROM record WHERE id = '%1'"_s.arg(id)});
        },
        u"“Shop US”"_s);
    row("all records dropped", sql(u"DELETE FROM record"_s), u"Shop EU"_s);
    row(
        "records swapped",
        [](VaultFixture &fixture) {
            const QVariant first = one(fixture, u"SELECT sealed FROM record ORDER BY id LIMIT 1"_s);
            const QVariant second = one(fixture, u"SELECT sealed FROM record ORDER BY id DESC LIMIT 1"_s);
            fixture.edit({u"UPDATE record SET sealed = ? WHERE id = (SELECT min(id) FROM record)"_s},
                         {second});
            fixture.edit({u"UPDATE record SET sealed = ? WHERE id = (SELECT max(id) FROM record)"_s},
                         {first});
        },
        u"was changed by something other than Countersign"_s);
    row("record duplicated under another id",
        sql(u"INSERT INTO record SELECT kind, '00112233445566778899aabbccddeeff', revision, sealed FROM record LIMIT 1"_s),
        u"00112233445566778899aabbccddeeff"_s);
    row("record of another kind", sql(u"INSERT INTO record VALUES(9, 'x', 1, x'00')"_s), {});
    row(
        "older record put back", [](VaultFixture &fixture) { replay(fixture, u"record"_s, editNotes); },
        u"“Shop EU”"_s);
    row(
        "record put back to before a key was used",
        [](VaultFixture &fixture) {
            replay(fixture, u"record"_s, [](VaultFixture &later) {
                change(later, [](Vault &vault) {
                    const recipes::Property property = shop(vault, u"Shop EU"_s);
                    QVERIFY(vault.record(ActivityKind::ProofMade, &property, 2, {}));
                });
            });
        },
        u"“Shop EU”"_s);
    row(
        "removed property put back",
        [](VaultFixture &fixture) {
            replay(fixture, u"record"_s, [](VaultFixture &later) {
                change(later, [](Vault &vault) { QVERIFY(vault.removeProperty(shop(vault, u"Shop US"_s))); });
            });
        },
        u"“Shop US”"_s);
    row(
        "property put back that was deleted for good",
        [](VaultFixture &fixture) {
            replay(fixture, u"record"_s, [](VaultFixture &later) {
                change(later, [](Vault &vault) {
                    QVERIFY(vault.removeProperty(shop(vault, u"Shop US"_s)));
                    QVERIFY(vault.deleteProperties(*vault.removedProperties()));
                });
            });
        },
        u"“Shop US”"_s);
    row("revision edited", sql(u"UPDATE record SET revision = revision + 1"_s), u"Shop EU"_s);
    row("record emptied", sql(u"UPDATE record SET sealed = x''"_s), u"Shop EU"_s);
    row("record turned into text", sql(u"UPDATE record SET sealed = 'text'"_s), u"Shop EU"_s);
    row("record turned to nonsense", sql(u"UPDATE record SET sealed = zeroblob(200)"_s), u"Shop EU"_s);

    row("key dropped", sql(u"DELETE FROM material WHERE version = 1"_s), u"version 1"_s);
    row("keys of two versions swapped", sql(u"UPDATE material SET version = 3 - version + 10"_s),
        u"version 1"_s);
    row(
        "key of another property",
        [](VaultFixture &fixture) {
            const QVariant other =
                one(fixture, u"SELECT sealed FROM material WHERE version = 2 ORDER BY owner DESC LIMIT 1"_s);
            fixture.edit({u"UPDATE material SET sealed = ? WHERE version = 2"_s}, {other});
        },
        u"version 2"_s);
    row("key emptied", sql(u"UPDATE material SET sealed = x''"_s), u"version 1"_s);
    row("key added", sql(u"INSERT INTO material SELECT owner, 7, sealed FROM material LIMIT 1"_s),
        u"no property"_s);
    row(
        "destroyed key put back",
        [](VaultFixture &fixture) {
            replay(fixture, u"material"_s, [](VaultFixture &later) {
                change(later, [](Vault &vault) {
                    auto property = vault.revokeKey(shop(vault, u"Shop EU"_s), 1);
                    QVERIFY(property);
                    QVERIFY(vault.destroyKey(*property, 1));
                });
            });
        },
        u"no property"_s);

    row("newest activity dropped",
        sql(u"DELETE FROM activity WHERE sequence = (SELECT max(sequence) FROM activity)"_s), u"activity"_s);
    row("oldest activity dropped", sql(u"DELETE FROM activity WHERE sequence = 1"_s), u"activity"_s);
    row("activity in the middle dropped", sql(u"DELETE FROM activity WHERE sequence = 2"_s), u"activity"_s);
    row("activity renumbered", sql(u"UPDATE activity SET sequence = sequence + 1 WHERE sequence = 3"_s),
        u"activity"_s);
    row(
        "activity swapped",
        [](VaultFixture &fixture) {
            const QVariant first = one(fixture, u"SELECT sealed FROM activity WHERE sequence = 1"_s);
            fixture.edit({u"UPDATE activity SET sealed = ? WHERE sequence = 2"_s}, {first});
        },
        u"activity entry 2"_s);
    row("activity emptied", sql(u"UPDATE activity SET sealed = x'' WHERE sequence = 1"_s),
        u"activity entry 1"_s);
    row("link edited", sql(u"UPDATE activity SET link = zeroblob(32) WHERE sequence = 1"_s), u"activity"_s);

    row("manifest dropped", sql(u"DELETE FROM manifest"_s), {});
    row("manifest duplicated", sql(u"INSERT INTO manifest SELECT 2, generation, sealed FROM manifest"_s), {});
    row("manifest renumbered", sql(u"UPDATE manifest SET generation = 99"_s), u"manifest"_s);
    row("older manifest put back", [](VaultFixture &fixture) { replay(fixture, u"manifest"_s, editNotes); },
        {});
    row(
        "manifest and records put back",
        [](VaultFixture &fixture) {
            replay(fixture, u"manifest"_s,
                   [](VaultFixture &later) { replay(later, u"record"_s, editNotes); });
        },
        u"activity"_s);

    row("slot dropped", sql(u"DELETE FROM key_slot"_s), u"key slot"_s);
    row("slot duplicated",
        sql(u"INSERT INTO key_slot SELECT 2, kind, kdf, cost, block_size, parallelization, salt, wrapped_key, commitment, checksum FROM key_slot"_s),
        u"key slot 2"_s);
    row("slot relabelled as the recovery key's", sql(u"UPDATE key_slot SET id = 2, kind = 'recovery-key'"_s),
        u"key slot 2"_s);
    row(
        "recovery key's slot put back",
        [](VaultFixture &fixture) {
            change(fixture, [](Vault &vault) {
                QVERIFY(vault.setRecoveryKey(secret(fixturePassphrase), makeRecoveryKey(), {}));
            });
            replay(fixture, u"key_slot"_s, [](VaultFixture &later) {
                change(later, [](Vault &vault) { QVERIFY(vault.removeRecoveryKey()); });
            });
        },
        u"key slot"_s);
    row(
        "recovery key's slot dropped",
        [](VaultFixture &fixture) {
            change(fixture, [](Vault &vault) {
                QVERIFY(vault.setRecoveryKey(secret(fixturePassphrase), makeRecoveryKey(), {}));
            });
            fixture.edit({u"DELETE FROM key_slot WHERE id = 2"_s});
        },
        u"key slot"_s);
    row("stamped with an earlier format", sql(u"PRAGMA user_version=1"_s), u"format 1"_s);
    row("slot's cost edited", sql(u"UPDATE key_slot SET cost = 262144"_s), u"key slot 1"_s);
    row("creation time edited", sql(u"UPDATE header SET created_at = 1"_s), u"header"_s);
    row("vault id edited", sql(u"UPDATE header SET vault_id = zeroblob(16)"_s), {});
    row("data key's commitment edited", sql(u"UPDATE header SET key_commitment = zeroblob(32)"_s),
        u"header"_s);
    row("header dropped", sql(u"DELETE FROM header"_s), {});
    row("stamp removed", sql(u"PRAGMA application_id=0"_s), u"stamp of a vault"_s);
}

void VaultTamperingTest::isDetectedAndNamed()
{
    QFETCH(const Tamper, tamper);
    QFETCH(const QString, named);
    VaultFixture fixture;
    tamper(fixture);

    auto vault = fixture.open();
    QString said;
    if (!vault) {
        // Of an edited vault id nothing can be told but that the passphrase does not fit any more.
        QVERIFY(vault.error().code == ErrorCode::VaultDamaged ||
                QByteArrayView(QTest::currentDataTag()) == "vault id edited");
        said = vault.error().detail;
    } else {
        const auto check = (*vault)->check();
        QVERIFY(check);
        QVERIFY(!check->isSound());
        said = check->findings.join(u'\n');
        if (const auto contents = contentsOf(**vault); !contents) {
            QCOMPARE(contents.error().code, ErrorCode::VaultDamaged);
            QVERIFY2(!contents.error().detail.endsWith(u'.'), qPrintable(contents.error().detail));
            said += contents.error().detail;
        }
    }
    QVERIFY2(said.contains(named, Qt::CaseInsensitive), qPrintable(said));
}

void VaultTamperingTest::isDetectedWhileTheVaultIsOpen()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    QVERIFY(vault);
    const recipes::Property property = shop(**vault, u"Shop EU"_s);
    QVERIFY((*vault)->keyMaterial(property.id, 2));
    replay(fixture, u"record"_s, editNotes);
    QCOMPARE((*vault)->keyMaterial(property.id, 2).error().code, ErrorCode::VaultDamaged);
    QCOMPARE((*vault)->property(property.id).error().code, ErrorCode::VaultDamaged);
    QCOMPARE((*vault)->updateProperty(property).error().code, ErrorCode::VaultDamaged);
}

void VaultTamperingTest::oldSlotWithItsOldPassphraseNoLongerOpens()
{
    VaultFixture fixture;
    replay(fixture, u"key_slot"_s, [](VaultFixture &later) {
        change(later, [](Vault &vault) {
            QVERIFY(vault.changePassphrase(secret(fixturePassphrase), secret("another one"), {}));
        });
    });
    const auto opened = fixture.openWithPassphrase();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::VaultDamaged);
}

void VaultTamperingTest::addedTableOrTriggerIsRefused_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("table") << u"CREATE TABLE more(id INTEGER)"_s;
    QTest::newRow("index") << u"CREATE INDEX more ON record(revision)"_s;
    QTest::newRow("view") << u"CREATE VIEW more AS SELECT * FROM record"_s;
    QTest::newRow("trigger")
        << u"CREATE TRIGGER more AFTER INSERT ON activity BEGIN DELETE FROM activity WHERE sequence = 1; END"_s;
    QTest::newRow("column") << u"ALTER TABLE record ADD COLUMN more"_s;
    QTest::newRow("table dropped") << u"DROP TABLE material"_s;
}

void VaultTamperingTest::addedTableOrTriggerIsRefused()
{
    QFETCH(const QString, statement);
    VaultFixture fixture;
    fixture.edit({statement});
    const auto vault = fixture.open();
    QVERIFY(!vault);
    QCOMPARE(vault.error().code, ErrorCode::VaultDamaged);
}

Q_DECLARE_METATYPE(Tamper)

QTEST_GUILESS_MAIN(VaultTamperingTest)
#include "tst_vaulttampering.moc"
