#pragma once

#include "core/vault/keyringkey.h"
#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class KeyringDialog;
class PassphraseRequestDialog;

/// What is in the keyring after it was turned off.
enum class KeyringLeft {
    Nothing,
    UselessKey, ///< it did not let go of the key, which opens nothing any more
};

/// Lets the desktop's keyring open the vault, or no longer: a random key of its own, never the passphrase.
class KeyringUnlock final : public QObject
{
    Q_OBJECT

public:
    KeyringUnlock(VaultSession &session, QWidget *window);

    /// Offers to turn it on, or off where it is on.
    void start();

Q_SIGNALS:
    void turnedOn();
    void turnedOff(KeyringLeft left);
    void failed(const countersign::Error &error);

private:
    void show(const vault::OtherWays &ways);
    void offer(const QString &vaultId);
    void turnOn(PassphraseRequestDialog *dialog, const QString &vaultId);
    void storeKey(PassphraseRequestDialog *dialog, const QString &vaultId);
    void turnOff(KeyringDialog *dialog, const QString &vaultId);

    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
