#include "ui/window/workspace.h"

#include "ui/actions/secrethealth.h"
#include "ui/actions/vaultsession.h"
#include "ui/widgets/emptystate.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

Workspace::Workspace(const PageContext &context, QWidget *parent)
    : QSplitter(parent)
    , m_context(context)
    , m_model(context.recipes)
    , m_health(new SecretHealth(context.session, context.recipes, this))
    , m_sidebar(new Sidebar(m_model, this))
    , m_noProperty(new EmptyState(u"shield"_s, {}, {}))
    , m_view(new PropertyView(context))
    , m_right(new QStackedWidget(this))
{
    m_right->addWidget(m_noProperty);
    m_right->addWidget(m_view);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    setStretchFactor(1, 1);
    setSizes({304, 976});
    connectParts();
}

void Workspace::connectParts()
{
    connect(m_health, &SecretHealth::changed, this, [this] { m_model.setDoubts(m_health->doubts()); });
    connect(m_sidebar, &Sidebar::selectionChanged, this, &Workspace::choose);
    connect(m_sidebar, &Sidebar::addRequested, this, &Workspace::addRequested);
    connect(m_noProperty, &EmptyState::activated, this, &Workspace::addRequested);
}

void Workspace::reload()
{
    m_model.setProperties(m_context.session.properties(), m_context.clock.now());
    if (m_context.session.state() != VaultSession::State::Unlocked) {
        return;
    }
    if (m_sidebar->selected().isEmpty()) {
        m_sidebar->selectFirst();
    }
    refresh();
}

void Workspace::update(const recipes::PropertyId &id)
{
    if (const recipes::Property *property = m_context.session.property(id)) {
        m_model.updateProperty(*property, m_context.clock.now());
    }
    refresh();
}

void Workspace::choose()
{
    Q_EMIT propertyChosen();
    refresh();
}

void Workspace::refresh()
{
    m_sidebar->refresh();
    if (const recipes::Property *property = m_context.session.property(m_sidebar->selected())) {
        m_view->show(property->id);
        m_right->setCurrentWidget(m_view);
    } else {
        m_view->clear();
        showNoProperty();
        m_right->setCurrentWidget(m_noProperty);
    }
    Q_EMIT refreshed();
}

void Workspace::showNoProperty()
{
    if (m_context.session.properties().isEmpty()) {
        m_noProperty->setTexts(
            tr("No properties yet"),
            tr("A property is one widget on one site, with its own keys. Add your first."));
        m_noProperty->setAction(tr("Add property…"));
    } else {
        m_noProperty->setTexts(tr("Choose a property"), tr("Its keys, proofs and code are shown here."));
        m_noProperty->setAction({});
    }
}

void Workspace::clear()
{
    m_view->clear();
    m_sidebar->clear();
}

} // namespace countersign::ui
