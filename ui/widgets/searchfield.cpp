#include "ui/widgets/searchfield.h"

#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int lens = 16;

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    // On top of the padding that the style sheet gives every field.
    setTextMargins(lens + space::tiny, 0, 0, 0);
}

void SearchField::setShortcutHint(const QKeySequence &keys)
{
    m_hint = keys.toString(QKeySequence::NativeText).replace(u'+', u' ');
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRect inner = rect().adjusted(space::small, 0, -space::medium, 0);
    painter.drawPixmap(inner.left(), (height() - lens) / 2,
                       themedPixmap(u"search"_s, lens, IconTone::Muted, this));
    const int needed = fontMetrics().horizontalAdvance(placeholderText() + m_hint) + lens + 4 * space::large;
    if (text().isEmpty() && width() > needed) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, m_hint);
    }
}

} // namespace countersign::ui
