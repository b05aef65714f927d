#include "ui/window/systemwatch.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QWidget>

#include <windows.h>

#include <wtsapi32.h>

namespace countersign::ui {

struct SystemWatch::Platform final : public QAbstractNativeEventFilter
{
    explicit Platform(SystemWatch &owner)
        : watch(owner)
    {
    }
    ~Platform() override
    {
        if (window) {
            WTSUnRegisterSessionNotification(window);
        }
    }
    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        const auto *received = static_cast<const MSG *>(message);
        if (received->message == WM_WTSSESSION_CHANGE && received->wParam == WTS_SESSION_LOCK) {
            Q_EMIT watch.screenLocked();
        } else if (received->message == WM_POWERBROADCAST && received->wParam == PBT_APMSUSPEND) {
            Q_EMIT watch.goingToSleep();
        }
        return false;
    }

    SystemWatch &watch;
    HWND window = nullptr;
};

SystemWatch::SystemWatch(QObject *parent)
    : QObject(parent)
    , m_platform(std::make_unique<Platform>(*this))
{
}

SystemWatch::~SystemWatch() = default;

void SystemWatch::start(QWidget *window)
{
    if (!m_platform->window) {
        m_platform->window = reinterpret_cast<HWND>(window->winId());
        WTSRegisterSessionNotification(m_platform->window, NOTIFY_FOR_THIS_SESSION);
        QCoreApplication::instance()->installNativeEventFilter(m_platform.get());
    }
}

} // namespace countersign::ui
