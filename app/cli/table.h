#pragma once

#include <QList>
#include <QStringList>

namespace countersign::cli {

/// Columns for people, as wide as their widest cell.
class Table final
{
public:
    explicit Table(QStringList heading)
        : m_rows{std::move(heading)}
    {
    }

    void addRow(const QStringList &row) { m_rows.append(row); }
    QStringList lines() const;

private:
    QList<QStringList> m_rows;
};

} // namespace countersign::cli
