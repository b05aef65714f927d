#pragma once

class QKeyEvent;
class QString;

namespace countersign::ui {

/// What a key types into a field that does its own editing; empty where it is a command.
QString typedText(const QKeyEvent &event);

} // namespace countersign::ui
