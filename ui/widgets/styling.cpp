#include "ui/widgets/styling.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/themecolors.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

const char *roleName(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return "body";
    case TextRole::Strong:
        return "strong";
    case TextRole::Title:
        return "title";
    case TextRole::Heading:
        return "heading";
    case TextRole::Section:
        return "section";
    case TextRole::Muted:
        return "muted";
    case TextRole::Hint:
        return "hint";
    case TextRole::Problem:
        return "problem";
    case TextRole::Good:
        return "good";
    case TextRole::Attention:
        return "attention";
    }
    return "body";
}

const char *kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Secondary:
        return "secondary";
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Danger:
        return "danger";
    case ButtonKind::Link:
        return "link";
    case ButtonKind::Icon:
        return "icon";
    case ButtonKind::Chip:
        return "chip";
    }
    return "secondary";
}

bool wraps(TextRole role)
{
    return role != TextRole::Section && role != TextRole::Strong && role != TextRole::Title;
}

} // namespace

const char *toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return "neutral";
    case Tone::Accent:
        return "accent";
    case Tone::Good:
        return "good";
    case Tone::Attention:
        return "attention";
    case Tone::Bad:
        return "bad";
    }
    return "neutral";
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const ThemeColors &colors = themeColors(palette);
    switch (tone) {
    case Tone::Neutral:
        return colors.muted;
    case Tone::Accent:
        return colors.accent;
    case Tone::Good:
        return colors.good;
    case Tone::Attention:
        return colors.attention;
    case Tone::Bad:
        return colors.bad;
    }
    return colors.muted;
}

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value) {
        return;
    }
    widget->setProperty(name, value);
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
        widget->update();
    }
}

QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wraps(role));
    setTextRole(label, role);
    label->setText(text);
    return label;
}

void setTextRole(QLabel *label, TextRole role)
{
    setStyleProperty(label, "role", QString::fromLatin1(roleName(role)));
}

QLabel *makeCodeLabel(const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(text, TextRole::Body, parent);
    label->setFont(monospaceFont());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString literalText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setButtonKind(button, kind);
    button->setCheckable(kind == ButtonKind::Chip);
    button->setAutoDefault(false);
    return button;
}

QPushButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent)
{
    QPushButton *button = makeButton({}, ButtonKind::Icon, parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize({18, 18});
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

void setButtonKind(QPushButton *button, ButtonKind kind)
{
    setStyleProperty(button, "kind", QString::fromLatin1(kindName(kind)));
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("surface", u"line"_s);
    return line;
}

namespace {

void setUpScrollArea(QScrollArea &area, QWidget *content)
{
    area.setWidgetResizable(true);
    area.setFrameShape(QFrame::NoFrame);
    area.setFocusPolicy(Qt::NoFocus);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area.viewport()->setAutoFillBackground(false);
    area.setWidget(content);
    // setWidget() turns the filling on.
    content->setAutoFillBackground(false);
}

} // namespace

void centreIn(QWidget *page, QWidget *content)
{
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(content);
    across->addStretch();
    auto *down = new QVBoxLayout(page);
    down->addStretch(2);
    down->addLayout(across);
    down->addStretch(3);
}

QScrollArea *makeScrollArea(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    setUpScrollArea(*area, content);
    return area;
}

namespace {

class PageScroll final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    void leaveRoom()
    {
        const QScrollBar *bar = verticalScrollBar();
        setViewportMargins(0, 0, bar->maximum() > bar->minimum() ? 0 : scrollBarRoom, 0);
    }
};

} // namespace

QScrollArea *makePageScroll(QWidget *content, QWidget *parent)
{
    auto *area = new PageScroll(parent);
    setUpScrollArea(*area, content);
    QObject::connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, area, &PageScroll::leaveRoom);
    area->leaveRoom();
    return area;
}

} // namespace countersign::ui
