#include "ui/widgets/busyoverlay.h"

#include "ui/widgets/styling.h"
#include "ui/widgets/themecolors.h"

#include <QEvent>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::ui {

BusyOverlay::BusyOverlay(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, TextRole::Strong))
    , m_bar(new QProgressBar)
{
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(220);
    m_bar->setAccessibleName(tr("Working"));
    auto *panel = new QFrame(this);
    panel->setProperty("surface", u"card"_s);
    auto *inside = new QVBoxLayout(panel);
    inside->setContentsMargins(space::page, space::wide, space::page, space::wide);
    inside->setSpacing(space::medium);
    inside->addWidget(m_text, 0, Qt::AlignHCenter);
    inside->addWidget(m_bar);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(panel, 0, Qt::AlignCenter);
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, [this, panel] {
        m_painted = true;
        panel->show();
        update();
    });
    panel->hide();
    parent->installEventFilter(this);
    hide();
}

void BusyOverlay::start(const QString &text)
{
    m_active = true;
    m_text->setText(text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    takeFocus();
    m_delay.start();
}

void BusyOverlay::stop()
{
    m_active = false;
    m_painted = false;
    m_delay.stop();
    findChild<QFrame *>(QString(), Qt::FindDirectChildrenOnly)->hide();
    giveFocusBack(); // first: who is hidden with the focus hands it to whatever comes next
    hide();
}

void BusyOverlay::takeFocus()
{
    QWidget *focused = window()->focusWidget();
    if (focused && focused != this && parentWidget()->isAncestorOf(focused)) {
        m_focusBefore = focused;
        setFocus(Qt::OtherFocusReason);
    }
}

void BusyOverlay::giveFocusBack()
{
    if (window()->focusWidget() == this && m_focusBefore) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
    m_focusBefore.clear();
}

/// Swallows the keyboard, Tab and shortcuts as well: Return would ask for the same once more.
bool BusyOverlay::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
        event->accept();
        return true;
    default:
        return QWidget::event(event);
    }
}

bool BusyOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void BusyOverlay::paintEvent(QPaintEvent *)
{
    if (m_painted) {
        QColor veil = themeColors(palette()).window;
        veil.setAlpha(170);
        QPainter(this).fillRect(rect(), veil);
    }
}

} // namespace countersign::ui
