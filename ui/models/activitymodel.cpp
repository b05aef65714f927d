#include "ui/models/activitymodel.h"

#include "ui/models/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace countersign::ui {

void ActivityModel::setEntries(QList<vault::ActivityEntry> entries, Timestamp now)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_now = now;
    refilter();
    endResetModel();
}

void ActivityModel::setSearch(const QString &text)
{
    beginResetModel();
    m_search = text.trimmed();
    refilter();
    endResetModel();
}

void ActivityModel::refilter()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_search.isEmpty() || matches(m_entries[i])) {
            m_shown.append(i);
        }
    }
}

bool ActivityModel::matches(const vault::ActivityEntry &entry) const
{
    for (int column = 0; column < ColumnCount; ++column) {
        if (text(entry, Column(column)).contains(m_search, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size()) {
        return {};
    }
    const vault::ActivityEntry &entry = m_entries[m_shown[index.row()]];
    if (role == Qt::DisplayRole) {
        return text(entry, Column(index.column()));
    }
    if (role == Qt::ToolTipRole && index.column() == When) {
        return agoText(entry.at, m_now);
    }
    return {};
}

QString ActivityModel::text(const vault::ActivityEntry &entry, Column column) const
{
    switch (column) {
    case When:
        return momentText(entry.at);
    case What:
        return QCoreApplication::translate("Activity", vault::activitySentence(entry.kind));
    case Version:
        return entry.keyVersion > 0 ? u"v%1"_s.arg(entry.keyVersion) : QString();
    case Who:
        return tr("%1 on %2", "user on machine").arg(entry.actor.user, entry.actor.machine);
    case Detail:
        return entry.detail;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case Version:
        return tr("Key");
    case Who:
        return tr("Who");
    case Detail:
        return tr("Detail");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace countersign::ui
