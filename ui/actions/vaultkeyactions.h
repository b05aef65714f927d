#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class PassphraseRequestDialog;

/// Makes a recovery key and writes it to a file to print.
class MakeRecoveryKey final : public QObject
{
    Q_OBJECT

public:
    MakeRecoveryKey(VaultSession &session, QWidget *window);

    void start();

Q_SIGNALS:
    void made(const QString &path);

private:
    void chooseFile(PassphraseRequestDialog *dialog);
    void make(PassphraseRequestDialog *dialog, const QString &path);

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
    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
