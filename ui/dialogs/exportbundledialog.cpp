#include "ui/dialogs/exportbundledialog.h"

#include "ui/dialogs/newpassphrase.h"
#include "ui/widgets/messagebanner.h"

#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ExportBundleDialog::ExportBundleDialog(QList<recipes::Property> properties, const recipes::PropertyId &chosen,
                                       QWidget *parent)
    : RequestDialog(tr("Export to a bundle"), tr("Export…"), parent)
    , m_properties(std::move(properties))
    , m_list(new QListWidget)
    , m_count(makeLabel({}, TextRole::Muted))
    , m_passphrase(new NewPassphrase(tr("Passphrase of the bundle"), tr("Passphrase of the bundle again")))
{
    setObjectName(u"exportBundleDialog"_s);
    m_list->setObjectName(u"bundledProperties"_s);
    m_list->setAccessibleName(tr("Properties to export"));
    m_count->setObjectName(u"bundledCount"_s);
    fill(chosen);
    body()->addWidget(
        makeLabel(tr("One encrypted file with the properties, all their keys, statuses and dates, for "
                     "another computer. The activity stays here. Whoever has the file and its "
                     "passphrase has the keys."),
                  TextRole::Muted));
    body()->addWidget(makeListHeader());
    body()->addWidget(m_list, 1);
    body()->addWidget(m_passphrase);
    setMinimumSize(560, 560);
    connect(m_list, &QListWidget::itemChanged, this, &ExportBundleDialog::showCount);
    connect(m_passphrase, &NewPassphrase::submitted, this, &ExportBundleDialog::submit);
    showCount();
    m_list->setFocus();
}

QWidget *ExportBundleDialog::makeListHeader()
{
    auto *all = makeButton(tr("All"), ButtonKind::Link);
    auto *none = makeButton(tr("None"), ButtonKind::Link);
    all->setObjectName(u"tickAll"_s);
    none->setObjectName(u"tickNone"_s);
    all->setAccessibleName(tr("Tick all properties"));
    none->setAccessibleName(tr("Tick no property"));
    auto *header = new QWidget;
    auto *line = new QHBoxLayout(header);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_count, 1);
    line->addWidget(all);
    line->addWidget(none);
    connect(all, &QPushButton::clicked, this, [this] { tickAll(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(Qt::Unchecked); });
    return header;
}

void ExportBundleDialog::fill(const recipes::PropertyId &chosen)
{
    for (const recipes::Property &property : m_properties) {
        const QString keys = tr("%n key versions", nullptr, int(property.keys.versions().size()));
        auto *item = new QListWidgetItem(tr("%1 — %2").arg(property.name, keys), m_list);
        const bool isTicked = chosen.isEmpty() || property.id == chosen;
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    }
}

void ExportBundleDialog::tickAll(Qt::CheckState state)
{
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setCheckState(state);
    }
}

void ExportBundleDialog::showCount()
{
    const int count = int(chosen().size());
    m_count->setText(tr("%1 of %n properties", nullptr, m_list->count()).arg(count));
    primary()->setEnabled(count > 0);
}

QList<recipes::PropertyId> ExportBundleDialog::chosen() const
{
    QList<recipes::PropertyId> ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            ids << m_properties.at(row).id;
        }
    }
    return ids;
}

SecretBytes ExportBundleDialog::passphrase() const
{
    return m_passphrase->passphrase();
}

void ExportBundleDialog::submit()
{
    if (!m_passphrase->isComplete()) {
        m_passphrase->showProblems();
    } else if (!chosen().isEmpty()) {
        Q_EMIT submitted();
    }
}

} // namespace countersign::ui
