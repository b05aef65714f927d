#include "ui/models/propertylistmodel.h"

#include "core/recipes/sharedsecret.h"
#include "ui/models/texts.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QStringList wordsOf(const QString &text)
{
    return text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
}

QList<PropertyListModel::Facet> sorted(const QMap<QString, PropertyListModel::Facet> &facets)
{
    QList<PropertyListModel::Facet> result = facets.values();
    std::ranges::sort(result, {}, [](const auto &facet) { return facet.name.toCaseFolded(); });
    return result;
}

void countIn(QMap<QString, PropertyListModel::Facet> &facets, const QString &value, const QString &name,
             int count)
{
    if (!value.isEmpty()) {
        auto &facet = facets[value];
        facet.value = value;
        facet.name = name;
        facet.count += count;
    }
}

} // namespace

PropertyListModel::PropertyListModel(const recipes::RecipeCatalog &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalog(catalog)
{
}

void PropertyListModel::setProperties(const QList<recipes::Property> &properties, Timestamp now)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(std::size_t(properties.size()));
    for (const recipes::Property &property : properties) {
        m_rows.push_back(makeRow(property, now));
    }
    std::ranges::sort(m_rows, {}, &Row::sortKey);
    markSharedSecrets();
    count();
    m_visible = filtered();
    endResetModel();
}

void PropertyListModel::updateProperty(const recipes::Property &property, Timestamp now)
{
    const auto found = std::ranges::find(m_rows, property.id, &Row::id);
    if (found == m_rows.end()) {
        return;
    }
    const QString before = found->sortKey;
    *found = makeRow(property, now);
    markSharedSecrets();
    count();
    const auto index = int(found - m_rows.begin());
    const bool isShown = std::ranges::binary_search(m_visible, index);
    if (found->sortKey != before || isShown != passes(*found, wordsOf(m_filter.text))) {
        beginResetModel();
        std::ranges::sort(m_rows, {}, &Row::sortKey);
        m_visible = filtered();
        endResetModel();
    } else if (isShown) {
        repaintAll(); // because another's secret may be shared now, or no longer
    }
}

void PropertyListModel::setDoubts(const QHash<recipes::PropertyId, recipes::KeyHealth> &doubts)
{
    m_doubts = doubts;
    count();
    refilter();
    repaintAll();
}

void PropertyListModel::repaintAll()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(createIndex(0, 0), createIndex(rowCount() - 1, 0));
    }
}

void PropertyListModel::clear()
{
    setProperties({}, {});
}

void PropertyListModel::setFilter(const PropertyFilter &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        refilter();
    }
}

void PropertyListModel::refilter()
{
    std::vector<int> visible = filtered();
    if (visible != m_visible) {
        beginResetModel();
        m_visible = std::move(visible);
        endResetModel();
    }
}

std::vector<int> PropertyListModel::filtered() const
{
    const QStringList words = wordsOf(m_filter.text);
    std::vector<int> visible;
    visible.reserve(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (passes(m_rows[i], words)) {
            visible.push_back(int(i));
        }
    }
    return visible;
}

bool PropertyListModel::passes(const Row &row, const QStringList &words) const
{
    const auto matches = [](const QString &wanted, const QString &value) {
        return wanted.isEmpty() || wanted == value;
    };
    return isCounted(row) && matches(m_filter.recipeId, row.recipeId) &&
           matches(m_filter.environment, row.environment) &&
           (m_filter.tag.isEmpty() || row.tags.contains(m_filter.tag)) &&
           (m_filter.attention == AttentionFilter::All || !badgeOf(row).isEmpty()) &&
           std::ranges::all_of(words, [&row](const QString &word) { return row.haystack.contains(word); });
}

