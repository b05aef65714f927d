#include "ui/models/activitymodel.h"

#include "ui/models/texts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString textOf(const vault::ActivityEntry &entry, ActivityModel::Column column)
{
    switch (column) {
    case ActivityModel::When:
        return momentText(entry.at);
    case ActivityModel::What:
        return QCoreApplication::translate("Activity", vault::activitySentence(entry.kind));
    case ActivityModel::Property:
        return entry.propertyName;
    case ActivityModel::Version:
        return entry.keyVersion > 0 ? u"v%1"_s.arg(entry.keyVersion) : QString();
    case ActivityModel::Who:
        return ActivityModel::tr("%1 on %2", "user on machine").arg(entry.actor.user, entry.actor.machine);
    case ActivityModel::Detail:
        return entry.detail;
    case ActivityModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

bool ActivityChoice::admits(const vault::ActivityEntry &entry) const
{
    if (kind && entry.kind != *kind) {
        return false;
    }
    for (int column = 0; column < ActivityModel::ColumnCount; ++column) {
        if (textOf(entry, ActivityModel::Column(column)).contains(search, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

void ActivityModel::setEntries(QList<vault::ActivityEntry> entries, Timestamp now)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_now = now;
    refilter();
    endResetModel();
}

void ActivityModel::setChoice(const ActivityChoice &choice)
{
    beginResetModel();
    m_choice = choice;
    refilter();
    endResetModel();
}

QList<vault::ActivityKind> ActivityModel::kinds() const
{
    QList<vault::ActivityKind> kinds;
    for (const vault::ActivityEntry &entry : m_entries) {
        if (!kinds.contains(entry.kind)) {
            kinds.append(entry.kind);
        }
    }
    std::ranges::sort(kinds);
    return kinds;
}

void ActivityModel::refilter()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_choice.admits(m_entries[i])) {
            m_shown.append(i);
        }
    }
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
        return textOf(entry, Column(index.column()));
    }
    if (role == Qt::ToolTipRole && index.column() == When) {
        return agoText(entry.at, m_now);
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
    case Property:
        return tr("Property");
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
