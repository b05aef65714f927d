#pragma once

#include "core/recipes/property.h"
#include "core/recipes/recipecatalog.h"
#include "ui/dialogs/keyrequest.h"
#include "ui/dialogs/requestdialog.h"

class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace countersign::ui {

class KeyEntry;
class PropertyForm;

struct AddPropertyRequest
{
    recipes::Property property;
    KeyRequest key;
};

/// Vendor, details, key: three short steps to a property that works.
class AddPropertyDialog final : public RequestDialog
{
    Q_OBJECT

public:
    AddPropertyDialog(const recipes::RecipeCatalog &catalog, QWidget *parent);

    AddPropertyRequest request() const;
    void showError(const Error &error) override;

protected:
    void submit() override;

private:
    enum Step { VendorStep, DetailsStep, KeyStep };

    QWidget *makeVendorStep();
    QPushButton *makeVendorCard(const recipes::Recipe &recipe);
    void chooseRecipe(const recipes::Recipe &recipe);
    void goTo(Step step);
    void refresh();

    const recipes::RecipeCatalog &m_catalog;
    const recipes::Recipe *m_recipe = nullptr;
    QLabel *m_progress;
    QStackedWidget *m_steps;
    QButtonGroup *m_vendors;
    QPushButton *m_back;
    PropertyForm *m_form = nullptr;
    KeyEntry *m_key = nullptr;
};

} // namespace countersign::ui
