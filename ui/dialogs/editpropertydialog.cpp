#include "ui/dialogs/editpropertydialog.h"

#include "ui/dialogs/propertyform.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

EditPropertyDialog::EditPropertyDialog(const recipes::Recipe &recipe, const recipes::Property &property,
                                       QWidget *parent)
    : RequestDialog(tr("Edit %1").arg(property.name), tr("Save"), parent)
    , m_form(new PropertyForm(recipe, FormExtent::Full))
{
    setObjectName(u"editPropertyDialog"_s);
    m_form->showProperty(property);
    body()->addWidget(makeScrollArea(m_form));
    resize(620, 680);
}

recipes::Property EditPropertyDialog::enteredProperty() const
{
    return m_form->enteredProperty();
}

void EditPropertyDialog::focusField(const QString &fieldId)
{
    m_form->focusField(fieldId);
}

void EditPropertyDialog::submit()
{
    if (m_form->isValid()) {
        Q_EMIT submitted();
    } else {
        m_form->showAllProblems();
    }
}

} // namespace countersign::ui
