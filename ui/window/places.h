#pragma once

#include "ui/pages/toolpage.h"

#include <QKeySequence>

#include <functional>

namespace countersign::ui {

/// A tab of the chosen property. The page is made when it is first shown.
struct Place
{
    QString id;    ///< "keys"
    QString title; ///< "Keys"
    std::function<PropertyPage *(const PageContext &)> make;
};

enum class ToolNeeds { Nothing, OpenVault };

/// A tool of the top bar.
struct Tool
{
    QString id;
    QString title;
    QKeySequence keys;
    ToolNeeds needs;
    std::function<ToolPage *(const PageContext &)> make;
};

/// The places in the order of their tabs. A new page is a line here.
QList<Place> propertyPlaces();
/// The tools in the order of their buttons.
QList<Tool> tools();

} // namespace countersign::ui
