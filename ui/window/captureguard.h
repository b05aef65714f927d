#pragma once

#include <QObject>

class QWidget;

namespace countersign::ui {

/// Keeps every window of the program out of screenshots and recordings, on Windows and macOS. Other systems
/// have no such thing: on X11 any program sees the screen, on Wayland none does unasked.
class CaptureGuard final : public QObject
{
    Q_OBJECT

public:
    explicit CaptureGuard(QObject *parent = nullptr);

    static bool isAvailable();
    void setActive(bool active);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_active = false;
};

} // namespace countersign::ui
