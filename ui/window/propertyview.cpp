#include "ui/window/propertyview.h"

#include "ui/widgets/styling.h"
#include "ui/window/propertyheader.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

PropertyView::PropertyView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_places(propertyPlaces())
    , m_pages(m_places.size(), nullptr)
    , m_header(new PropertyHeader)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
{
    m_tabs->setObjectName(u"places"_s);
    m_tabs->setAccessibleName(tr("Places of the property"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const Place &place : m_places) {
        m_tabs->addTab(place.title);
        m_stack->addWidget(new QWidget); // its place until the page is built
    }
    m_header->rotateButton()->setVisible(hasPlace(u"keys"_s));
    m_header->exportButton()->setVisible(hasPlace(u"snippets"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::wide, space::page - scrollBarRoom, space::large);
    layout->setSpacing(0);
    layout->addLayout(makeTop());
    layout->addSpacing(space::large);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PropertyView::openTab);
    connect(m_header->editButton(), &QPushButton::clicked, this, [this] { Q_EMIT editRequested({}); });
    connect(m_header->rotateButton(), &QPushButton::clicked, this,
            [this] { begin(u"keys"_s, PageTask::Rotate); });
    connect(m_header->exportButton(), &QPushButton::clicked, this,
            [this] { begin(u"snippets"_s, PageTask::ExportCode); });
}

QLayout *PropertyView::makeTop()
{
    auto *top = new QVBoxLayout;
    top->setContentsMargins(0, 0, scrollBarRoom, 0);
    top->setSpacing(0);
    top->addWidget(m_header);
    top->addSpacing(space::medium);
    top->addWidget(m_tabs);
    top->addWidget(makeLine());
    return top;
}

const recipes::Property *PropertyView::property() const
{
    return m_context.session.property(m_id);
}

const recipes::Recipe *PropertyView::recipe() const
{
    const recipes::Property *shown = property();
    return shown ? m_context.recipes.find(shown->recipeId) : nullptr;
}

void PropertyView::show(const recipes::PropertyId &id)
{
    m_id = id;
    if (const recipes::Property *shown = property()) {
        m_header->show(*shown, recipe());
    } else {
        m_header->clear();
    }
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)) {
            m_stale.insert(i);
        }
    }
    if (!m_id.isEmpty()) {
        openTab(m_tabs->currentIndex());
    }
}

void PropertyView::openTab(int index)
{
    PropertyPage *page = pageAt(index);
    refreshPage(index);
    m_stack->setCurrentWidget(page);
}

PropertyPage *PropertyView::pageAt(int index)
{
    if (!m_pages.at(index)) {
        PropertyPage *page = m_places.at(index).make(m_context);
        page->setObjectName(m_places.at(index).id + u"Page"_s);
        connect(page, &PropertyPage::editRequested, this, &PropertyView::editRequested);
        connect(page, &PropertyPage::messageShown, this, &PropertyView::messageShown);
        delete m_stack->widget(index);
        m_stack->insertWidget(index, page);
        m_pages[index] = page;
        m_stale.insert(index);
    }
    return m_pages.at(index);
}

void PropertyView::refreshPage(int index)
{
    if (m_stale.remove(index)) {
        m_pages.at(index)->showProperty(property(), recipe());
    }
}

QStringList PropertyView::placeIds() const
{
    QStringList ids;
    for (const Place &place : m_places) {
        ids << place.id;
    }
    return ids;
}

void PropertyView::goTo(const QString &placeId)
{
    if (const int index = int(placeIds().indexOf(placeId)); index >= 0) {
        m_tabs->setCurrentIndex(index);
    }
}

void PropertyView::begin(const QString &placeId, PageTask task)
{
    if (property() && hasPlace(placeId)) {
        goTo(placeId);
        pageAt(m_tabs->currentIndex())->begin(task);
    }
}

void PropertyView::check(const verify::VerificationRequest &request)
{
    if (property() && hasPlace(u"verify"_s)) {
        goTo(u"verify"_s);
        pageAt(m_tabs->currentIndex())->check(request);
    }
}

void PropertyView::clear()
{
    m_id.clear();
    m_header->clear();
    m_stale.clear();
    for (int i = 0; i < m_pages.size(); ++i) {
        if (PropertyPage *page = m_pages.at(i)) {
            page->clear();
            page->showProperty(nullptr, nullptr);
        }
    }
}

} // namespace countersign::ui
