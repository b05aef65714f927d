#include "ui/pages/verdictcard.h"

#include "core/verify/wording.h"
#include "ui/pages/translation.h"
#include "ui/widgets/svgicon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

using verify::Verdict;
using verify::VerdictKind;

struct Look
{
    Tone tone;
    const char *icon;
    IconTone iconTone;
};

/// Right, but made with a key that the vendor may no longer have.
constexpr Look verifiedByOlderKey = {Tone::Attention, "check", IconTone::Attention};

Look lookOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Verified:
        return {Tone::Good, "check", IconTone::Good};
    case VerdictKind::Failed:
        return {Tone::Bad, "cross", IconTone::Bad};
    case VerdictKind::NotVerified:
        return {Tone::Attention, "info", IconTone::Attention};
    case VerdictKind::Unsupported:
        break;
    }
    return {Tone::Attention, "warning", IconTone::Attention};
}

Look lookOf(VerdictKind kind, bool usesOlderKey)
{
    return kind == VerdictKind::Verified && usesOlderKey ? verifiedByOlderKey : lookOf(kind);
}

QString explanationOf(const Verdict &verdict)
{
    QStringList sentences;
    if (verdict.kind == VerdictKind::Verified) {
        sentences.append(verdict.claims ? VerdictCard::tr("The signature and every claim are right.")
                                        : VerdictCard::tr("The hash is right, letter for letter."));
    }
    sentences.append(verify::madeWith(verdict, translated));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_headline(makeLabel({}, TextRole::Title))
    , m_explanation(makeLabel({}))
    , m_outdated(makeLabel(tr("The fields were changed since."), TextRole::Strong))
{
    setObjectName(u"verdictCard"_s);
    m_headline->setObjectName(u"verdictHeadline"_s);
    m_explanation->setObjectName(u"verdictExplanation"_s);
    m_outdated->setObjectName(u"verdictOutdated"_s);
    m_headline->setWordWrap(true);
    for (QLabel *label : {m_headline, m_explanation}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_outdated->hide();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(space::tiny);
    texts->addWidget(m_headline);
    texts->addWidget(m_explanation);
    texts->addWidget(m_outdated);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
}

void VerdictCard::show(const Verdict &verdict)
{
    m_usesOlderKey = verdict.has(verify::CauseId::KeyPrevious);
    apply(verdict.kind, verify::headline(verdict, translated), explanationOf(verdict));
}

void VerdictCard::show(VerdictKind kind, const QString &headline, const QString &explanation)
{
    m_usesOlderKey = false;
    apply(kind, headline, explanation);
}

void VerdictCard::apply(VerdictKind kind, const QString &headline, const QString &explanation)
{
    m_kind = kind;
    const QString tone = QString::fromLatin1(toneName(lookOf(m_kind, m_usesOlderKey).tone));
    setStyleProperty(this, "surface", tone);
    setStyleProperty(m_headline, "verdict", tone);
    m_headline->setText(headline);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    setAccessibleName(headline);
    setOutdated(false);
    refreshIcon();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void VerdictCard::clear()
{
    m_headline->clear();
    m_explanation->clear();
    setAccessibleName({});
    setOutdated(false);
}

void VerdictCard::setOutdated(bool outdated)
{
    m_outdated->setVisible(outdated);
}

void VerdictCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcon();
    }
}

void VerdictCard::refreshIcon()
{
    const Look shown = lookOf(m_kind, m_usesOlderKey);
    m_icon->setPixmap(themedPixmap(QString::fromLatin1(shown.icon), 24, shown.iconTone, this));
}

} // namespace countersign::ui
