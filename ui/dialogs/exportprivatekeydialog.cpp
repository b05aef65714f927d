#include "ui/dialogs/exportprivatekeydialog.h"

#include "ui/dialogs/newpassphrase.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ExportPrivateKeyDialog::ExportPrivateKeyDialog(const QString &propertyName, int version, QWidget *parent)
    : RequestDialog(tr("Export the private key"), tr("Choose file…"), parent)
    , m_passphrase(new NewPassphrase)
{
    setObjectName(u"exportPrivateKeyDialog"_s);
    body()->addWidget(
        makeLabel(tr("v%1 of %2 is written as an encrypted PKCS#8 file. Whoever has the file and this "
                     "passphrase can speak for every visitor.")
                      .arg(version)
                      .arg(propertyName),
                  TextRole::Muted));
    body()->addWidget(m_passphrase);
    body()->addStretch();
    connect(m_passphrase, &NewPassphrase::submitted, this, &ExportPrivateKeyDialog::submit);
    setMinimumWidth(480);
}

SecretBytes ExportPrivateKeyDialog::passphrase() const
{
    return m_passphrase->passphrase();
}

void ExportPrivateKeyDialog::submit()
{
    if (m_passphrase->isComplete()) {
        RequestDialog::submit();
    } else {
        m_passphrase->showProblems();
    }
}

} // namespace countersign::ui
