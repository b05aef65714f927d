#pragma once

#include "core/recipes/recipecatalog.h"
#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class AddPropertyDialog;

/// Asks for a property and its key, makes or reads the key, and keeps both in the vault.
class AddProperty final : public QObject
{
    Q_OBJECT

public:
    AddProperty(VaultSession &session, const recipes::RecipeCatalog &catalog, QWidget *window);

    void start();

Q_SIGNALS:
    void added(const countersign::recipes::PropertyId &id);

private:
    void submit(AddPropertyDialog *dialog);

    VaultSession &m_session;
    const recipes::RecipeCatalog &m_catalog;
    QWidget *m_window;
};

} // namespace countersign::ui
