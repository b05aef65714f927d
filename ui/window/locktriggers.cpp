#include "ui/window/locktriggers.h"

#include "ui/window/systemwatch.h"

#include <QEvent>

namespace countersign::ui {

LockTriggers::LockTriggers(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_watch(new SystemWatch(this))
{
    m_window->installEventFilter(this);
    connect(m_watch, &SystemWatch::screenLocked, this, [this] {
        if (m_settings.lockWithScreen) {
            Q_EMIT lockWanted();
        }
    });
    connect(m_watch, &SystemWatch::goingToSleep, this, [this] {
        if (m_settings.lockOnSleep) {
            Q_EMIT lockWanted();
        }
    });
}

void LockTriggers::listen()
{
    m_watch->start(m_window);
}

bool LockTriggers::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::WindowStateChange && m_window->isMinimized() &&
        m_settings.lockOnMinimise) {
        Q_EMIT lockWanted();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace countersign::ui
