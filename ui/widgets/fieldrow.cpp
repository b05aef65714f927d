#include "ui/widgets/fieldrow.h"

#include "ui/widgets/styling.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

FieldRow::FieldRow(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_name(label)
    , m_label(makeLabel(literalText(label), TextRole::Strong))
    , m_note(makeLabel({}, TextRole::Muted))
    , m_below(makeLabel({}, TextRole::Hint))
    , m_editor(editor)
{
    auto *names = new QHBoxLayout;
    names->setSpacing(space::tiny);
    names->addWidget(m_label);
    names->addWidget(m_note);
    names->addStretch();
    m_note->setWordWrap(false);
    m_note->hide();
    m_below->hide();
    m_label->setBuddy(editor);
    editor->setAccessibleName(label);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addLayout(names);
    layout->addWidget(editor);
    layout->addWidget(m_below);
}

void FieldRow::addButton(QPushButton *button)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    const int place = column->indexOf(m_editor);
    column->removeWidget(m_editor);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_editor, 1);
    line->addWidget(button);
    column->insertLayout(place, line);
}

void FieldRow::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    refresh();
}

QString FieldRow::note() const
{
    return m_note->text();
}

void FieldRow::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void FieldRow::setProblem(const QString &problem)
{
    m_problem = problem;
    refresh();
}

void FieldRow::refresh()
{
    const bool wrong = !m_problem.isEmpty();
    QStringList texts{m_problem, m_hint}; // what is expected, all the more when it is missing
    texts.removeAll(QString());
    const QString text = texts.join(u' ');
    setTextRole(m_below, wrong ? TextRole::Problem : TextRole::Hint);
    m_below->setText(text);
    m_below->setVisible(!text.isEmpty());
    setStyleProperty(m_editor, "problem", wrong);
    m_editor->setAccessibleDescription(m_note->text().isEmpty() ? text : m_note->text() + u". "_s + text);
}

} // namespace countersign::ui
