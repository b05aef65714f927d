#include "ui/window/propertycommands.h"

#include "ui/actions/addproperty.h"
#include "ui/actions/editproperty.h"
#include "ui/actions/removeproperty.h"
#include "ui/window/menus.h"
#include "ui/window/places.h"
#include "ui/window/propertyheader.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QPushButton>

namespace countersign::ui {

PropertyCommands::PropertyCommands(VaultSession &session, const recipes::RecipeCatalog &recipes, Menus &menus,
                                   QWidget *window)
    : QObject(window)
    , m_menus(menus)
    , m_add(new AddProperty(session, recipes, window))
    , m_edit(new EditProperty(session, window))
    , m_remove(new RemoveProperty(session, window))
{
    reportResults();
    connectMenus();
}

void PropertyCommands::reportResults()
{
    connect(m_edit, &EditProperty::edited, this, [this] { Q_EMIT done(tr("Saved.")); });
    connect(m_edit, &EditProperty::failed, this, &PropertyCommands::failed);
    connect(m_remove, &RemoveProperty::removed, this,
            [this](const QString &name) { Q_EMIT done(tr("“%1” was moved to the bin.").arg(name)); });
}

void PropertyCommands::connectMenus()
{
    connect(m_menus.addProperty, &QAction::triggered, m_add, &AddProperty::start);
    connect(m_menus.editProperty, &QAction::triggered, this, [this] { edit({}); });
    connect(m_menus.archiveProperty, &QAction::triggered, this, &PropertyCommands::toggleArchived);
    connect(m_menus.removeProperty, &QAction::triggered, this, &PropertyCommands::remove);
}

void PropertyCommands::serve(Workspace *workspace)
{
    m_workspace = workspace;
    PropertyView *view = workspace->view();
    connect(workspace, &Workspace::addRequested, m_add, &AddProperty::start);
    connect(m_add, &AddProperty::added, workspace->sidebar(), &Sidebar::select);
    connect(m_add, &AddProperty::added, view, [view] { view->goTo(propertyPlaces().constFirst().id); });
    connect(view, &PropertyView::editRequested, this, &PropertyCommands::edit);
    connect(m_menus.rotateKey, &QAction::triggered, view->header()->rotateButton(), &QPushButton::click);
    connect(m_menus.exportCode, &QAction::triggered, view->header()->exportButton(), &QPushButton::click);
}

void PropertyCommands::edit(const QString &fieldId)
{
    const PropertyView *view = m_workspace->view();
    if (const recipes::Property *property = view->property(); property && view->recipe()) {
        m_edit->start(*view->recipe(), *property, fieldId);
    }
}

void PropertyCommands::toggleArchived()
{
    if (const recipes::Property *property = m_workspace->view()->property()) {
        m_edit->setArchived(*property, !property->archived);
    }
}

void PropertyCommands::remove()
{
    if (const recipes::Property *property = m_workspace->view()->property()) {
        m_remove->start(*property);
    }
}

} // namespace countersign::ui
