#include "ui/dialogs/keyringdialog.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

KeyringDialog::KeyringDialog(KeyringUse use, QWidget *parent)
    : RequestDialog(tr("Open with the desktop's keyring"), tr("Turn off"), parent)
{
    setObjectName(u"keyringDialog"_s);
    if (use == KeyringUse::On) {
        addNotice(Tone::Attention, tr("A key in the desktop's keyring opens this vault."),
                  tr("Whoever is logged in as you opens it without its passphrase. If you turn this off, the "
                     "keyring no longer opens it, and its key is removed from there."));
    } else {
        addNotice(Tone::Neutral, tr("This build of Countersign has no support for keyrings."),
                  tr("It was built without the library QtKeychain. The passphrase opens the vault."));
        primary()->hide();
        cancel()->setText(tr("Close"));
    }
    body()->addStretch();
    setMinimumWidth(500);
}

} // namespace countersign::ui
