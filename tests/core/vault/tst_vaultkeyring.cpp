#include "core/crypto/random.h"
#include "core/vault/keyringkey.h"
#include "vaultfixture.h"

#include "tests/support/result.h"

#include <QTest>

using namespace countersign;
using namespace countersign::vault;
using namespace Qt::StringLiterals;

/// A random key that opens the vault, for the desktop's keyring to keep.
class VaultKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensTheVaultBesideThePassphrase();
    void isOfNoUseOnceRemoved();
    void isReplacedByAnother();
    void takesThePassphraseToBeSet();
    void hasThirtyTwoBytes();
    void endsWithANewDataKey();
    void isNoticedWhenItsSlotIsPutBack();

private:
    Result<std::unique_ptr<Vault>> openWith(const SecretBytes &key)
    {
        return openWithKeyringKey(m_fixture->path(), key, m_fixture->actor(), m_fixture->clock());
    }

    std::unique_ptr<VaultFixture> m_fixture;
    SecretBytes m_key;
};

void VaultKeyringTest::init()
{
    m_fixture = std::make_unique<VaultFixture>();
    m_key = crypto::randomSecret(32);
    const auto vault = m_fixture->open();
    QVERIFY_RESULT(vault);
    QVERIFY(!otherWaysInto(m_fixture->path())->keyringKey);
    QVERIFY_RESULT(setKeyringKey(**vault, secret(fixturePassphrase), m_key));
    QVERIFY(otherWaysInto(m_fixture->path())->keyringKey);
    QCOMPARE((*vault)->activity({})->front().kind, ActivityKind::RecoveryKeyMade);
}

void VaultKeyringTest::opensTheVaultBesideThePassphrase()
{
    QVERIFY(otherWaysInto(m_fixture->path())->keyringKey);
    const auto vault = openWith(m_key);
    QVERIFY_RESULT(vault);
    QCOMPARE((*vault)->properties()->size(), 2);
    QCOMPARE((*vault)->activity({})->front().detail, u"with the desktop's keyring"_s);
    QVERIFY((*vault)->check()->isSound());
    QVERIFY_RESULT(m_fixture->openWithPassphrase());
    QCOMPARE_ERROR(openWith(crypto::randomSecret(32)), ErrorCode::WrongPassphrase);
}

void VaultKeyringTest::isOfNoUseOnceRemoved()
{
    const auto vault = m_fixture->open();
    QVERIFY_RESULT(removeKeyringKey(**vault));
    QVERIFY(!otherWaysInto(m_fixture->path())->keyringKey);
    QCOMPARE((*vault)->activity({})->front().kind, ActivityKind::RecoveryKeyRemoved);
    QCOMPARE_ERROR(openWith(m_key), ErrorCode::WrongPassphrase);
    QCOMPARE_ERROR(removeKeyringKey(**vault), ErrorCode::InvalidInput);
}

void VaultKeyringTest::isReplacedByAnother()
{
    const auto vault = m_fixture->open();
    const SecretBytes other = crypto::randomSecret(32);
    QVERIFY_RESULT(setKeyringKey(**vault, secret(fixturePassphrase), other));
    QVERIFY_RESULT(openWith(other));
    QCOMPARE_ERROR(openWith(m_key), ErrorCode::WrongPassphrase);
}

void VaultKeyringTest::takesThePassphraseToBeSet()
{
    const auto vault = m_fixture->open();
    QCOMPARE_ERROR(setKeyringKey(**vault, secret("not this one"), crypto::randomSecret(32)),
                   ErrorCode::WrongPassphrase);
    QVERIFY_RESULT(openWith(m_key));
}

void VaultKeyringTest::hasThirtyTwoBytes()
{
    const auto vault = m_fixture->open();
    QCOMPARE_ERROR(setKeyringKey(**vault, secret(fixturePassphrase), secret(fixturePassphrase)),
                   ErrorCode::InvalidInput);
}

void VaultKeyringTest::endsWithANewDataKey()
{
    const auto vault = m_fixture->open();
    Rekeying request;
    request.passphrase = secret(fixturePassphrase);
    QVERIFY_RESULT((*vault)->rekey(request));
    QVERIFY(!otherWaysInto(m_fixture->path())->keyringKey);
    QCOMPARE_ERROR(openWith(m_key), ErrorCode::WrongPassphrase);
}

void VaultKeyringTest::isNoticedWhenItsSlotIsPutBack()
{
    const VaultFixture old;
    old.setBytes(m_fixture->bytes());
    QVERIFY_RESULT(removeKeyringKey(**m_fixture->open()));
    m_fixture->edit({u"ATTACH '%1' AS old"_s.arg(old.path()),
                     u"INSERT INTO key_slot SELECT * FROM old.key_slot WHERE id = 3"_s});
    QCOMPARE_ERROR(openWith(m_key), ErrorCode::VaultDamaged);
}

QTEST_GUILESS_MAIN(VaultKeyringTest)
#include "tst_vaultkeyring.moc"
