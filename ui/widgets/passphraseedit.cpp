#include "ui/widgets/passphraseedit.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/secretaccessible.h"
#include "ui/widgets/secretpainting.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/themecolors.h"
#include "ui/widgets/typedtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr std::size_t maximumLength = 1024;

} // namespace

PassphraseEdit::PassphraseEdit(QWidget *parent)
    : QFrame(parent)
    , m_reveal(makeIconButton(u"eye"_s, tr("Show while held"), this))
{
    installSecretAccessibility();
    setProperty("field", true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->setObjectName(u"revealButton"_s);
    connect(m_reveal, &QPushButton::pressed, this, [this] { setRevealed(true); });
    connect(m_reveal, &QPushButton::released, this, [this] { setRevealed(false); });
}

SecretBytes PassphraseEdit::take()
{
    SecretBytes taken = m_buffer.take();
    edited();
    return taken;
}

void PassphraseEdit::clear()
{
    if (!m_buffer.isEmpty()) {
        m_buffer.clear();
        edited();
    }
    m_isLeftOut = false;
    setRevealed(false);
}

void PassphraseEdit::selectAll()
{
    m_buffer.selectAll();
    update();
}

void PassphraseEdit::setPlaceholderText(const QString &text)
{
    m_placeholder = text;
    update();
}

QSize PassphraseEdit::sizeHint() const
{
    return {220, std::max(18, fontMetrics().height()) + 12};
}

// Tells input methods that there is text here, and none of what it says.
QVariant PassphraseEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return isEnabled();
    case Qt::ImHints:
        return int(inputMethodHints());
    case Qt::ImCursorRectangle:
        return textRect().toRect();
    default:
        return {};
    }
}

void PassphraseEdit::keyPressEvent(QKeyEvent *event)
{
    noteCapsLock(event);
    if (handleEditing(event) || handleMoving(event)) {
        event->accept();
        return;
    }
    if (const QString text = typedText(*event); !text.isEmpty()) {
        insert(text);
    } else {
        QFrame::keyPressEvent(event);
    }
}

bool PassphraseEdit::handleEditing(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Backspace) {
        if (m_buffer.removeBefore()) {
            edited();
        }
    } else if (event->key() == Qt::Key_Delete) {
        if (m_buffer.removeAfter()) {
            edited();
        }
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT submitted();
    } else {
        // Copying and cutting are refused, not left to a parent.
        return event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut);
    }
    return true;
}

bool PassphraseEdit::handleMoving(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_buffer.moveBy(-1);
        break;
    case Qt::Key_Right:
        m_buffer.moveBy(1);
        break;
    case Qt::Key_Home:
        m_buffer.moveToStart();
        break;
    case Qt::Key_End:
        m_buffer.moveToEnd();
        break;
    default:
        return false;
    }
    update();
    return true;
}

void PassphraseEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty()) {
        insert(event->commitString());
    }
    event->accept();
}

void PassphraseEdit::paste()
{
    if (const QMimeData *pasted = QGuiApplication::clipboard()->mimeData(); pasted && pasted->hasText()) {
        // A passphrase is one line; what was copied along behind it is not part of it.
        const QString text = pasted->text();
        insert(QStringView(text).left(text.indexOf(u'\n') < 0 ? text.size() : text.indexOf(u'\n')));
    }
}

void PassphraseEdit::insert(QStringView text)
{
    const std::size_t kept = m_buffer.isAllSelected() ? 0 : m_buffer.size();
    m_isLeftOut = kept + std::size_t(text.size()) > maximumLength;
    if (m_isLeftOut) {
        update(); // says so: a part of a passphrase would be none
        return;
    }
    m_buffer.insert(text);
    edited();
}

QString PassphraseEdit::warning() const
{
    if (m_isLeftOut) {
        return tr("Too long, nothing was added");
    }
    return m_capsLock && hasFocus() ? tr("Caps Lock is on") : QString();
}

