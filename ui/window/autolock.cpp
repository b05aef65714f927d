#include "ui/window/autolock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

using namespace std::chrono_literals;

namespace countersign::ui {

AutoLock::AutoLock(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::tick);
}

void AutoLock::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    if (m_timer.isActive()) {
        start();
    }
}

void AutoLock::start()
{
    m_deadline = QDeadlineTimer(m_limit);
    m_timer.start(std::clamp(m_limit / 4, 10ms, 1000ms));
    QCoreApplication::instance()->installEventFilter(this);
    Q_EMIT remainingChanged(remaining());
}

void AutoLock::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

std::chrono::milliseconds AutoLock::remaining() const
{
    return m_limit == 0ms ? -1ms : std::chrono::milliseconds(m_deadline.remainingTime());
}

void AutoLock::tick()
{
    Q_EMIT remainingChanged(remaining());
    if (m_limit > 0ms && m_deadline.hasExpired()) {
        stop();
        Q_EMIT expired();
    }
}

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        m_deadline = QDeadlineTimer(m_limit);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace countersign::ui
