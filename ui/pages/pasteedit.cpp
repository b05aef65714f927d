#include "ui/pages/pasteedit.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/tokenhighlighter.h"

#include <QEvent>
#include <QLocale>
#include <QMimeData>

namespace countersign::ui {

PasteEdit::PasteEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(monospaceFont());
    setWordWrapMode(QTextOption::WrapAnywhere);
    setTabChangesFocus(true);
    new TokenHighlighter(document(), this);
    connect(this, &QPlainTextEdit::textChanged, this, &PasteEdit::noteChange);
}

QString PasteEdit::text() const
{
    return toPlainText() + m_rest;
}

void PasteEdit::setText(const QString &text)
{
    m_isSetting = true;
    setPlainText(text.left(maximumShown));
    m_shown = toPlainText();
    m_rest = text.mid(maximumShown, maximumKept - maximumShown);
    m_pastedSize = text.size();
    m_isSetting = false;
    Q_EMIT edited();
}

QString PasteEdit::omission() const
{
    if (m_rest.isEmpty()) {
        return {};
    }
    return tr("%1 characters were pasted; the first %2 are shown.")
        .arg(QLocale().toString(m_pastedSize), QLocale().toString(maximumShown));
}

void PasteEdit::clearForGood()
{
    setText({});
    document()->clearUndoRedoStacks();
}

// A long paste replaces what is there: nobody adds a megabyte to something else on purpose.
void PasteEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QString pasted = source->text(); pasted.size() > maximumShown) {
        setText(pasted);
    } else {
        insertPlainText(pasted);
    }
}

void PasteEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        findChild<TokenHighlighter *>()->rehighlight();
    }
}

// Whoever edits the shown beginning of a long paste means what is shown.
void PasteEdit::noteChange()
{
    if (m_isSetting || toPlainText() == m_shown) {
        return; // new colours count as a change too
    }
    m_shown = toPlainText();
    m_rest.clear();
    Q_EMIT edited();
}

} // namespace countersign::ui
