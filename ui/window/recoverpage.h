#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"
#include "core/vault/vault.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace countersign::ui {

class ButtonHold;
class FieldRow;
class MessageBanner;
class NewPassphrase;
class PassphraseEdit;

/// Opens the vault that was chosen with its recovery key, for whoever lost the passphrase: asks for the key
/// and for the passphrase that is to open the vault from then on.
class RecoverPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RecoverPage(QWidget *parent = nullptr);

    void begin(const QString &path);
    SecretBytes recoveryKey() const;
    SecretBytes newPassphrase() const;
    /// What the person says to an older copy, once that was found.
    vault::OlderCopy olderCopy() const;
    void showError(const Error &error);
    /// Keeps the next try waiting after several that failed.
    ButtonHold &hold() { return *m_hold; }
    void clear();

Q_SIGNALS:
    void recoverRequested();
    void backRequested();

private:
    QWidget *makeForm();
    void submit();

    QLabel *m_name;
    PassphraseEdit *m_key;
    FieldRow *m_keyRow;
    NewPassphrase *m_passphrase;
    QCheckBox *m_acceptOlder;
    QPushButton *m_recover;
    ButtonHold *m_hold;
    MessageBanner *m_banner;
};

} // namespace countersign::ui
