#include "ui/dialogs/importbundledialog.h"

#include "core/vault/effects.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/passphraseedit.h"

#include <QCoreApplication>
#include <QDir>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString effectText(const vault::ImportStep &step)
{
    const QString keys = ImportBundleDialog::tr("%n key versions", nullptr, step.keyVersions);
    const QString effect = QCoreApplication::translate("ImportEffect", vault::effectSentence(step.effect));
    switch (step.effect) {
    case vault::ImportEffect::New:
        return step.isNameTaken ? ImportBundleDialog::tr("%1 — %2, %3; another property has this name")
                                      .arg(step.name, effect, keys)
                                : ImportBundleDialog::tr("%1 — %2, %3").arg(step.name, effect, keys);
    case vault::ImportEffect::Same:
        return step.copyName.isEmpty()
                   ? ImportBundleDialog::tr("%1 — %2").arg(step.name, effect)
                   : ImportBundleDialog::tr("%1 — %2, as %3").arg(step.name, effect, step.copyName);
    case vault::ImportEffect::Differs:
        return ImportBundleDialog::tr("%1 — %2, %3; tick to keep both").arg(step.name, effect, keys);
    case vault::ImportEffect::InBin:
        return ImportBundleDialog::tr("%1 — %2, %3; tick to import beside it").arg(step.name, effect, keys);
    }
    return {};
}

} // namespace

ImportBundleDialog::ImportBundleDialog(const QString &path, QWidget *parent)
    : RequestDialog(tr("Import a bundle"), tr("Show what changes"), parent)
    , m_passphrase(new PassphraseEdit)
    , m_row(new FieldRow(tr("Passphrase of the bundle"), m_passphrase))
    , m_explanation(makeLabel({}, TextRole::Muted))
    , m_changes(new QListWidget)
{
    setObjectName(u"importBundleDialog"_s);
    m_passphrase->setObjectName(u"bundlePassphrase"_s);
    m_changes->setObjectName(u"importChanges"_s);
    m_changes->setAccessibleName(tr("What importing changes"));
    m_changes->hide();
    m_explanation->hide();
    auto *file = new ElidedLabel;
    file->setElideMode(Qt::ElideMiddle);
    file->setProperty("role", u"muted"_s);
    file->setText(QDir::toNativeSeparators(path));
    body()->addWidget(file);
    body()->addWidget(m_row);
    body()->addWidget(m_explanation);
    body()->addWidget(m_changes, 1);
    body()->addStretch();
    setMinimumWidth(560);
    connect(m_passphrase, &PassphraseEdit::changed, this, [this] { m_row->setProblem({}); });
    connect(m_passphrase, &PassphraseEdit::submitted, this, &ImportBundleDialog::submit);
    connect(m_changes, &QListWidget::itemChanged, this, &ImportBundleDialog::showCount);
    m_passphrase->setFocus();
}

SecretBytes ImportBundleDialog::passphrase() const
{
    return m_passphrase->secret().clone();
}

void ImportBundleDialog::submit()
{
    if (m_isOpen) {
        Q_EMIT importRequested();
    } else if (m_passphrase->isEmpty()) {
        m_row->setProblem(tr("Enter the passphrase the bundle was made with."));
        m_passphrase->setFocus();
    } else {
        Q_EMIT openRequested();
    }
}

void ImportBundleDialog::showPreview(QList<vault::ImportStep> steps)
{
    setIdle();
    m_isOpen = true;
    m_steps = std::move(steps);
    m_passphrase->clear();
    m_row->hide();
    m_explanation->setText(
        tr("Nothing that is in the vault is overwritten. What is ticked is imported with all its keys."));
    m_explanation->show();
    for (const vault::ImportStep &step : m_steps) {
        addStep(step);
    }
    m_changes->show();
    m_changes->setMinimumHeight(220);
    showCount();
    m_changes->setFocus(Qt::OtherFocusReason); // not Cancel, which is next to the passphrase
}

void ImportBundleDialog::addStep(const vault::ImportStep &step)
{
    auto *item = new QListWidgetItem(effectText(step), m_changes);
    if (step.effect == vault::ImportEffect::Same) {
        item->setFlags(Qt::NoItemFlags);
        return;
    }
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(vault::isConflict(step) ? Qt::Unchecked : Qt::Checked);
}

void ImportBundleDialog::showCount()
{
    const int count = int(chosen().size());
    primary()->setText(count == 0 ? tr("Nothing to import") : tr("Import %n properties", nullptr, count));
    primary()->setEnabled(count > 0);
}

QSet<recipes::PropertyId> ImportBundleDialog::chosen() const
{
    QSet<recipes::PropertyId> ids;
    for (int row = 0; row < m_changes->count(); ++row) {
        const QListWidgetItem *item = m_changes->item(row);
        if ((item->flags() & Qt::ItemIsUserCheckable) && item->checkState() == Qt::Checked) {
            ids.insert(m_steps.at(row).propertyId);
        }
    }
    return ids;
}

void ImportBundleDialog::showRefusal(const vault::BundleError &error)
{
    setIdle();
    const QString sentence = QCoreApplication::translate("Bundle", vault::bundleSentence(error.problem));
    if (error.problem == vault::BundleProblem::WrongPassphrase) {
        m_row->setProblem(sentence);
        m_passphrase->selectAll();
        m_passphrase->setFocus();
    } else {
        banner()->showMessage(Tone::Bad, sentence, error.detail);
    }
}

} // namespace countersign::ui
