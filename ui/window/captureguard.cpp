#include "ui/window/captureguard.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <objc/message.h>
#include <objc/runtime.h>
#endif

namespace countersign::ui {

namespace {

#if defined(Q_OS_WIN)

#ifndef WDA_EXCLUDEFROMCAPTURE
#define WDA_EXCLUDEFROMCAPTURE 0x00000011
#endif

constexpr bool available = true;

void protect(QWidget &window, bool isHidden)
{
    const auto handle = reinterpret_cast<HWND>(window.winId());
    // Before Windows 10 2004 the window shows black instead of being left out.
    if (!SetWindowDisplayAffinity(handle, isHidden ? WDA_EXCLUDEFROMCAPTURE : WDA_NONE) && isHidden) {
        SetWindowDisplayAffinity(handle, WDA_MONITOR);
    }
}

#elif defined(Q_OS_MACOS)

constexpr bool available = true;

/// NSWindow's sharingType: none is 0, read-only, the default, is 1.
void protect(QWidget &window, bool isHidden)
{
    using Ask = id (*)(id, SEL);
    using Set = void (*)(id, SEL, unsigned long);
    const auto view = reinterpret_cast<id>(window.winId());
    const id native = reinterpret_cast<Ask>(objc_msgSend)(view, sel_registerName("window"));
    if (native) {
        reinterpret_cast<Set>(objc_msgSend)(native, sel_registerName("setSharingType:"), isHidden ? 0 : 1);
    }
}

#else

constexpr bool available = false;

void protect(QWidget &, bool)
{
}

#endif

} // namespace

CaptureGuard::CaptureGuard(QObject *parent)
    : QObject(parent)
{
    if (available) {
        QCoreApplication::instance()->installEventFilter(this);
    }
}

bool CaptureGuard::isAvailable()
{
    return available;
}

void CaptureGuard::setActive(bool active)
{
    m_active = active;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible()) {
            protect(*window, active);
        }
    }
}

bool CaptureGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        if (auto *window = static_cast<QWidget *>(watched); window->isWindow()) {
            protect(*window, m_active);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace countersign::ui
