#include "ui/actions/openbin.h"

#include "ui/dialogs/bindialog.h"

namespace countersign::ui {

OpenBin::OpenBin(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void OpenBin::start()
{
    m_session.run(
        this, [](vault::Vault &vault) { return vault.removedProperties(); },
        [this](const Result<QList<recipes::Property>> &removed) {
            if (removed) {
                show(*removed);
            } else {
                Q_EMIT failed(removed.error());
            }
        });
}

void OpenBin::show(const QList<recipes::Property> &removed)
{
    auto *dialog = new BinDialog(removed, m_window);
    connect(dialog, &BinDialog::takeBackRequested, this,
            [this, dialog](const recipes::Property &property) { takeBack(dialog, property); });
    connect(
        dialog, &BinDialog::deletionRequested, this,
        [this, dialog](const QList<recipes::Property> &properties) { deleteForGood(dialog, properties); });
    dialog->open();
}

void OpenBin::takeBack(BinDialog *dialog, const recipes::Property &property)
{
    dialog->setBusy(tr("Taking back…"));
    m_session.change(
        dialog, [property](vault::Vault &vault) { return vault.takeBackProperty(property); },
        [this, dialog](const Result<recipes::Property> &result) {
            if (!result) {
                dialog->showError(result.error());
                return;
            }
            dialog->finish();
            Q_EMIT takenBack(result->name);
        });
}

void OpenBin::deleteForGood(BinDialog *dialog, const QList<recipes::Property> &properties)
{
    dialog->setBusy(tr("Deleting…"));
    m_session.run(
        dialog, [properties](vault::Vault &vault) { return vault.deleteProperties(properties); },
        [this, dialog, count = int(properties.size())](const Result<void> &result) {
            if (!result) {
                dialog->showError(result.error());
                return;
            }
            dialog->finish();
            Q_EMIT deleted(count);
        });
}

} // namespace countersign::ui
