#include "ui/window/systemwatch.h"

#include <CoreFoundation/CoreFoundation.h>
#include <IOKit/IOMessage.h>
#include <IOKit/pwr_mgt/IOPMLib.h>

namespace countersign::ui {

struct SystemWatch::Platform
{
    explicit Platform(SystemWatch &owner)
        : watch(owner)
    {
    }
    ~Platform()
    {
        if (started) {
            CFNotificationCenterRemoveEveryObserver(CFNotificationCenterGetDistributedCenter(), this);
            IODeregisterForSystemPower(&notifier);
            IOServiceClose(rootPort);
            IONotificationPortDestroy(port);
        }
    }
    void start()
    {
        started = true;
        CFNotificationCenterAddObserver(CFNotificationCenterGetDistributedCenter(), this, screenLocked,
                                        CFSTR("com.apple.screenIsLocked"), nullptr,
                                        CFNotificationSuspensionBehaviorDeliverImmediately);
        rootPort = IORegisterForSystemPower(this, &port, powerChanged, &notifier);
        if (port) {
            CFRunLoopAddSource(CFRunLoopGetMain(), IONotificationPortGetRunLoopSource(port),
                               kCFRunLoopCommonModes);
        }
    }
    static void screenLocked(CFNotificationCenterRef, void *self, CFNotificationName, const void *,
                             CFDictionaryRef)
    {
        Q_EMIT static_cast<Platform *>(self)->watch.screenLocked();
    }
    static void powerChanged(void *self, io_service_t, natural_t message, void *argument)
    {
        auto *platform = static_cast<Platform *>(self);
        if (message == kIOMessageSystemWillSleep) {
            Q_EMIT platform->watch.goingToSleep();
        }
        if (message == kIOMessageSystemWillSleep || message == kIOMessageCanSystemSleep) {
            IOAllowPowerChange(platform->rootPort, reinterpret_cast<long>(argument));
        }
    }

    SystemWatch &watch;
    bool started = false;
    io_connect_t rootPort = 0;
    IONotificationPortRef port = nullptr;
    io_object_t notifier = 0;
};

SystemWatch::SystemWatch(QObject *parent)
    : QObject(parent)
    , m_platform(std::make_unique<Platform>(*this))
{
}

SystemWatch::~SystemWatch() = default;

void SystemWatch::start(QWidget *)
{
    if (!m_platform->started) {
        m_platform->start();
    }
}

} // namespace countersign::ui
