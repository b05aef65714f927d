#include "ui/widgets/typedtext.h"

#include <QKeyEvent>

namespace countersign::ui {

QString typedText(const QKeyEvent &event)
{
    const QString text = event.text();
    // With Alt it is no command: AltGr is Ctrl+Alt on Windows, and types @ and { on many keyboards.
    const bool isCommand = event.modifiers() & (Qt::ControlModifier | Qt::MetaModifier) &&
                           !(event.modifiers() & Qt::AltModifier);
    return text.isEmpty() || !text.at(0).isPrint() || isCommand ? QString() : text;
}

} // namespace countersign::ui
