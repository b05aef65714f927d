#pragma once

#include <QObject>

#include <memory>

class QWidget;

namespace countersign::ui {

/// Says when the screen is locked and when the machine is about to sleep: logind and the screen savers over
/// D-Bus on Linux, session and power messages on Windows, the notification centre and IOKit on macOS. Where
/// nobody answers, it says nothing.
class SystemWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SystemWatch(QObject *parent = nullptr);
    ~SystemWatch() override;

    /// Begins to listen, and waits for no answer. `window` gets the messages on Windows. Safe to call again.
    void start(QWidget *window);

Q_SIGNALS:
    void screenLocked();
    /// On Linux sleep waits until this was handled.
    void goingToSleep();

private:
    struct Platform;
    std::unique_ptr<Platform> m_platform;
};

} // namespace countersign::ui
