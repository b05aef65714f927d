#pragma once

#include "core/base/secretbytes.h"
#include "ui/dialogs/requestdialog.h"

namespace countersign::ui {

class FieldRow;
class NewPassphrase;
class PassphraseEdit;

/// The passphrase in force and the new one, twice.
class ChangePassphraseDialog final : public RequestDialog
{
    Q_OBJECT

public:
    explicit ChangePassphraseDialog(QWidget *parent);

    SecretBytes oldPassphrase() const;
    SecretBytes newPassphrase() const;
    void showError(const Error &error) override;

protected:
    void submit() override;

private:
    PassphraseEdit *m_old;
    FieldRow *m_oldRow;
    NewPassphrase *m_new;
};

} // namespace countersign::ui
