#pragma once

#include "ui/models/consolesettings.h"

#include <QWidget>

namespace countersign::ui {

class SystemWatch;

/// Reasons to lock that come from outside the window's work: the screen is locked, the machine goes to sleep,
/// the window is minimised. Each only when its setting says so.
class LockTriggers final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent, and the window watched.
    explicit LockTriggers(QWidget *window);

    void setSettings(const ConsoleSettings &settings) { m_settings = settings; }
    /// Begins to listen to the system; not at the start of the program, which waits for nobody.
    void listen();

Q_SIGNALS:
    void lockWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    SystemWatch *m_watch;
    ConsoleSettings m_settings;
};

} // namespace countersign::ui
