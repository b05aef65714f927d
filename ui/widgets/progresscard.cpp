#include "ui/widgets/progresscard.h"

#include "ui/widgets/card.h"
#include "ui/widgets/styling.h"

#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int barSteps = 1000;

} // namespace

ProgressCard::ProgressCard(const QString &name, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Heading))
    , m_bar(new QProgressBar)
    , m_facts(makeLabel({}, TextRole::Muted))
    , m_cancel(makeButton(tr("Cancel")))
{
    m_bar->setObjectName(name + u"Progress"_s);
    m_bar->setAccessibleName(accessibleName);
    m_bar->setTextVisible(false);
    m_facts->setObjectName(name + u"ProgressFacts"_s);
    m_cancel->setObjectName(name + u"Cancel"_s);
    auto *card = new Card;
    card->body()->setSpacing(space::medium);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_facts);
    card->body()->addWidget(m_cancel, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelled();
    });
}

void ProgressCard::start(const QString &title, const QString &facts)
{
    m_title->setText(title);
    m_bar->setRange(0, 0);
    m_facts->setText(facts);
    m_cancel->setEnabled(true);
}

void ProgressCard::showShare(double share, const QString &facts)
{
    m_bar->setRange(0, barSteps);
    m_bar->setValue(static_cast<int>(share * barSteps));
    m_facts->setText(facts);
}

void ProgressCard::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ProgressCard::clear()
{
    m_title->clear();
    m_facts->clear();
}

} // namespace countersign::ui
