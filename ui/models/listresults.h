#pragma once

#include "core/bulk/listsummary.h"

#include <QDateTime>
#include <QString>

#include <string>
#include <string_view>

namespace countersign::ui {

/// Where a list lies and how its rows are read; for reading a row again when it is shown.
struct ListFile
{
    QString path;
    bulk::RowShape shape;
    qint64 size = 0;
    QDateTime modified;

    static ListFile at(const QString &path, const bulk::RowShape &shape);
};

/// Id and e-mail of a row, read from its file.
struct ListRowText
{
    QString id;
    QString email;
};

/// Reads single rows of a list. Answers with empty texts when the file is gone or has changed since.
class ListRowReader final
{
public:
    explicit ListRowReader(const ListFile &file);
    ~ListRowReader();
    ListRowReader(ListRowReader &&) noexcept;

    bool isUsable() const;
    ListRowText read(quint64 offset, quint32 size) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Every row of a verified list: where it stands, how it ended and the text it is searched by. Some fifty
/// bytes a row, overwritten when the last holder lets go; the file keeps the rest.
class ListResults final
{
public:
    explicit ListResults(ListFile file);
    ~ListResults();
    Q_DISABLE_COPY_MOVE(ListResults)

    void append(const bulk::DoneRows &rows);
    /// Once every row is there.
    void finish(const bulk::ListTotals &totals, const bulk::OutcomeTable &outcomes);

    const ListFile &file() const { return m_file; }
    const bulk::ListSummary &summary() const { return m_summary; }
    quint32 size() const { return static_cast<quint32>(m_rows.size()); }

    quint64 line(quint32 row) const { return m_rows[row].line; }
    bulk::OutcomeId outcomeId(quint32 row) const { return m_rows[row].outcome; }
    const bulk::Outcome &outcome(quint32 row) const { return m_outcomes[m_rows[row].outcome]; }
    const std::vector<bulk::Outcome> &outcomes() const { return m_outcomes; }
    ListRowText text(quint32 row, const ListRowReader &reader) const;

    /// The rows whose outcome is wanted and whose id or e-mail contains the text, in any letter case; in
    /// order. `wanted` has an element for each outcome.
    std::vector<quint32> find(const std::vector<bool> &wanted, const QString &text) const;
    /// Compares what rows are searched by.
    int compareTexts(quint32 left, quint32 right) const;

private:
    struct Row
    {
        quint64 offset = 0;
        quint32 line = 0;
        quint32 size = 0;
        bulk::OutcomeId outcome = 0;
        quint32 text = 0; ///< where its text begins in m_texts
    };

    using Rows = std::vector<Row>;

    Rows::const_iterator rowAfter(Rows::const_iterator from, std::size_t at) const;
    std::string_view searchText(quint32 row) const;

    ListFile m_file;
    Rows m_rows;
    std::string m_texts; ///< id, tab, e-mail, line feed; folded
    std::vector<bulk::Outcome> m_outcomes;
    bulk::ListSummary m_summary;
};

} // namespace countersign::ui
