#include "ui/actions/addproperty.h"

#include "ui/dialogs/addpropertydialog.h"

namespace countersign::ui {

namespace {

Result<recipes::Property> addTo(vault::Vault &vault, const recipes::KeyRule &rule,
                                const AddPropertyRequest &request)
{
    vault::NewProperty added{request.property, {}};
    if (request.key.source != KeySource::Later) {
        auto key = obtainKey(rule, request.key);
        if (!key) {
            return std::unexpected(key.error());
        }
        added.keys.emplace_back(std::move(key->material), key->origin);
    }
    return vault.addProperty(std::move(added));
}

} // namespace

AddProperty::AddProperty(VaultSession &session, const recipes::RecipeCatalog &catalog, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_catalog(catalog)
    , m_window(window)
{
}

void AddProperty::start()
{
    auto *dialog = new AddPropertyDialog(m_catalog, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] { submit(dialog); });
    dialog->open();
}

void AddProperty::submit(AddPropertyDialog *dialog)
{
    AddPropertyRequest request = dialog->request();
    const recipes::Recipe *recipe = m_catalog.find(request.property.recipeId);
    dialog->setBusy(request.key.source == KeySource::Generate ? tr("Making the key…")
                                                              : tr("Adding the property…"));
    m_session.change(
        dialog,
        [request = std::move(request), rule = recipe->key](vault::Vault &vault) {
            return addTo(vault, rule, request);
        },
        [this, dialog](const Result<recipes::Property> &result) {
            if (!result) {
                dialog->showError(result.error());
                return;
            }
            dialog->finish();
            Q_EMIT added(result->id);
        });
}

} // namespace countersign::ui
