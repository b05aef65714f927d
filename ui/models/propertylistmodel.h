#pragma once

#include "core/recipes/keyhealth.h"
#include "core/recipes/property.h"
#include "core/recipes/recipecatalog.h"
#include "ui/models/propertyfilter.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace countersign::ui {

/// The properties that pass the filter, by name. Keeps its own vector of indexes: a keystroke over 10,000
/// properties is one pass over prepared text.
class PropertyListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        SubtitleRole,  ///< "tawk.to · Production · Web"
        AttentionRole, ///< recipes::Attention as int
        BadgeRole,     ///< "412 d", "Weak key"; empty when nothing needs attention
        MonogramRole,
        ColorRole, ///< "#17a34a", behind the monogram
    };

    struct Facet
    {
        QString value; ///< recipe id, environment or tag
        QString name;
        int count = 0;

        bool operator==(const Facet &) const = default;
    };

    explicit PropertyListModel(const recipes::RecipeCatalog &catalog, QObject *parent = nullptr);

    void setProperties(const QList<recipes::Property> &properties, Timestamp now);
    void updateProperty(const recipes::Property &property, Timestamp now);
    /// Those whose key in use is not sound; they get a badge.
    void setDoubts(const QHash<recipes::PropertyId, recipes::KeyHealth> &doubts);
    void clear();

    const PropertyFilter &filter() const { return m_filter; }
    void setFilter(const PropertyFilter &filter);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    recipes::PropertyId idAt(int row) const;
    int rowOf(const recipes::PropertyId &id) const; ///< -1 when it is not shown

    int total() const { return int(m_rows.size()) - m_archivedCount; } ///< without the archived ones
    int attentionCount() const { return m_attentionCount; }
    int archivedCount() const { return m_archivedCount; }
    int keyVersionCount() const { return m_keyVersionCount; }
    QList<Facet> vendors() const;
    QList<Facet> environments() const;
    QList<Facet> tags() const;

private:
    struct Row
    {
        recipes::PropertyId id;
        QString name;
        QString sortKey;
        QString haystack; ///< everything searchable, folded to one letter case
        QString recipeId, vendor, environment, platform;
        QStringList tags;
        QString badge;
        QStringList secrets; ///< their fingerprints
        bool sharesSecret = false;
        recipes::Attention attention = recipes::Attention::None;
        QString monogram, color;
        int keyVersions = 0;
        bool archived = false;
    };

    Row makeRow(const recipes::Property &property, Timestamp now) const;
    bool passes(const Row &row, const QStringList &words) const;
    std::vector<int> filtered() const;
    void refilter();
    void count();
    void markSharedSecrets();
    QString badgeOf(const Row &row) const;
    bool isCounted(const Row &row) const;
    void repaintAll();
    QString subtitle(const Row &row) const;
    QString accessibleText(const Row &row) const;

    const recipes::RecipeCatalog &m_catalog;
    PropertyFilter m_filter;
    QHash<recipes::PropertyId, recipes::KeyHealth> m_doubts;
    std::vector<Row> m_rows;    ///< sorted
    std::vector<int> m_visible; ///< indexes into m_rows
    int m_attentionCount = 0;
    int m_archivedCount = 0;
    int m_keyVersionCount = 0;
};

} // namespace countersign::ui
