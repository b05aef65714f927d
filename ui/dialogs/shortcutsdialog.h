#pragma once

#include <QDialog>
#include <QKeySequence>

namespace countersign::ui {

/// Every key that does something, with what it does.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Entry
    {
        QString what;
        QKeySequence keys;
    };

    ShortcutsDialog(const QList<Entry> &entries, QWidget *parent);
};

} // namespace countersign::ui
