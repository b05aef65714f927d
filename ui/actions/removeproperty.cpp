#include "ui/actions/removeproperty.h"

#include "ui/dialogs/removepropertydialog.h"

namespace countersign::ui {

RemoveProperty::RemoveProperty(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void RemoveProperty::start(const recipes::Property &property)
{
    auto *dialog = new RemovePropertyDialog(property, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog, property] {
        dialog->setBusy(tr("Removing…"));
        m_session.run(
            dialog, [property](vault::Vault &vault) { return vault.removeProperty(property); },
            [this, dialog, name = property.name](const Result<void> &result) {
                if (!result) {
                    dialog->showError(result.error());
                    return;
                }
                dialog->finish();
                m_session.reload();
                Q_EMIT removed(name);
            });
    });
    dialog->open();
}

} // namespace countersign::ui
