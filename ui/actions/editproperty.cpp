#include "ui/actions/editproperty.h"

#include "ui/dialogs/editpropertydialog.h"

namespace countersign::ui {

EditProperty::EditProperty(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void EditProperty::start(const recipes::Recipe &recipe, const recipes::Property &property,
                         const QString &fieldId)
{
    auto *dialog = new EditPropertyDialog(recipe, property, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] {
        dialog->setBusy(tr("Saving…"));
        m_session.change(
            dialog,
            [property = dialog->enteredProperty()](vault::Vault &vault) {
                return vault.updateProperty(property);
            },
            [this, dialog](const Result<recipes::Property> &result) {
                if (!result) {
                    dialog->showError(result.error());
                    return;
                }
                dialog->finish();
                Q_EMIT edited(result->id);
            });
    });
    dialog->open();
    dialog->focusField(fieldId);
}

void EditProperty::setArchived(recipes::Property property, bool archived)
{
    property.archived = archived;
    m_session.change(
        this,
        [property = std::move(property)](vault::Vault &vault) { return vault.updateProperty(property); },
        [this](const Result<recipes::Property> &result) {
            if (result) {
                Q_EMIT edited(result->id);
            } else {
                Q_EMIT failed(result.error());
            }
        });
}

} // namespace countersign::ui
