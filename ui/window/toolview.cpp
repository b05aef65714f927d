#include "ui/window/toolview.h"

#include "ui/widgets/styling.h"

#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ToolView::ToolView(const QString &title, QWidget *tool, QWidget *parent)
    : QWidget(parent)
{
    QPushButton *back = makeIconButton(u"back"_s, tr("Back"));
    back->setObjectName(u"closeTool"_s);
    auto *header = new QHBoxLayout;
    header->setSpacing(space::small);
    header->addWidget(back);
    header->addWidget(makeLabel(title, TextRole::Title));
    header->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::wide, space::page, space::wide);
    layout->setSpacing(space::large);
    layout->addLayout(header);
    layout->addWidget(tool, 1);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QPushButton::clicked, this, &ToolView::closed);
    connect(escape, &QShortcut::activated, this, &ToolView::closed);
}

} // namespace countersign::ui