PropertyListModel::Row PropertyListModel::makeRow(const recipes::Property &property, Timestamp now) const
{
    const recipes::Recipe *recipe = m_catalog.find(property.recipeId);
    Row row;
    row.id = property.id;
    row.name = property.name;
    row.recipeId = property.recipeId;
    row.vendor = recipe ? recipe->vendor : property.recipeId;
    row.monogram = recipe ? recipe->monogram : u"?"_s;
    row.color = recipe ? recipe->color : QString();
    row.environment = property.environment;
    row.platform = property.platform;
    row.tags = property.tags;
    row.archived = property.archived;
    row.keyVersions = int(property.keys.versions().size());
    row.attention = property.archived ? recipes::Attention::None : recipes::attentionFor(property, now);
    row.badge = attentionText(property, row.attention, now);
    row.secrets = recipes::secretFingerprints(property);
    row.sortKey =
        property.name.toCaseFolded() + u'\n' + row.vendor + u'\n' + property.environment + property.id;
    QStringList searchable = {property.name, row.vendor, property.environment, property.platform};
    searchable += property.tags;
    for (const QString &value : property.fields) {
        searchable += value.left(200); // pasted embed code is not what one searches for
    }
    row.haystack = searchable.join(u'\n').toCaseFolded();
    return row;
}

void PropertyListModel::markSharedSecrets()
{
    QHash<QString, QSet<recipes::PropertyId>> owners;
    for (const Row &row : m_rows) {
        for (const QString &secret : row.secrets) {
            owners[secret].insert(row.id);
        }
    }
    for (Row &row : m_rows) {
        row.sharesSecret = std::ranges::any_of(
            row.secrets, [&owners](const QString &secret) { return owners[secret].size() > 1; });
    }
}

/// What is due comes first.
QString PropertyListModel::badgeOf(const Row &row) const
{
    if (!row.badge.isEmpty() || row.archived) {
        return row.badge;
    }
    const recipes::KeyHealth health = m_doubts.value(row.id);
    if (health == recipes::KeyHealth::Weak) {
        return tr("Weak key");
    }
    if (row.sharesSecret) {
        return tr("Shared secret");
    }
    return health == recipes::KeyHealth::Questionable ? tr("Check key") : QString();
}

void PropertyListModel::count()
{
    m_attentionCount = m_archivedCount = m_keyVersionCount = 0;
    for (const Row &row : m_rows) {
        m_attentionCount += !badgeOf(row).isEmpty();
        m_archivedCount += row.archived;
        m_keyVersionCount += row.keyVersions;
    }
}

int PropertyListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

QVariant PropertyListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[std::size_t(m_visible[std::size_t(index.row())])];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case IdRole:
        return row.id;
    case SubtitleRole:
        return subtitle(row);
    case AttentionRole:
        return int(row.attention);
    case BadgeRole:
        return badgeOf(row);
    case MonogramRole:
        return row.monogram;
    case ColorRole:
        return row.color;
    default:
        return {};
    }
}

QString PropertyListModel::subtitle(const Row &row) const
{
    QStringList parts = {row.vendor, row.environment, row.platform};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString PropertyListModel::accessibleText(const Row &row) const
{
    QStringList parts = {row.name, subtitle(row), badgeOf(row)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

recipes::PropertyId PropertyListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(m_visible[std::size_t(row)])].id
                                        : recipes::PropertyId();
}

int PropertyListModel::rowOf(const recipes::PropertyId &id) const
{
    const auto found = std::ranges::find(
        m_visible, id, [this](int index) -> const QString & { return m_rows[std::size_t(index)].id; });
    return found == m_visible.end() ? -1 : int(found - m_visible.begin());
}

/// A facet counts what choosing it would show; one that shows nothing at present stays, so that it can be
/// left.
bool PropertyListModel::isCounted(const Row &row) const
{
    return row.archived == (m_filter.archive == ArchiveFilter::Archived);
}

QList<PropertyListModel::Facet> PropertyListModel::vendors() const
{
    QMap<QString, Facet> facets;
    for (const Row &row : m_rows) {
        countIn(facets, row.recipeId, row.vendor, isCounted(row));
    }
    return sorted(facets);
}

QList<PropertyListModel::Facet> PropertyListModel::environments() const
{
    QMap<QString, Facet> facets;
    for (const Row &row : m_rows) {
        countIn(facets, row.environment, row.environment, isCounted(row));
    }
    return sorted(facets);
}

QList<PropertyListModel::Facet> PropertyListModel::tags() const
{
    QMap<QString, Facet> facets;
    for (const Row &row : m_rows) {
        for (const QString &tag : row.tags) {
            countIn(facets, tag, tag, isCounted(row));
        }
    }
    return sorted(facets);
}

} // namespace countersign::ui
