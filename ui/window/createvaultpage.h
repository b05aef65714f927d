#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace countersign::ui {

class FieldRow;
class MessageBanner;
class NewPassphrase;

/// Where the vault will lie, the passphrase twice, and what losing it means.
class CreateVaultPage final : public QWidget
{
    Q_OBJECT

public:
    explicit CreateVaultPage(QWidget *parent = nullptr);

    void begin(const QString &path);
    QString path() const;
    SecretBytes passphrase() const;
    void showError(const Error &error);
    void clear();

Q_SIGNALS:
    void createRequested();
    void backRequested();

private:
    QWidget *makeForm();
    void choosePath();
    void submit();

    QLineEdit *m_path;
    FieldRow *m_pathRow;
    NewPassphrase *m_passphrase;
    QPushButton *m_create;
    MessageBanner *m_banner;
};

} // namespace countersign::ui
