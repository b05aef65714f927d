#include "ui/pages/listpreviewtable.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int mostRows = 8;
constexpr int longestCell = 80;
constexpr int narrowest = 90; // columns, in pixels
constexpr int widest = 320;

QString shortened(const QString &text)
{
    return text.size() > longestCell ? text.first(longestCell) + u'…' : text;
}

} // namespace

ListPreviewTable::ListPreviewTable(QWidget *parent)
    : QTableWidget(parent)
{
    setAccessibleName(tr("The first rows of the list"));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
}

void ListPreviewTable::clearRows()
{
    clear();
    setRowCount(0);
    setColumnCount(0);
}

void ListPreviewTable::showRows(const bulk::ListPreview &preview)
{
    const int rows = std::min(mostRows, static_cast<int>(preview.rows.size()));
    setRowCount(rows);
    setColumnCount(preview.fieldCount);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < preview.fieldCount; ++column) {
            setItem(row, column, new QTableWidgetItem(shortened(preview.rows[row].value(column))));
        }
    }
}

void ListPreviewTable::markColumns(const bulk::ListPreview &preview, const bulk::ListColumns &columns)
{
    for (int column = 0; column < columnCount(); ++column) {
        const QString role = column == columns.proof   ? tr("hash or token")
                             : column == columns.id    ? tr("user id")
                             : column == columns.email ? tr("e-mail")
                                                       : tr("not used");
        setHorizontalHeaderItem(column, new QTableWidgetItem(columnTitle(preview, column) + u'\n' + role));
    }
    fitColumns();
}

/// Wide enough for headings and cells, as far as that leaves room for the others.
void ListPreviewTable::fitColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column) {
        setColumnWidth(column, std::clamp(columnWidth(column), narrowest, widest));
    }
}

QString columnTitle(const bulk::ListPreview &preview, int column)
{
    const QString name = preview.header.value(column).trimmed();
    return name.isEmpty() ? ListPreviewTable::tr("Column %1").arg(column + 1) : shortened(name);
}

} // namespace countersign::ui
