#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include "core/vault/vault.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QCheckBox;
class QLabel;
class QPushButton;

namespace countersign::ui {

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
    SecretBytes passphrase() const;
    /// What the person says to an older copy, once that was found.
    vault::OlderCopy olderCopy() const;
    void showError(const Error &error);
    /// Takes no try until then, and shows how long that is.
    void holdFor(std::chrono::seconds time);
    void clear();

Q_SIGNALS:
    void unlockRequested();
    void otherRequested();

private:
    void submit();
    void showHold();

    QLabel *m_name;
    QLabel *m_folder;
    PassphraseEdit *m_passphrase;
    FieldRow *m_row;
    QCheckBox *m_acceptOlder;
    QPushButton *m_unlock;
    MessageBanner *m_banner;
    QDeadlineTimer m_heldUntil;
    QTimer m_holdTimer; ///< runs while tries are held back
};

} // namespace countersign::ui