void PassphraseEdit::edited()
{
    m_isLeftOut = false;
    update();
    Q_EMIT changed();
}

void PassphraseEdit::setRevealed(bool revealed)
{
    m_revealed = revealed;
    update();
}

// Qt does not tell the state of the key; a capital without Shift does.
void PassphraseEdit::noteCapsLock(const QKeyEvent *event)
{
    const QString text = event->text();
    if (text.size() == 1 && text.at(0).isLetter()) {
        m_capsLock = text.at(0).isUpper() != bool(event->modifiers() & Qt::ShiftModifier);
    }
}

void PassphraseEdit::mousePressEvent(QMouseEvent *event)
{
    const qreal clicked = event->position().x() - textRect().left();
    m_buffer.moveToStart();
    m_buffer.moveBy(std::max(0, qRound(clicked / step())));
    update();
}

void PassphraseEdit::mouseDoubleClickEvent(QMouseEvent *)
{
    selectAll();
}

void PassphraseEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), this, &PassphraseEdit::paste);
    menu->addAction(tr("Clear"), this, &PassphraseEdit::clear)->setEnabled(!isEmpty());
    menu->popup(event->globalPos());
}

void PassphraseEdit::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        m_buffer.selectAll();
    }
    QFrame::focusInEvent(event);
    update();
}

void PassphraseEdit::focusOutEvent(QFocusEvent *event)
{
    setRevealed(false);
    m_buffer.moveToEnd();
    m_capsLock = false;
    m_isLeftOut = false;
    QFrame::focusOutEvent(event);
}

void PassphraseEdit::resizeEvent(QResizeEvent *event)
{
    const QSize size = m_reveal->sizeHint();
    m_reveal->setGeometry(width() - size.width() - 3, (height() - size.height()) / 2, size.width(),
                          size.height());
    QFrame::resizeEvent(event);
}

QRectF PassphraseEdit::textRect() const
{
    return QRectF(rect()).adjusted(11, 1, -(m_reveal->width() + 6), -1);
}

qreal PassphraseEdit::step() const
{
    return m_revealed ? QFontMetricsF(monospaceFont()).horizontalAdvance(u'0')
                      : fontMetrics().height() * 0.55;
}

qreal PassphraseEdit::widthBeforeCaret() const
{
    return m_revealed ? secretTextWidth(monospaceFont(), secret().bytes().first(m_buffer.caret()))
                      : m_buffer.charactersBeforeCaret() * step();
}

void PassphraseEdit::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    QRectF area = textRect();
    painter.setClipRect(area);
    if (const QString said = warning(); !said.isEmpty()) {
        painter.setPen(colors.attention);
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, said);
        area.setRight(area.right() - fontMetrics().horizontalAdvance(said) - space::small);
        painter.setClipRect(area);
    }
    if (isEmpty()) {
        painter.setPen(colors.muted);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, m_placeholder);
    }
    paintText(painter, area);
}

void PassphraseEdit::paintText(QPainter &painter, const QRectF &area) const
{
    const ThemeColors &colors = themeColors(palette());
    const qreal caretX = widthBeforeCaret();
    const qreal left = area.left() - std::max(0.0, caretX - area.width() + 2);
    if (m_buffer.isAllSelected()) {
        const qreal width = std::min(m_buffer.characterCount() * step(), area.width());
        painter.fillRect(QRectF(area.left(), area.top() + 5, width, area.height() - 10), colors.accentSoft);
    }
    if (m_revealed) {
        const QFontMetricsF metrics(monospaceFont());
        const qreal baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        paintSecretText(painter, {left, baseline}, monospaceFont(), colors.text, secret().bytes());
    } else {
        paintSecretDots(painter, {left, area.center().y()}, step(), colors.text, m_buffer.characterCount());
    }
    if (hasFocus() && !m_buffer.isAllSelected()) {
        painter.fillRect(QRectF(left + caretX, area.top() + 6, 1, area.height() - 12), colors.text);
    }
}

} // namespace countersign::ui
