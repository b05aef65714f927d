#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class RequestDialog;

/// Makes a recovery key and writes it to a file to print.
class MakeRecoveryKey final : public QObject
{
    Q_OBJECT

public:
    MakeRecoveryKey(VaultSession &session, QWidget *window);

    void start();
    /// For a vault that was just created with this passphrase.
    void offer(SecretBytes passphrase);

Q_SIGNALS:
    void made(const QString &path);

private:
    using Passphrase = std::function<SecretBytes()>; ///< what the dialog holds, as a copy

    void chooseFile(RequestDialog *dialog, const Passphrase &passphrase);
    void make(RequestDialog *dialog, const Passphrase &passphrase, const QString &path);

    VaultSession &m_session;
    QWidget *m_window;
};

/// Seals the whole vault under a new data key.
class RekeyVault final : public QObject
{
    Q_OBJECT

public:
    RekeyVault(VaultSession &session, QWidget *window);

    void start();

Q_SIGNALS:
    void rekeyed(const QString &backup);

private:
    void forgetKeyringKey();

    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
