#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::ui {

/// A form field as people read it: the name over the editor, what is expected under it, and what is wrong in
/// the same place as one types. Wires the name to the editor for assistive technology.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    FieldRow(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    const QString &label() const { return m_name; }
    /// A button that works on the editor, right of it: "Choose…".
    void addButton(QPushButton *button);
    /// Beside the name, muted: "optional", "helps to find the cause".
    void setNote(const QString &note);
    QString note() const;
    void setHint(const QString &hint);
    /// Shown in place of the hint, with the editor marked; empty takes it away.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }

private:
    void refresh();

    QString m_name;
    QLabel *m_label;
    QLabel *m_note;
    QLabel *m_below;
    QWidget *m_editor;
    QString m_hint;
    QString m_problem;
};

} // namespace countersign::ui
