#include "ui/actions/replacebybackup.h"

#include "ui/dialogs/passphraserequestdialog.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ReplaceByBackup::ReplaceByBackup(VaultSession &session, VaultUser user, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_user(std::move(user))
    , m_window(window)
{
}

void ReplaceByBackup::start()
{
    auto *dialog = new QFileDialog(m_window, tr("Restore a backup"), m_session.backupFolder());
    dialog->setObjectName(u"chooseBackupDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Vaults (*.countersign)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ReplaceByBackup::ask);
    dialog->open();
}

void ReplaceByBackup::ask(const QString &backup)
{
    auto *dialog = new PassphraseRequestDialog(
        {u"replaceByBackupDialog"_s,
         tr("Restore a backup"),
         tr("Restore"),
         tr("%1 takes the place of the damaged vault.").arg(QFileInfo(backup).fileName()),
         tr("The damaged file is kept beside it. What was changed since the backup was made is not in it. "
            "The backup opens with the passphrase of that time."),
         {}},
        m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog, backup] { replace(dialog, backup); });
    dialog->open();
}

void ReplaceByBackup::replace(PassphraseRequestDialog *dialog, const QString &backup)
{
    const QString path = m_session.path();
    m_session.openWith(path, [path, backup, passphrase = dialog->passphrase(), user = m_user] {
        return openReplacedByBackup(path, backup, passphrase, user);
    });
    dialog->finish();
}

} // namespace countersign::ui
