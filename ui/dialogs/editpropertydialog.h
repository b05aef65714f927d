#pragma once

#include "core/recipes/property.h"
#include "ui/dialogs/requestdialog.h"

namespace countersign::ui {

class PropertyForm;

/// Everything of a property that a person can change, but its keys.
class EditPropertyDialog final : public RequestDialog
{
    Q_OBJECT

public:
    EditPropertyDialog(const recipes::Recipe &recipe, const recipes::Property &property, QWidget *parent);

    recipes::Property enteredProperty() const;
    void focusField(const QString &fieldId);

protected:
    void submit() override;

private:
    PropertyForm *m_form;
};

} // namespace countersign::ui
