#pragma once

#include "ui/window/places.h"

class QStackedWidget;
class QTabBar;

namespace countersign::ui {

class PropertyHeader;

/// The chosen property: its header and its places, each built when it is first opened.
class PropertyView final : public QWidget
{
    Q_OBJECT

public:
    explicit PropertyView(const PageContext &context, QWidget *parent = nullptr);

    /// An unknown id shows nothing.
    void show(const recipes::PropertyId &id);
    const recipes::Property *property() const;
    const recipes::Recipe *recipe() const;
    PropertyHeader *header() const { return m_header; }

    QStringList placeIds() const;
    bool hasPlace(const QString &placeId) const { return placeIds().contains(placeId); }
    void goTo(const QString &placeId);
    void begin(const QString &placeId, PageTask task);
    /// Opens Verify with this filled in and checks it.
    void check(const verify::VerificationRequest &request);
    /// Empties every page that was built.
    void clear();

Q_SIGNALS:
    void editRequested(const QString &fieldId);
    void messageShown(const QString &message);

private:
    QLayout *makeTop();
    void openTab(int index);
    PropertyPage *pageAt(int index);
    void refreshPage(int index);

    PageContext m_context;
    QList<Place> m_places;
    QList<PropertyPage *> m_pages; ///< null until first shown
    QSet<int> m_stale;             ///< built, but showing what was before
    recipes::PropertyId m_id;
    PropertyHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
};

} // namespace countersign::ui
