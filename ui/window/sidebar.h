#pragma once

#include "ui/models/propertylistmodel.h"

#include <QWidget>

class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace countersign::ui {

class EmptyState;
class SearchField;

/// The properties: search as you type, filters, the list, and the way to add one.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(PropertyListModel &model, QWidget *parent = nullptr);

    void focusSearch();
    void selectFirst();
    /// Selects it, taking a filter away that hides it.
    void select(const recipes::PropertyId &id);
    const recipes::PropertyId &selected() const { return m_selected; }
    /// Forgets the search, the filters and the selection.
    void clear();
    /// Brings counts, menus and the selection in line with the model.
    void refresh();

Q_SIGNALS:
    void selectionChanged(const countersign::recipes::PropertyId &id);
    void addRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void setFilter(const PropertyFilter &filter);
    void rebuildMenu();
    void addFacets(const QString &title, const QList<PropertyListModel::Facet> &facets,
                   QString PropertyFilter::*member);
    void restoreSelection();
    QString filterText() const;

    PropertyListModel &m_model;
    SearchField *m_search;
    QPushButton *m_all;
    QPushButton *m_filter;
    QPushButton *m_attention;
    QMenu *m_menu;
    QListView *m_list;
    EmptyState *m_nothing;
    QStackedWidget *m_stack;
    QPushButton *m_add;
    recipes::PropertyId m_selected;
    bool m_isRestoring = false;
};

} // namespace countersign::ui
