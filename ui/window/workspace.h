#pragma once

#include "ui/models/propertylistmodel.h"
#include "ui/pages/propertypage.h"

#include <QSplitter>

class QStackedWidget;

namespace countersign::ui {

class EmptyState;
class PropertyView;
class SecretHealth;
class Sidebar;

/// An open vault: the properties on the left, the chosen one on the right.
class Workspace final : public QSplitter
{
    Q_OBJECT

public:
    explicit Workspace(const PageContext &context, QWidget *parent = nullptr);

    Sidebar *sidebar() const { return m_sidebar; }
    PropertyView *view() const { return m_view; }
    const PropertyListModel &properties() const { return m_model; }

    /// Shows the session's properties as they are now.
    void reload();
    void update(const recipes::PropertyId &id);
    /// Empties every page, list and field.
    void clear();

Q_SIGNALS:
    void addRequested();
    void propertyChosen();
    /// What is listed or shown is no longer what it was.
    void refreshed();

private:
    void connectParts();
    void choose();
    void refresh();
    void showNoProperty();

    PageContext m_context;
    PropertyListModel m_model;
    SecretHealth *m_health;
    Sidebar *m_sidebar;
    EmptyState *m_noProperty;
    PropertyView *m_view;
    QStackedWidget *m_right;
};

} // namespace countersign::ui
