#pragma once

#include "core/base/secretbytes.h"
#include "ui/dialogs/requestdialog.h"

namespace countersign::ui {

class NewPassphrase;

/// A private key leaves the vault only encrypted: asks for the passphrase of the file.
class ExportPrivateKeyDialog final : public RequestDialog
{
    Q_OBJECT

public:
    ExportPrivateKeyDialog(const QString &propertyName, int version, QWidget *parent);

    SecretBytes passphrase() const;

protected:
    void submit() override;

private:
    NewPassphrase *m_passphrase;
};

} // namespace countersign::ui
