#include "ui/pages/findkeyresult.h"

#include "core/verify/whosewording.h"
#include "ui/pages/causelist.h"
#include "ui/pages/factlist.h"
#include "ui/pages/keyownercard.h"
#include "ui/pages/ownersearch.h"
#include "ui/pages/translation.h"
#include "ui/pages/verdictcard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/styling.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

using verify::WhoseOutcome;

/// The verdict whose colour and picture the answer has.
verify::VerdictKind lookOf(WhoseOutcome outcome)
{
    switch (outcome) {
    case WhoseOutcome::Found:
        return verify::VerdictKind::Verified;
    case WhoseOutcome::NobodysKey:
    case WhoseOutcome::NotAProof:
        return verify::VerdictKind::Failed;
    case WhoseOutcome::NotFound:
    case WhoseOutcome::NothingToTry:
    case WhoseOutcome::Cancelled:
        break;
    }
    return verify::VerdictKind::NotVerified;
}

} // namespace

FindKeyResult::FindKeyResult(QWidget *parent)
    : QWidget(parent)
    , m_headline(new VerdictCard)
    , m_owners(new QVBoxLayout)
    , m_more(makeLabel({}, TextRole::Muted))
    , m_causesCard(new Card(tr("Causes")))
    , m_causes(new CauseList)
    , m_advice(makeLabel({}))
    , m_facts(new FactList)
{
    m_more->setObjectName(u"moreOwners"_s);
    m_advice->setObjectName(u"findAdvice"_s);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_causesCard->body()->setSpacing(space::medium);
    m_causesCard->body()->addWidget(m_causes);
    m_causesCard->body()->addWidget(m_advice);
    m_owners->setSpacing(space::medium);
    auto *searched = new Card(tr("Searched"));
    searched->body()->addWidget(m_facts);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_headline);
    layout->addLayout(m_owners);
    layout->addWidget(m_more);
    layout->addWidget(m_causesCard);
    layout->addWidget(searched);
    layout->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(makePageScroll(side));
}

void FindKeyResult::showAnswer(const verify::WhoseAnswer &answer, const QStringList &leftOut)
{
    m_headline->show(lookOf(answer.outcome), verify::whoseHeadline(answer, translated),
                     verify::whoseExplanation(answer, translated));
    showOwners(answer.owners);
    showCauses(answer);
    m_facts->clear();
    m_facts->addFact(tr("Tried"), verify::whoseSummary(answer, translated));
    if (!leftOut.isEmpty()) {
        m_facts->addFact(
            tr("Left out"),
            tr("%1. This version of Countersign does not know their vendor.").arg(leftOut.join(u", "_s)));
    }
}

void FindKeyResult::showOwners(const std::vector<verify::KeyOwner> &owners)
{
    clearOwners();
    const std::size_t shown = std::min(owners.size(), OwnerSearch::mostOwners);
    for (std::size_t i = 0; i < shown; ++i) {
        auto *card = new KeyOwnerCard(owners[i]);
        const recipes::PropertyId id = owners[i].property.id;
        connect(card, &KeyOwnerCard::verifyRequested, this, [this, id] { Q_EMIT verifyRequested(id); });
        connect(card, &KeyOwnerCard::keysRequested, this, [this, id] { Q_EMIT keysRequested(id); });
        m_owners->addWidget(card);
    }
    m_more->setVisible(owners.size() > shown);
    m_more->setText(tr("Properties with this key that are not shown: %1.")
                        .arg(QLocale().toString(qulonglong(owners.size() - shown))));
}

void FindKeyResult::showCauses(const verify::WhoseAnswer &answer)
{
    verify::Verdict verdict;
    verdict.kind = verify::VerdictKind::Failed;
    verdict.causes = answer.causes;
    m_causes->showCauses(verdict);
    m_advice->setText(verify::remedies(verdict, translated).join(u'\n'));
    m_causesCard->setVisible(!answer.causes.isEmpty());
}

void FindKeyResult::markOutdated(bool isOutdated)
{
    m_headline->setOutdated(isOutdated);
}

void FindKeyResult::clear()
{
    m_headline->clear();
    clearOwners();
    m_causes->clear();
    m_advice->clear();
    m_facts->clear();
}

void FindKeyResult::clearOwners()
{
    while (QLayoutItem *item = m_owners->takeAt(0)) {
        // Not at once: it may be its button that was pressed.
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace countersign::ui
