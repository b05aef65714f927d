#include "ui/dialogs/bindialog.h"

#include "ui/models/texts.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

BinDialog::BinDialog(QList<recipes::Property> removed, QWidget *parent)
    : RequestDialog(tr("Bin"), tr("Take back"), parent)
    , m_removed(std::move(removed))
    , m_list(new QListWidget)
    , m_typed(new QLineEdit)
    , m_delete(makeButton(tr("Delete for good"), ButtonKind::Danger))
{
    setObjectName(u"binDialog"_s);
    m_list->setObjectName(u"removedProperties"_s);
    m_list->setAccessibleName(tr("Removed properties"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    fill();
    body()->addWidget(makeLabel(
        m_removed.isEmpty() ? tr("The bin is empty. A property that is removed comes here first.")
                            : tr("What lies here makes and verifies no proofs until it is taken back."),
        TextRole::Muted));
    body()->addWidget(m_list, 1);
    addDeletion();
    cancel()->setText(tr("Close"));
    setMinimumSize(520, 420);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &BinDialog::check);
    m_list->setFocus();
    check();
}

void BinDialog::fill()
{
    for (const recipes::Property &property : m_removed) {
        const QString keys = tr("%n key versions", nullptr, int(property.keys.versions().size()));
        m_list->addItem(tr("%1 — removed %2, %3").arg(property.name, momentText(*property.removedAt), keys));
    }
    if (!m_removed.isEmpty()) {
        m_list->setCurrentRow(0);
    }
}

void BinDialog::addDeletion()
{
    m_typed->setObjectName(u"typedConfirmation"_s);
    m_delete->setObjectName(u"deleteButton"_s);
    auto *row = new FieldRow(tr("To delete what is selected, type “%1”").arg(tr("delete for good")), m_typed);
    row->addButton(m_delete);
    row->setHint(tr("Its keys are erased. Proofs made with them can never be verified or explained again."));
    body()->addWidget(row);
    row->setVisible(!m_removed.isEmpty());
    connect(m_typed, &QLineEdit::textChanged, this, &BinDialog::check);
    connect(m_delete, &QPushButton::clicked, this, [this] { Q_EMIT deletionRequested(chosen()); });
}

void BinDialog::check()
{
    const qsizetype count = chosen().size();
    primary()->setEnabled(count == 1);
    m_delete->setEnabled(count > 0 && m_typed->text().trimmed() == tr("delete for good"));
}

QList<recipes::Property> BinDialog::chosen() const
{
    QList<recipes::Property> properties;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        properties << m_removed.at(index.row());
    }
    return properties;
}

void BinDialog::submit()
{
    if (chosen().size() == 1) {
        Q_EMIT takeBackRequested(chosen().front());
    }
}

} // namespace countersign::ui
