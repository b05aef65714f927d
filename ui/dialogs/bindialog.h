#pragma once

#include "core/recipes/property.h"
#include "ui/dialogs/requestdialog.h"

class QLineEdit;
class QListWidget;

namespace countersign::ui {

class FieldRow;

/// What was removed: takes one property back, or deletes one or all for good after that was typed.
class BinDialog final : public RequestDialog
{
    Q_OBJECT

public:
    BinDialog(QList<recipes::Property> removed, QWidget *parent);

Q_SIGNALS:
    void takeBackRequested(const countersign::recipes::Property &property);
    void deletionRequested(const QList<countersign::recipes::Property> &properties);

protected:
    void submit() override;

private:
    void fill();
    void addDeletion();
    void check();
    QList<recipes::Property> chosen() const;

    QList<recipes::Property> m_removed;
    QListWidget *m_list;
    QLineEdit *m_typed;
    QPushButton *m_delete;
};

} // namespace countersign::ui
