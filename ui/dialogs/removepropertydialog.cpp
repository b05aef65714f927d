#include "ui/dialogs/removepropertydialog.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

RemovePropertyDialog::RemovePropertyDialog(const recipes::Property &property, QWidget *parent)
    : RequestDialog(tr("Remove %1").arg(property.name), tr("Remove for good"), parent)
    , m_propertyName(property.name)
    , m_name(new QLineEdit)
{
    setObjectName(u"removePropertyDialog"_s);
    m_name->setObjectName(u"confirmName"_s);
    setButtonKind(primary(), ButtonKind::Danger);
    cancel()->setDefault(true);
    auto *warning = new MessageBanner;
    warning->setDismissible(false);
    warning->showMessage(
        Tone::Bad,
        tr("The property and its %n key versions go for good.", nullptr,
           int(property.keys.versions().size())),
        tr("Proofs made with them can no longer be verified or explained here. To only take it out "
           "of the list, archive it instead."));
    auto *row = new FieldRow(tr("Type the property's name to go on"), m_name);
    row->setHint(property.name);
    body()->addWidget(warning);
    body()->addWidget(row);
    body()->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &RemovePropertyDialog::check);
    setMinimumWidth(480);
    check();
}

void RemovePropertyDialog::check()
{
    primary()->setEnabled(m_name->text().trimmed() == m_propertyName);
}

void RemovePropertyDialog::showError(const Error &error)
{
    RequestDialog::showError(error);
    check();
}

} // namespace countersign::ui
