#include "ui/models/keyversionsmodel.h"

#include "core/keys/fingerprint.h"
#include "ui/models/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

void KeyVersionsModel::setKeys(const keys::KeySet &keys, Timestamp now)
{
    beginResetModel();
    m_versions = keys.versions();
    std::ranges::reverse(m_versions);
    m_now = now;
    endResetModel();
}

void KeyVersionsModel::clear()
{
    setKeys({}, m_now);
}

const keys::KeyVersion *KeyVersionsModel::versionAt(int row) const
{
    return row >= 0 && row < m_versions.size() ? &m_versions[row] : nullptr;
}

int KeyVersionsModel::rowOf(int number) const
{
    const auto found = std::ranges::find(m_versions, number, &keys::KeyVersion::number);
    return found == m_versions.end() ? -1 : int(found - m_versions.begin());
}

int KeyVersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int KeyVersionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant KeyVersionsModel::data(const QModelIndex &index, int role) const
{
    const keys::KeyVersion *version = versionAt(index.row());
    if (!version) {
        return {};
    }
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*version, column);
    case Qt::ToolTipRole:
        return toolTip(*version, column);
    case Qt::TextAlignmentRole:
        return column == Actions ? QVariant(Qt::AlignCenter) : QVariant();
    case StatusRole:
        return int(version->status);
    case NumberRole:
        return version->number;
    default:
        return {};
    }
}

QString KeyVersionsModel::text(const keys::KeyVersion &version, Column column) const
{
    switch (column) {
    case Version:
        return u"v%1"_s.arg(version.number);
    case Status:
        return statusText(version.status);
    case Kind:
        return keys::describeKey(version.description);
    case Fingerprint:
        return keys::shortFingerprint(version.description.fingerprint);
    case Made:
        return agoText(version.createdAt, m_now);
    case Used:
        return version.lastUsedAt ? agoText(*version.lastUsedAt, m_now) : tr("never");
    case Actions:
        return u"⋯"_s;
    case ColumnCount:
        break;
    }
    return {};
}

QString KeyVersionsModel::toolTip(const keys::KeyVersion &version, Column column) const
{
    switch (column) {
    case Status:
        return tr("%1 since %2").arg(statusText(version.status), momentText(version.statusSince));
    case Fingerprint:
        return version.description.fingerprint;
    case Made:
        return tr("%1 on %2").arg(originText(version.origin), momentText(version.createdAt));
    case Used:
        return version.lastUsedAt ? momentText(*version.lastUsedAt) : QString();
    case Actions:
        return tr("What can be done with v%1").arg(version.number);
    default:
        return {};
    }
}

QVariant KeyVersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Version:
        return tr("Version");
    case Status:
        return tr("Status");
    case Kind:
        return tr("Kind");
    case Fingerprint:
        return tr("Fingerprint");
    case Made:
        return tr("Made");
    case Used:
        return tr("Last used here");
    case Actions:
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace countersign::ui
