#pragma once

#include "core/recipes/property.h"
#include "ui/dialogs/requestdialog.h"

class QLineEdit;

namespace countersign::ui {

/// Says what is lost and asks for the property's name before it goes.
class RemovePropertyDialog final : public RequestDialog
{
    Q_OBJECT

public:
    RemovePropertyDialog(const recipes::Property &property, QWidget *parent);

    void showError(const Error &error) override;

private:
    void check();

    QString m_propertyName;
    QLineEdit *m_name;
};

} // namespace countersign::ui
