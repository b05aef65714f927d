#pragma once

#include "measure.h"

#include <QProcessEnvironment>

#include <memory>
#include <optional>

namespace countersign::bench {

/// What was seen of a program that opens a window.
struct WindowStart
{
    Duration untilVisible;
    double residentMegabytes = 0; ///< a second after the window came up
};

/// Watches an X server for the windows of programs it starts.
class WindowProbe final
{
public:
    WindowProbe();
    ~WindowProbe();

    /// Nothing when there is no X server to watch.
    std::optional<WindowStart> start(const QString &program, const QProcessEnvironment &environment);

private:
    struct Connection;
    /// Xvfb starts anew when its last client leaves, and takes nobody in meanwhile: one has to stay.
    std::unique_ptr<Connection> m_stays;
};

} // namespace countersign::bench
