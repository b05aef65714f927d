#pragma once

#include "measure.h"

#include <QProcessEnvironment>

#include <optional>

namespace countersign::bench {

/// What was seen of a program that opens a window.
struct WindowStart
{
    Duration untilVisible;
    double residentMegabytes = 0; ///< a second after the window came up
};

/// Starts a program and watches the X server for its window. Nothing when there is no X server to watch.
std::optional<WindowStart> startAndWatch(const QString &program, const QProcessEnvironment &environment);

} // namespace countersign::bench
