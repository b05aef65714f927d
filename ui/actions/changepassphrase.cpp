#include "ui/actions/changepassphrase.h"

#include "ui/dialogs/changepassphrasedialog.h"

namespace countersign::ui {

ChangePassphrase::ChangePassphrase(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ChangePassphrase::start()
{
    auto *dialog = new ChangePassphraseDialog(m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] {
        dialog->setBusy(tr("Deriving the new key…"));
        m_session.run(
            dialog,
            [before = dialog->oldPassphrase(), after = dialog->newPassphrase()](vault::Vault &vault) {
                return vault.changePassphrase(before, after, vault.header().kdf);
            },
            [this, dialog](const Result<void> &result) {
                if (!result) {
                    dialog->showError(result.error());
                    return;
                }
                dialog->finish();
                Q_EMIT changed();
            });
    });
    dialog->open();
}

} // namespace countersign::ui
