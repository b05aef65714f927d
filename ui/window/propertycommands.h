#pragma once

#include "core/base/error.h"
#include "core/recipes/recipecatalog.h"

#include <QObject>

namespace countersign::ui {

class AddProperty;
class EditProperty;
class Menus;
class RemoveProperty;
class VaultSession;
class Workspace;

/// What the menus and the workspace ask of properties: to add, edit, archive and remove them.
class PropertyCommands final : public QObject
{
    Q_OBJECT

public:
    PropertyCommands(VaultSession &session, const recipes::RecipeCatalog &recipes, Menus &menus,
                     QWidget *window);

    /// Answers to this workspace, and acts on the property it shows.
    void serve(Workspace *workspace);

Q_SIGNALS:
    void done(const QString &message);
    void failed(const countersign::Error &error);

private:
    void reportResults();
    void connectMenus();
    void edit(const QString &fieldId);
    void toggleArchived();
    void remove();

    Menus &m_menus;
    AddProperty *m_add;
    EditProperty *m_edit;
    RemoveProperty *m_remove;
    Workspace *m_workspace = nullptr;
};

} // namespace countersign::ui
