#pragma once

#include <QCoreApplication>

namespace countersign::ui {

/// What core's English texts go through before they are shown; the shape of verify::Translate.
inline QString translated(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace countersign::ui
