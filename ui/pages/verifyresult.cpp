#include "ui/pages/verifyresult.h"

#include "core/keys/fingerprint.h"
#include "core/verify/wording.h"
#include "ui/models/texts.h"
#include "ui/pages/causelist.h"
#include "ui/pages/factlist.h"
#include "ui/pages/translation.h"
#include "ui/pages/verdictcard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

VerifyResult::VerifyResult(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_empty(
          new EmptyState(u"shield"_s, tr("Nothing verified yet"),
                         tr("Paste what the page passes to the widget. If it fails, the cause is named, and "
                            "what the customer's developer has to change.")))
    , m_banner(new MessageBanner)
    , m_verdict(new VerdictCard)
    , m_causesCard(new Card(tr("Causes")))
    , m_causes(new CauseList)
    , m_adviceCard(new Card)
    , m_advice(makeLabel({}))
    , m_copy(makeButton(tr("Copy report")))
    , m_copyJson(makeButton(tr("Copy as JSON")))
    , m_factsCard(new Card(tr("Checked with")))
    , m_facts(new FactList)
{
    m_empty->setObjectName(u"verifyEmpty"_s);
    m_copy->setObjectName(u"copyReport"_s);
    m_copy->setToolTip(tr("Markdown for a ticket. Holds no key, hash or token, and no whole identifier."));
    m_copyJson->setObjectName(u"copyReportJson"_s);
    m_copyJson->setToolTip(
        tr("The same report for programs. Holds no key, hash or token, and no whole identifier."));
    m_advice->setObjectName(u"verifyAdvice"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeVerdictSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { Q_EMIT copyReportRequested(verify::ReportFormat::Markdown); });
    connect(m_copyJson, &QPushButton::clicked, this,
            [this] { Q_EMIT copyReportRequested(verify::ReportFormat::Json); });
}

QWidget *VerifyResult::makeVerdictSide()
{
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_causesCard->body()->addWidget(m_causes);
    m_adviceCard->body()->addWidget(m_advice);
    m_adviceCard->body()->addSpacing(space::tiny);
    auto *reports = new QHBoxLayout;
    reports->addWidget(m_copy);
    reports->addWidget(m_copyJson);
    reports->addStretch(1);
    m_adviceCard->body()->addLayout(reports);
    m_factsCard->body()->addWidget(m_facts);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    for (QWidget *card : {static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_causesCard),
                          static_cast<QWidget *>(m_adviceCard), static_cast<QWidget *>(m_factsCard)}) {
        layout->addWidget(card);
    }
    layout->addStretch(1);
    return makePageScroll(side);
}

void VerifyResult::showVerdict(const verify::Verdict &verdict, const recipes::Recipe &recipe,
                               const recipes::Property &property)
{
    m_banner->clear();
    m_verdict->show(verdict);
    m_causesCard->setTitle(verdict.kind == verify::VerdictKind::Verified ? tr("Worth knowing")
                                                                         : tr("Causes"));
    m_causesCard->setVisible(!verdict.causes.isEmpty());
    m_causes->showCauses(verdict);
    showAdvice(verdict, recipe);
    showFacts(verdict, property);
    m_stack->setCurrentIndex(1);
}

void VerifyResult::showAdvice(const verify::Verdict &verdict, const recipes::Recipe &recipe)
{
    const QStringList remedies = verify::remedies(verdict, translated);
    if (remedies.isEmpty()) {
        m_adviceCard->setTitle(tr("If the widget still refuses it"));
        m_advice->setText(
            tr("Check that %1 is switched on at %2, and that the page passes this very user with it.")
                .arg(recipe.verificationName.isEmpty() ? tr("verification") : recipe.verificationName,
                     recipe.vendor));
        return;
    }
    m_adviceCard->setTitle(verdict.kind == verify::VerdictKind::Failed ? tr("What to tell the developer")
                                                                       : tr("What to do"));
    m_advice->setText(remedies.size() == 1 ? remedies.first() : u"• "_s + remedies.join(u"\n• "_s));
}

void VerifyResult::showFacts(const verify::Verdict &verdict, const recipes::Property &property)
{
    m_facts->clear();
    const keys::KeyVersion *version = verdict.keyVersion ? property.keys.find(*verdict.keyVersion) : nullptr;
    if (version) {
        m_facts->addFact(tr("Key version"),
                         tr("v%1, %2").arg(version->number).arg(statusText(version->status).toLower()),
                         keys::describeKey(version->description), Tone::Neutral);
        m_facts->addCode(tr("Fingerprint"), keys::shortFingerprint(version->description.fingerprint));
    }
    if (const QString tried = verify::searchSummary(verdict, translated); !tried.isEmpty()) {
        m_facts->addFact(tr("Tried"), tried);
    }
    m_facts->addFact(tr("Clock"), verify::clockSummary(verdict, translated));
}

void VerifyResult::showError(const Error &error)
{
    m_banner->showError(error);
}

void VerifyResult::markOutdated()
{
    m_verdict->setOutdated(hasVerdict());
}

void VerifyResult::clear()
{
    m_banner->clear();
    m_causes->clear();
    m_facts->clear();
    m_advice->clear();
    m_verdict->clear();
    m_stack->setCurrentIndex(0);
}

bool VerifyResult::hasVerdict() const
{
    return m_stack->currentIndex() == 1;
}

} // namespace countersign::ui
