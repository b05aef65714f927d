#pragma once

#include "core/recipes/property.h"

#include <QMap>
#include <QSet>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace countersign::ui {

class FieldRow;

enum class FormExtent {
    Short, ///< what is needed to begin
    Full,  ///< everything that can be changed later
};

/// The fields of a property by its recipe, checked as one types: a problem stands beside its field once the
/// person has been there.
class PropertyForm final : public QWidget
{
    Q_OBJECT

public:
    PropertyForm(const recipes::Recipe &recipe, FormExtent extent, QWidget *parent = nullptr);

    void showProperty(const recipes::Property &property);
    /// The property given to showProperty() with what was entered since.
    recipes::Property enteredProperty() const;
    bool isValid() const { return m_problems.isEmpty(); }
    /// Shows every problem and goes to the first.
    void showAllProblems();
    void focusField(const QString &fieldId);

Q_SIGNALS:
    void changed();

private:
    void buildBasics(QVBoxLayout *layout);
    void buildFields(QVBoxLayout *layout);
    void buildMore(QVBoxLayout *layout);
    QWidget *makeEditor(const recipes::FieldRule &rule);
    void watch(QLineEdit *editor, const QString &fieldId);
    void touch(const QString &fieldId);
    void check();
    QString valueOf(const QString &fieldId) const;

    recipes::Recipe m_recipe;
    recipes::Property m_property;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QComboBox *m_platform;
    QComboBox *m_enforcement = nullptr;
    QSpinBox *m_rotateAfter = nullptr;
    QLineEdit *m_tags = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QMap<QString, FieldRow *> m_rows; ///< by field id, "name" among them
    QSet<QString> m_touched;
    QList<recipes::FieldProblem> m_problems;
    bool m_isFilling = false;
};

} // namespace countersign::ui
