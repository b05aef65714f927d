#pragma once

#include "core/vault/vault.h"
#include "ui/dialogs/requestdialog.h"

class QListWidget;

namespace countersign::ui {

/// A backup and what it holds, as far as it could be told.
struct ListedBackup
{
    vault::Backup backup;
    vault::BackupContents contents;
    bool isReadable = true;
};

/// The backups of the open vault. Shows what restoring one would change before it can be asked for.
class BackupsDialog final : public RequestDialog
{
    Q_OBJECT

public:
    BackupsDialog(QList<ListedBackup> backups, QWidget *parent);

    /// The answer to previewRequested(): from now on the button restores that backup, unless another was
    /// chosen meanwhile.
    void showPreview(const QString &path, const QList<vault::RestoreStep> &steps);

Q_SIGNALS:
    void previewRequested(const QString &path);
    void restoreRequested(const QString &path);
    void backupRequested();

protected:
    void submit() override;

private:
    void fill();
    void forgetPreview();
    QString chosen() const;

    QList<ListedBackup> m_backups;
    QListWidget *m_list;
    QListWidget *m_changes;
    QString m_previewed; ///< the backup whose changes are shown
};

} // namespace countersign::ui
