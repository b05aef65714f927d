#include "ui/actions/managebackups.h"

#include "ui/dialogs/backupsdialog.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QList<ListedBackup> listBackups(const vault::Vault &vault, const QString &folder)
{
    QList<ListedBackup> listed;
    for (const vault::Backup &backup : vault::backupsIn(folder, vault.header().vaultId)) {
        const auto contents = vault.describeBackup(backup.path);
        listed.append({backup, contents.value_or(vault::BackupContents()), contents.has_value()});
    }
    return listed;
}

} // namespace

ManageBackups::ManageBackups(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ManageBackups::start()
{
    m_session.run(
        this,
        [folder = m_session.backupFolder()](vault::Vault &vault) {
            return Result<QList<ListedBackup>>(listBackups(vault, folder));
        },
        [this](const Result<QList<ListedBackup>> &backups) {
            auto *dialog = new BackupsDialog(*backups, m_window);
            connectDialog(dialog);
            dialog->open();
        });
}

void ManageBackups::connectDialog(BackupsDialog *dialog)
{
    connect(dialog, &BackupsDialog::previewRequested, this,
            [this, dialog](const QString &path) { preview(dialog, path); });
    connect(dialog, &BackupsDialog::restoreRequested, this,
            [this, dialog](const QString &path) { restore(dialog, path); });
    connect(dialog, &BackupsDialog::backupRequested, this, [this, dialog] { chooseFile(dialog); });
}

void ManageBackups::preview(BackupsDialog *dialog, const QString &path)
{
    dialog->setBusy(tr("Opening the backup…"));
    m_session.run(
        dialog, [path](vault::Vault &vault) { return vault.previewRestore(path, nullptr); },
        [dialog, path](const Result<QList<vault::RestoreStep>> &steps) {
            if (steps) {
                dialog->showPreview(path, *steps);
            } else {
                dialog->showError(steps.error());
            }
        });
}

void ManageBackups::restore(BackupsDialog *dialog, const QString &path)
{
    dialog->setBusy(tr("Restoring…"));
    m_session.run(
        dialog,
        [path, folder = m_session.backupFolder()](vault::Vault &vault) {
            return vault.restore(path, nullptr, folder);
        },
        [this, dialog](const Result<QString> &kept) {
            if (!kept) {
                dialog->showError(kept.error());
                return;
            }
            dialog->finish();
            m_session.reload();
            Q_EMIT restored(*kept);
        });
}

void ManageBackups::chooseFile(BackupsDialog *dialog)
{
    auto *chooser = new QFileDialog(dialog, tr("Back up to a file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(QFileInfo(m_session.path()).completeBaseName() + u"-copy.countersign"_s);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, dialog](const QString &path) { backUp(dialog, path); });
    chooser->open();
}

void ManageBackups::backUp(BackupsDialog *dialog, const QString &path)
{
    dialog->setBusy(tr("Making a backup and opening everything in it…"));
    m_session.run(
        dialog, [path](vault::Vault &vault) { return vault.backUp(path, Overwrite::Yes); },
        [this, dialog, path](const Result<vault::MadeBackup> &made) {
            if (!made) {
                dialog->showError(made.error());
                return;
            }
            dialog->finish();
            if (made->notRecorded) {
                Q_EMIT backedUpUnrecorded(path, *made->notRecorded);
            } else {
                Q_EMIT backedUp(path);
            }
        });
}

} // namespace countersign::ui
