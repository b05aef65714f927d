#include "ui/widgets/emptystate.h"

#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"

#include <QEvent>
#include <QVBoxLayout>

namespace countersign::ui {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_iconName(icon)
    , m_icon(new QLabel)
    , m_title(makeLabel(title, TextRole::Heading))
    , m_text(makeLabel(text, TextRole::Muted))
    , m_action(makeButton({}, ButtonKind::Primary))
{
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
    }
    m_text->setMinimumWidth(200);
    m_text->setMaximumWidth(460);
    m_action->hide();
    // An alignment would ask for the height of the full width, and cut off the last line.
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_text, 100);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::small);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(space::tiny);
    layout->addWidget(m_title);
    layout->addLayout(line);
    layout->addSpacing(space::small);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible()) {
        refreshIcon();
    }
}

void EmptyState::showEvent(QShowEvent *event)
{
    refreshIcon();
    QWidget::showEvent(event);
}

void EmptyState::refreshIcon()
{
    m_icon->setPixmap(themedPixmap(m_iconName, 40, IconTone::Muted, this));
}

} // namespace countersign::ui
