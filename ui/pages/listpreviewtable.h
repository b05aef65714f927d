#pragma once

#include "core/bulk/listpreview.h"

#include <QTableWidget>

namespace countersign::ui {

/// The first rows of a list, with what each column is taken for over it.
class ListPreviewTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit ListPreviewTable(QWidget *parent = nullptr);

    void showRows(const bulk::ListPreview &preview);
    void markColumns(const bulk::ListPreview &preview, const bulk::ListColumns &columns);
    void clearRows();

private:
    void fitColumns();
};

/// What the list calls a column, "Column 2" where it has no name for it; long names are cut.
QString columnTitle(const bulk::ListPreview &preview, int column);

} // namespace countersign::ui
