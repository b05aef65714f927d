#pragma once

#include "core/base/json.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace countersign::ui {

class Chip;

/// One custom claim: its name, its value, the type the value will have in the token, and a way to remove it.
class ClaimRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimRow(QWidget *parent = nullptr);

    QString name() const;
    JsonValue value() const;
    bool isEmpty() const;
    void set(const QString &name, const QString &value);
    /// Under the row: what is wrong, or else what is worth a look.
    void setProblem(const QString &problem);
    void setHint(const QString &hint);

Q_SIGNALS:
    void changed();
    void removed();

private:
    void refresh();

    QLineEdit *m_name;
    QLineEdit *m_value;
    Chip *m_type;
    QLabel *m_below;
    QString m_problem;
    QString m_hint;
};

} // namespace countersign::ui
