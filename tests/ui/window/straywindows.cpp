#include "tests/ui/window/straywindows.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace countersign::test {

StrayWindows::StrayWindows()
{
    qApp->installEventFilter(this);
}

bool StrayWindows::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = event->type() == QEvent::Show ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget && widget->isWindow() && !widget->parentWidget() &&
        !qobject_cast<const QMainWindow *>(widget)) {
        m_seen << u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                 widget->objectName());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace countersign::test
