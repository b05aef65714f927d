#include "ui/widgets/codeview.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/secretclipboard.h"

#include <QEvent>
#include <QMimeData>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace countersign::ui {

CodeView::CodeView(Wrap wrap, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setProperty("surface", u"code"_s);
    setReadOnly(true);
    setFont(monospaceFont());
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    // A caret shows where the keyboard is; the text itself stays as it is.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(wrap == Wrap::Never ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    setWordWrapMode(wrap == Wrap::Never ? QTextOption::NoWrap : QTextOption::WrapAnywhere);
}

void CodeView::setText(const QString &text)
{
    if (text != toPlainText()) {
        setPlainText(text);
    }
    fit();
}

void CodeView::fitToContent(int minimumLines, int maximumLines)
{
    m_minimumLines = minimumLines;
    m_maximumLines = maximumLines;
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    fit();
}

void CodeView::fit()
{
    if (m_maximumLines == 0) {
        return;
    }
    // The layout of a plain text document counts its height in lines.
    const int lines = std::clamp(int(std::ceil(document()->size().height())), m_minimumLines, m_maximumLines);
    // Borders and padding of the style sheet are in the margins already; lines that do not wrap may need a
    // bar.
    const QMargins margins = contentsMargins() + viewportMargins();
    const int bar = lineWrapMode() == QPlainTextEdit::NoWrap ? 14 : 2;
    const qreal frame = 2 * document()->documentMargin() + margins.top() + margins.bottom() + bar;
    const int height = int(std::ceil(lines * QFontMetricsF(font()).lineSpacing() + frame));
    if (height != minimumHeight() || height != maximumHeight()) {
        setFixedHeight(height);
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        Q_EMIT paletteChanged();
    }
}

QMimeData *CodeView::createMimeDataFromSelection() const
{
    auto copied = std::make_unique<QMimeData>();
    copied->setText(textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n'));
    if (m_secret) {
        markAsSecret(*copied);
    }
    return copied.release();
}

} // namespace countersign::ui
