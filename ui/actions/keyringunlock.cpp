#include "ui/actions/keyringunlock.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"
#include "ui/actions/keyring.h"
#include "ui/dialogs/keyringdialog.h"
#include "ui/dialogs/passphraserequestdialog.h"

using namespace Qt::StringLiterals;

namespace countersign::ui {

KeyringUnlock::KeyringUnlock(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void KeyringUnlock::start()
{
    m_session.run(
        this, [](vault::Vault &vault) { return vault::otherWaysInto(vault.path()); },
        [this](const Result<vault::OtherWays> &ways) {
            if (ways) {
                show(*ways);
            } else {
                Q_EMIT failed(ways.error());
            }
        });
}

void KeyringUnlock::show(const vault::OtherWays &ways)
{
    if (!ways.keyringKey && hasKeyringSupport()) {
        offer(ways.vaultId);
        return;
    }
    auto *dialog = new KeyringDialog(ways.keyringKey ? KeyringUse::On : KeyringUse::Impossible, m_window);
    connect(dialog, &RequestDialog::submitted, this,
            [this, dialog, id = ways.vaultId] { turnOff(dialog, id); });
    dialog->open();
}

void KeyringUnlock::offer(const QString &vaultId)
{
    auto *dialog = new PassphraseRequestDialog(
        {u"keyringOfferDialog"_s,
         tr("Open with the desktop's keyring"),
         tr("Turn on"),
         tr("Whoever is logged in as you can then open the vault without its passphrase."),
         tr("A random key is kept in the desktop's keyring, not the passphrase. Programs that run under your "
            "account "
            "may be able to read it. The passphrase still opens the vault; other computers need it."),
         {}},
        m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog, vaultId] { turnOn(dialog, vaultId); });
    dialog->open();
}

/// The passphrase first: for a wrong one the keyring would lose the key of a copy of this vault.
void KeyringUnlock::turnOn(PassphraseRequestDialog *dialog, const QString &vaultId)
{
    dialog->setBusy(tr("Asking the keyring…"));
    m_session.run(
        dialog,
        [passphrase = dialog->passphrase()](vault::Vault &vault) {
            return vault.checkPassphrase(passphrase);
        },
        [this, dialog, vaultId](const Result<void> &checked) {
            if (checked) {
                storeKey(dialog, vaultId);
            } else {
                dialog->showError(checked.error());
            }
        });
}

/// The keyring before the vault: a way in whose key nobody has would be of no use.
void KeyringUnlock::storeKey(PassphraseRequestDialog *dialog, const QString &vaultId)
{
    const auto key = std::make_shared<SecretBytes>(crypto::randomSecret(crypto::aeadKeySize));
    const auto finish = [this, dialog, vaultId](const Result<void> &set) {
        if (set) {
            dialog->finish();
            Q_EMIT turnedOn();
        } else {
            removeKeyringKey(vaultId, this, [](const KeyringResult<void> &) {});
            dialog->showError(set.error());
        }
    };
    storeKeyringKey(vaultId, *key, dialog, [this, dialog, key, finish](const KeyringResult<void> &stored) {
        if (!stored) {
            dialog->showProblem(keyringText(stored.error().problem), stored.error().detail);
            return;
        }
        m_session.run(
            dialog,
            [passphrase = dialog->passphrase(), key](vault::Vault &vault) {
                return vault::setKeyringKey(vault, passphrase, *key);
            },
            finish);
    });
}

/// The vault first: from then on what is left in the keyring opens nothing.
void KeyringUnlock::turnOff(KeyringDialog *dialog, const QString &vaultId)
{
    dialog->setBusy(tr("Turning off…"));
    m_session.run(
        dialog, [](vault::Vault &vault) { return vault::removeKeyringKey(vault); },
        [this, dialog, vaultId](const Result<void> &removed) {
            if (!removed) {
                dialog->showError(removed.error());
                return;
            }
            removeKeyringKey(vaultId, this, [this](const KeyringResult<void> &gone) {
                Q_EMIT turnedOff(gone ? KeyringLeft::Nothing : KeyringLeft::UselessKey);
            });
            dialog->finish();
        });
}

} // namespace countersign::ui
