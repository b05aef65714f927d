#include "ui/window/sidebar.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/styling.h"
#include "ui/window/propertydelegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

Sidebar::Sidebar(PropertyListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new SearchField)
    , m_all(makeButton({}, ButtonKind::Chip))
    , m_filter(makeButton({}, ButtonKind::Chip))
    , m_attention(makeButton({}, ButtonKind::Chip))
    , m_menu(new QMenu(this))
    , m_list(new QListView)
    , m_nothing(new EmptyState(u"search"_s, tr("Nothing found"),
                               tr("No property fits the search and the filters.")))
    , m_stack(new QStackedWidget)
    , m_add(makeButton(tr("Add property…")))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", u"sidebar"_s);
    setMinimumWidth(240);
    build();
    connectParts();
    refresh();
}

void Sidebar::build()
{
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search properties"));
    m_search->setPlaceholderText(tr("Search properties"));
    m_search->setShortcutHint(QKeySequence(QKeySequence::Find));
    m_all->setObjectName(u"showAll"_s);
    m_filter->setObjectName(u"filterMenu"_s);
    m_filter->setCheckable(false);
    m_filter->setMenu(m_menu);
    m_filter->setProperty("hasMenu", true);
    m_attention->setObjectName(u"showAttention"_s);
    m_attention->setProperty("kind", u"attentionChip"_s);
    m_list->setObjectName(u"propertyList"_s);
    m_list->setAccessibleName(tr("Properties"));
    m_list->setProperty("surface", u"sidebar"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PropertyDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(u"addProperty"_s);
    m_nothing->setAccessibleName(tr("Nothing found"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(6);
    chips->addWidget(m_all);
    chips->addWidget(m_filter);
    chips->addWidget(m_attention);
    chips->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::medium, space::small, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_search);
    layout->addLayout(chips);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_add);
}

void Sidebar::connectParts()
{
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        PropertyFilter filter = m_model.filter();
        filter.text = text;
        setFilter(filter);
    });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_search->clear();
        setFilter({});
    });
    connect(m_attention, &QPushButton::toggled, this, [this](bool only) {
        PropertyFilter filter = m_model.filter();
        filter.attention = only ? AttentionFilter::OnlyNeeded : AttentionFilter::All;
        setFilter(filter);
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            &Sidebar::refresh); // doubts about keys are counted
    connect(m_menu, &QMenu::aboutToShow, this, &Sidebar::rebuildMenu);
    connect(m_add, &QPushButton::clicked, this, &Sidebar::addRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (!m_isRestoring && current.isValid()) {
                    m_selected = m_model.idAt(current.row());
                    Q_EMIT selectionChanged(m_selected);
                }
            });
    // The view is told of a reset first; the selection can be put back only after that.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isRestoring = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Sidebar::restoreSelection);
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::selectFirst()
{
    if (m_model.rowCount() > 0) {
        m_list->setCurrentIndex(m_model.index(0));
    }
}

void Sidebar::select(const recipes::PropertyId &id)
{
    if (m_model.rowOf(id) < 0) {
        m_search->clear();
        setFilter({});
    }
    if (m_model.rowOf(id) < 0 && m_model.archivedCount() > 0) {
        setFilter({.archive = ArchiveFilter::Archived});
    }
    if (const int row = m_model.rowOf(id); row >= 0) {
        m_list->setCurrentIndex(m_model.index(row));
        m_list->scrollTo(m_model.index(row));
    }
}

void Sidebar::clear()
{
    m_selected.clear();
    m_search->clear();
    setFilter({});
    m_list->selectionModel()->clear();
}

void Sidebar::setFilter(const PropertyFilter &filter)
{
    m_model.setFilter(filter);
    refresh();
}

void Sidebar::refresh()
{
    const PropertyFilter &filter = m_model.filter();
    m_all->setVisible(m_model.total() > 0);
    m_filter->setVisible(m_model.total() > 0);
    m_all->setText(tr("All %L1").arg(m_model.total()));
    m_all->setChecked(filter.isEmpty());
    m_filter->setText(literalText(filterText()));
    setStyleProperty(m_filter, "active", filterText() != tr("Filter"));
    m_attention->setText(tr("%n need attention", nullptr, m_model.attentionCount()));
    m_attention->setVisible(m_model.attentionCount() > 0 || filter.attention != AttentionFilter::All);
    m_attention->setChecked(filter.attention == AttentionFilter::OnlyNeeded);
    const bool isFiltered = !filter.isEmpty();
    m_stack->setCurrentIndex(m_model.rowCount() == 0 && isFiltered ? 1 : 0);
}

QString Sidebar::filterText() const
{
    const PropertyFilter &filter = m_model.filter();
    QStringList parts;
    for (const PropertyListModel::Facet &vendor : m_model.vendors()) {
        if (vendor.value == filter.recipeId) {
            parts << vendor.name;
        }
    }
    parts << filter.environment << filter.tag;
    if (filter.archive == ArchiveFilter::Archived) {
        parts << tr("Archived");
    }
    parts.removeAll(QString());
    return parts.isEmpty() ? tr("Filter") : parts.join(u" · "_s);
}

void Sidebar::rebuildMenu()
{
    m_menu->clear();
    addFacets(tr("Vendor"), m_model.vendors(), &PropertyFilter::recipeId);
    addFacets(tr("Environment"), m_model.environments(), &PropertyFilter::environment);
    addFacets(tr("Tag"), m_model.tags(), &PropertyFilter::tag);
    QAction *archived = m_menu->addAction(tr("Archived (%1)").arg(m_model.archivedCount()));
    archived->setCheckable(true);
    archived->setChecked(m_model.filter().archive == ArchiveFilter::Archived);
    connect(archived, &QAction::toggled, this, [this](bool on) {
        PropertyFilter filter = m_model.filter();
        filter.archive = on ? ArchiveFilter::Archived : ArchiveFilter::Active;
        setFilter(filter);
    });
}

void Sidebar::addFacets(const QString &title, const QList<PropertyListModel::Facet> &facets,
                        QString PropertyFilter::*member)
{
    if (facets.isEmpty()) {
        return;
    }
    QAction *heading = m_menu->addAction(title);
    heading->setEnabled(false);
    for (const PropertyListModel::Facet &facet : facets) {
        QAction *action =
            m_menu->addAction(literalText(u"%1 (%2)"_s.arg(facet.name, QString::number(facet.count))));
        action->setCheckable(true);
        action->setChecked(m_model.filter().*member == facet.value);
        connect(action, &QAction::toggled, this, [this, member, value = facet.value](bool on) {
            PropertyFilter filter = m_model.filter();
            filter.*member = on ? value : QString();
            setFilter(filter);
        });
    }
    m_menu->addSeparator();
}

void Sidebar::restoreSelection()
{
    const int row = m_model.rowOf(m_selected);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
    m_isRestoring = false;
}

// From the search field straight into the list.
bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return) && m_model.rowCount() > 0) {
            m_list->setFocus(Qt::TabFocusReason);
            if (!m_list->currentIndex().isValid()) {
                m_list->setCurrentIndex(m_model.index(0));
            }
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace countersign::ui
