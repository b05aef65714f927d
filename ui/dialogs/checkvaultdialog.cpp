#include "ui/dialogs/checkvaultdialog.h"

#include "core/base/error.h"
#include "ui/widgets/messagebanner.h"

#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

CheckVaultDialog::CheckVaultDialog(QWidget *parent)
    : RequestDialog(tr("Check the vault"), tr("Check again"), parent)
    , m_bar(new QProgressBar)
    , m_verdict(new MessageBanner)
    , m_counts(makeLabel({}, TextRole::Muted))
    , m_findings(new QListWidget)
    , m_backups(makeButton(tr("Backups…")))
{
    setObjectName(u"checkVaultDialog"_s);
    m_bar->setObjectName(u"checkProgress"_s);
    m_bar->setAccessibleName(tr("How much of the vault is checked"));
    m_bar->setTextVisible(false);
    m_verdict->setObjectName(u"checkVerdict"_s);
    m_verdict->setDismissible(false);
    m_counts->setObjectName(u"checkCounts"_s);
    m_findings->setObjectName(u"checkFindings"_s);
    m_findings->setAccessibleName(tr("What is wrong"));
    m_findings->setWordWrap(true);
    m_findings->setMinimumHeight(180);
    m_findings->setSelectionMode(QAbstractItemView::NoSelection);
    m_backups->setObjectName(u"openBackups"_s);
    buttons()->insertWidget(0, m_backups);
    body()->addWidget(
        makeLabel(tr("Every record, every key and every entry of activity is opened, and the "
                     "private half of each key pair is held against its public half. Nothing is "
                     "changed."),
                  TextRole::Muted));
    body()->addWidget(m_bar);
    body()->addWidget(m_verdict);
    body()->addWidget(m_counts);
    body()->addWidget(m_findings, 1);
    body()->addStretch();
    setMinimumWidth(560);
    connect(m_backups, &QPushButton::clicked, this, &CheckVaultDialog::backupsRequested);
    start();
}

void CheckVaultDialog::start()
{
    banner()->clear();
    m_verdict->clear();
    m_findings->hide();
    m_backups->hide();
    m_bar->setRange(0, 0);
    m_counts->setText(tr("Reading the file through…"));
    setRunning(true);
}

void CheckVaultDialog::setRunning(bool isRunning)
{
    m_bar->setVisible(isRunning);
    primary()->setEnabled(!isRunning);
    cancel()->setText(isRunning ? tr("Stop") : tr("Close"));
}

void CheckVaultDialog::showProgress(const vault::CheckProgress &progress)
{
    if (progress.opened == 0) {
        return;
    }
    m_bar->setRange(0, int(progress.total));
    m_bar->setValue(int(progress.opened));
    const QLocale locale;
    m_counts->setText(
        tr("%1 of %2 opened").arg(locale.toString(progress.opened), locale.toString(progress.total)));
}

void CheckVaultDialog::showResult(const vault::VaultCheck &check)
{
    setRunning(false);
    showCounts(check);
    if (check.isSound()) {
        m_verdict->showMessage(Tone::Good, tr("The vault is sound."));
        return;
    }
    m_verdict->showMessage(
        Tone::Bad, tr("The vault is damaged."),
        tr("Change nothing in it. Put a copy of the file aside, and restore the last backup "
           "from before the damage."));
    m_findings->clear();
    for (const QString &finding : check.findings) {
        m_findings->addItem(u"• "_s + finding);
    }
    m_findings->show();
    m_backups->show();
    setButtonKind(m_backups, ButtonKind::Primary);
    setButtonKind(primary(), ButtonKind::Secondary);
    adjustSize();
}

void CheckVaultDialog::showCounts(const vault::VaultCheck &check)
{
    const QString properties = tr("%n properties", nullptr, check.properties);
    //: "6 properties, 1 of them in the bin"
    const QString inBin =
        check.propertiesInBin > 0 ? tr(", %1 of them in the bin").arg(check.propertiesInBin) : QString();
    m_counts->setText(QStringList{properties + inBin, tr("%n key versions", nullptr, check.keyVersions),
                                  tr("%n key pairs compared", nullptr, check.keyPairs),
                                  tr("%n entries of activity", nullptr, check.activityEntries)}
                          .join(u" · "_s));
}

void CheckVaultDialog::showError(const Error &error)
{
    setRunning(false);
    m_counts->clear();
    banner()->showError(error);
}

} // namespace countersign::ui
