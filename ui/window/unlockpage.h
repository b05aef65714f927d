#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include "core/vault/vault.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLayout;
class QPushButton;

namespace countersign::ui {

class ButtonHold;
class FieldRow;
class MessageBanner;
class PassphraseEdit;

/// Asks for the passphrase of the vault that was chosen.
class UnlockPage final : public QWidget
{
    Q_OBJECT

public:
    explicit UnlockPage(QWidget *parent = nullptr);

    /// With the demo vault's passphrase shown when it is that one.
    void begin(const QString &path, const QString &hint = {});
    /// Whether the vault has a recovery key, so that the way to it is shown.
    void setRecoverable(bool isRecoverable);
    /// Whether a key in the desktop's keyring opens the vault.
    void setKeyringOffered(bool isOffered);
    /// While it has not answered; it may ask the person itself, and the passphrase can be used instead.
    void setKeyringAsked(bool isAsked);
    SecretBytes passphrase() const;
    /// What the person says to an older copy, once that was found.
    vault::OlderCopy olderCopy() const;
    void showError(const Error &error);
    void showProblem(const QString &sentence, const QString &detail = {});
    /// Keeps the next try waiting after several that failed.
    ButtonHold &hold() { return *m_hold; }
    void clear();

Q_SIGNALS:
    void unlockRequested();
    void otherRequested();
    void backupRequested(); ///< in the place of a vault that is damaged
    void recoverRequested();
    void keyringRequested();

private:
    QLayout *makeButtons();
    void connectButtons();
    void submit();

    QLabel *m_name;
    QLabel *m_folder;
    PassphraseEdit *m_passphrase;
    FieldRow *m_row;
    QCheckBox *m_acceptOlder;
    QPushButton *m_other;
    QPushButton *m_unlock;
    ButtonHold *m_hold;
    QPushButton *m_recover;
    QPushButton *m_keyring;
    MessageBanner *m_banner;
};

} // namespace countersign::ui
