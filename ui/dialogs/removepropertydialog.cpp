#include "ui/dialogs/removepropertydialog.h"

#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString whatGoes(const recipes::Property &property)
{
    const auto versions = int(property.keys.versions().size());
    return versions == 0 ? RemovePropertyDialog::tr("The property goes to the bin.")
                         : RemovePropertyDialog::tr("The property and %n key versions go to the bin.",
                                                    nullptr, versions);
}

} // namespace

RemovePropertyDialog::RemovePropertyDialog(const recipes::Property &property, QWidget *parent)
    : RequestDialog(tr("Remove %1").arg(property.name), tr("Move to the bin"), parent)
    , m_propertyName(property.name)
    , m_name(new QLineEdit)
{
    setObjectName(u"removePropertyDialog"_s);
    m_name->setObjectName(u"confirmName"_s);
    setButtonKind(primary(), ButtonKind::Danger);
    cancel()->setDefault(true);
    addNotice(
        Tone::Bad, whatGoes(property),
        tr("While they are there, proofs made with them cannot be verified or explained here. Take them "
           "back from Vault › Bin. To only hide the property, archive it instead."));
    auto *row = new FieldRow(tr("Type “%1” to go on").arg(property.name), m_name);
    body()->addWidget(row);
    body()->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &RemovePropertyDialog::check);
    m_name->setFocus();
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
