#include "ui/widgets/messagebanner.h"

#include "ui/models/texts.h"
#include "ui/widgets/svgicon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

std::pair<QString, IconTone> iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return {u"info"_s, IconTone::Muted};
    case Tone::Accent:
        return {u"info"_s, IconTone::Accent};
    case Tone::Good:
        return {u"check"_s, IconTone::Good};
    case Tone::Attention:
        return {u"warning"_s, IconTone::Attention};
    case Tone::Bad:
        return {u"warning"_s, IconTone::Bad};
    }
    return {};
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_sentence(makeLabel({}, TextRole::Body))
    , m_detail(makeLabel({}, TextRole::Hint))
    , m_action(makeButton({}, ButtonKind::Secondary))
    , m_close(makeIconButton(u"cross"_s, tr("Dismiss")))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, space::small, space::small, space::small);
    layout->setSpacing(space::medium);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setContentsMargins(0, 1, 0, 0);
    m_action->setObjectName(u"bannerAction"_s);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &MessageBanner::activated);
    connect(m_close, &QPushButton::clicked, this, &MessageBanner::clear);
    hide();
}

void MessageBanner::showMessage(Tone tone, const QString &sentence, const QString &detail)
{
    m_tone = tone;
    setStyleProperty(this, "surface", QString::fromLatin1(toneName(tone)));
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(sentence);
    refreshIcon();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBanner::showError(const Error &error)
{
    showMessage(Tone::Bad, errorText(error), error.detail);
}

void MessageBanner::clear()
{
    hide();
    m_sentence->clear();
    m_detail->clear();
}

void MessageBanner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString MessageBanner::text() const
{
    return m_sentence->text();
}

void MessageBanner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

void MessageBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcon();
    }
}

void MessageBanner::refreshIcon()
{
    const auto [name, tone] = iconFor(m_tone);
    m_icon->setPixmap(themedPixmap(name, 18, tone, this));
}

} // namespace countersign::ui
