#include "ui/widgets/secretfield.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/secretbuffer.h"
#include "ui/widgets/secretpainting.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/themecolors.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::ui {

namespace {

constexpr auto clickTime = 350ms;
constexpr auto openTime = 30s;
constexpr int dotCount =
    24; ///< that stand for the secret while it is hidden; its true length is told elsewhere

} // namespace

SecretField::SecretField(QWidget *parent)
    : QFrame(parent)
    , m_button(makeIconButton(u"eye"_s, tr("Show: hold, or click to keep it open"), this))
{
    setProperty("surface", u"well"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setObjectName(u"revealButton"_s);
    m_holdTimer.setSingleShot(true);
    m_holdTimer.setInterval(clickTime);
    m_closeTimer.setSingleShot(true);
    m_closeTimer.setInterval(openTime);
    connect(m_button, &QPushButton::pressed, this, &SecretField::press);
    connect(m_button, &QPushButton::released, this, &SecretField::release);
    connect(&m_closeTimer, &QTimer::timeout, this, &SecretField::conceal);
}

void SecretField::press()
{
    if (m_wanted) {
        conceal();
        return;
    }
    m_wanted = true;
    m_holdTimer.start();
    Q_EMIT revealRequested();
}

void SecretField::release()
{
    if (m_wanted && !m_holdTimer.isActive()) {
        conceal();
    }
}

void SecretField::reveal(SecretBytes secret)
{
    if (!m_wanted) {
        return;
    }
    m_secret = std::move(secret);
    m_button->setIcon(themedIcon(u"eye-off"_s));
    nameButton(tr("Hide"));
    m_closeTimer.start();
    updateGeometry();
    update();
}

void SecretField::conceal()
{
    const bool wasShown = isRevealed();
    m_wanted = false;
    m_secret.clear();
    m_closeTimer.stop();
    m_holdTimer.stop();
    m_button->setIcon(themedIcon(u"eye"_s));
    nameButton(tr("Show: hold, or click to keep it open"));
    updateGeometry();
    update();
    if (wasShown) {
        Q_EMIT concealed();
    }
}

void SecretField::nameButton(const QString &name)
{
    m_button->setToolTip(name);
    m_button->setAccessibleName(name);
}

void SecretField::hideEvent(QHideEvent *event)
{
    conceal();
    QFrame::hideEvent(event);
}

QRectF SecretField::textRect() const
{
    return QRectF(rect()).adjusted(11, 6, -(m_button->width() + 8), -6);
}

qreal SecretField::lineCount() const
{
    if (!isRevealed()) {
        return 1;
    }
    const auto breaks = std::ranges::count(m_secret.bytes(), static_cast<unsigned char>('\n'));
    const qreal perLine = std::max(
        1.0, std::floor(textRect().width() / QFontMetricsF(monospaceFont()).horizontalAdvance(u'0')));
    return breaks > 0 ? qreal(breaks) + 1 : std::ceil(qreal(m_secret.size()) / perLine);
}

QSize SecretField::sizeHint() const
{
    const qreal line = QFontMetricsF(monospaceFont()).lineSpacing();
    return {240, std::max(32, int(line * std::min(lineCount(), 32.0)) + 14)};
}

void SecretField::resizeEvent(QResizeEvent *event)
{
    const QSize size = m_button->sizeHint();
    m_button->setGeometry(width() - size.width() - 3, 2, size.width(), size.height());
    QFrame::resizeEvent(event);
}

void SecretField::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const QFont font = monospaceFont();
    const QFontMetricsF metrics(font);
    const QRectF area = textRect();
    const qreal step = metrics.horizontalAdvance(u'0');
    painter.setClipRect(area);
    if (!isRevealed()) {
        paintSecretDots(painter, {area.left(), area.center().y()}, step, colors.muted, dotCount);
        return;
    }
    const std::size_t perLine = std::size_t(std::max(1.0, std::floor(area.width() / step)));
    ByteView rest = m_secret.bytes();
    for (qreal y = area.top() + metrics.ascent(); !rest.empty() && y < area.bottom() + metrics.lineSpacing();
         y += metrics.lineSpacing()) {
        const auto end = std::ranges::find(rest, static_cast<unsigned char>('\n'));
        const std::size_t length = std::min(perLine, std::size_t(end - rest.begin()));
        paintSecretText(painter, {area.left(), y}, font, colors.text, rest.first(length));
        rest = rest.subspan(length);
        if (!rest.empty() && rest.front() == '\n') {
            rest = rest.subspan(1);
        }
    }
}

} // namespace countersign::ui
