#include "ui/dialogs/backupsdialog.h"

#include "core/vault/effects.h"
#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString reasonText(vault::BackupReason reason)
{
    switch (reason) {
    case vault::BackupReason::Daily:
        return BackupsDialog::tr("daily");
    case vault::BackupReason::BeforeUpgrade:
        return BackupsDialog::tr("before a newer format");
    case vault::BackupReason::BeforeRekey:
        return BackupsDialog::tr("before a new key");
    case vault::BackupReason::BeforeRestore:
        return BackupsDialog::tr("before a restore");
    case vault::BackupReason::Damaged:
        return BackupsDialog::tr("damaged");
    }
    return {};
}

QString contentsText(const ListedBackup &listed)
{
    if (!listed.isReadable) {
        return BackupsDialog::tr("cannot be read");
    }
    return listed.contents.needsItsPassphrase
               ? BackupsDialog::tr("under an earlier key")
               : BackupsDialog::tr("%n properties", nullptr, listed.contents.properties);
}

QString effectText(const vault::RestoreStep &step)
{
    return QCoreApplication::translate("RestoreEffect", vault::effectSentence(step.effect)).arg(step.name);
}

/// A line under that of its property.
QString effectText(const vault::KeyRestoreStep &step)
{
    return u"    "_s +
           QCoreApplication::translate("RestoreEffect", vault::effectSentence(step.effect)).arg(step.version);
}

QString introduction(const QList<ListedBackup> &backups)
{
    if (backups.isEmpty()) {
        return BackupsDialog::tr("There is no backup yet. One is made each day the vault is used.");
    }
    const bool hasDamaged = std::ranges::any_of(backups, [](const ListedBackup &listed) {
        return listed.backup.reason == vault::BackupReason::Damaged;
    });
    return hasDamaged ? BackupsDialog::tr("Each backup was opened and checked when it was made. What is "
                                          "damaged was only put aside.")
                      : BackupsDialog::tr("Each was opened and checked when it was made.");
}

} // namespace

BackupsDialog::BackupsDialog(QList<ListedBackup> backups, QWidget *parent)
    : RequestDialog(tr("Backups"), tr("Show what changes"), parent)
    , m_backups(std::move(backups))
    , m_list(new QListWidget)
    , m_changes(new QListWidget)
{
    setObjectName(u"backupsDialog"_s);
    m_list->setObjectName(u"backups"_s);
    m_list->setAccessibleName(tr("Backups, the newest first"));
    m_changes->setObjectName(u"restoreChanges"_s);
    m_changes->setAccessibleName(tr("What restoring changes"));
    m_changes->setSelectionMode(QAbstractItemView::NoSelection);
    m_changes->hide();
    fill();
    m_list->setVisible(!m_backups.isEmpty());
    primary()->setVisible(!m_backups.isEmpty());
    auto *now = makeButton(tr("Back up to a file…"));
    now->setObjectName(u"backUpNow"_s);
    buttons()->insertWidget(0, now);
    body()->addWidget(makeLabel(introduction(m_backups), TextRole::Muted));
    body()->addWidget(m_list, 2);
    body()->addWidget(m_changes, 1);
    body()->addStretch();
    cancel()->setText(tr("Close"));
    setMinimumSize(600, 460);
    connect(now, &QPushButton::clicked, this, &BackupsDialog::backupRequested);
    connect(m_list, &QListWidget::currentRowChanged, this, &BackupsDialog::forgetPreview);
    forgetPreview();
}

void BackupsDialog::fill()
{
    for (const ListedBackup &listed : m_backups) {
        m_list->addItem(tr("%1 — %2, %3, %4")
                            .arg(momentText(listed.backup.madeAt), reasonText(listed.backup.reason),
                                 contentsText(listed), QLocale().formattedDataSize(listed.backup.size)));
    }
    if (!m_backups.isEmpty()) {
        m_list->setCurrentRow(0);
    }
}

QString BackupsDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_backups.size() ? m_backups.at(row).backup.path : QString();
}

void BackupsDialog::forgetPreview()
{
    m_previewed.clear();
    m_changes->hide();
    primary()->setText(tr("Show what changes"));
    primary()->setEnabled(!chosen().isEmpty());
}

void BackupsDialog::showPreview(const QString &path, const QList<vault::RestoreStep> &steps)
{
    setIdle();
    if (path != chosen()) {
        forgetPreview();
        return;
    }
    m_changes->clear();
    for (const vault::RestoreStep &step : steps) {
        m_changes->addItem(effectText(step));
        for (const vault::KeyRestoreStep &key : step.keys) {
            m_changes->addItem(effectText(key));
        }
    }
    if (steps.isEmpty()) {
        m_changes->addItem(tr("Nothing: the vault holds what the backup does."));
    }
    m_changes->show();
    m_previewed = path;
    primary()->setText(tr("Restore"));
    primary()->setEnabled(!steps.isEmpty());
}

void BackupsDialog::submit()
{
    if (m_previewed.isEmpty()) {
        Q_EMIT previewRequested(chosen());
    } else {
        Q_EMIT restoreRequested(m_previewed);
    }
}

} // namespace countersign::ui
