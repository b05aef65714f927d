#include "ui/dialogs/recoverykeyofferdialog.h"

#include "ui/widgets/messagebanner.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

RecoveryKeyOfferDialog::RecoveryKeyOfferDialog(SecretBytes passphrase, QWidget *parent)
    : RequestDialog(tr("Make a recovery key?"), tr("Make and save…"), parent)
    , m_passphrase(std::move(passphrase))
{
    setObjectName(u"recoveryKeyOfferDialog"_s);
    cancel()->setText(tr("Not now"));
    auto *consequence = new MessageBanner;
    consequence->setDismissible(false);
    body()->addWidget(consequence);
    consequence->showMessage(Tone::Accent,
                             tr("When the passphrase is lost, only a recovery key opens the vault."),
                             tr("It is written to a file that only you can read. Print it, delete the file, "
                                "and lock the paper away, "
                                "apart from the vault and its backups: whoever has it opens the vault."));
    body()->addWidget(makeLabel(tr("Later: Vault › Make a recovery key."), TextRole::Muted));
    body()->addStretch();
    setMinimumWidth(500);
}

} // namespace countersign::ui
