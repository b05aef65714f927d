#include "ui/pages/findkeyprogress.h"

#include "ui/widgets/card.h"
#include "ui/widgets/styling.h"

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int barSteps = 1000;
/// Where the bar stands when the keys begin to be tried with no mistake, with one, with two, and at the end;
/// about as long as each takes.
constexpr std::array<double, 4> beginnings{0, 0.01, 0.11, 1};

double shareOf(const verify::WhoseProgress &progress)
{
    const auto round = static_cast<std::size_t>(std::clamp(progress.mistakes, 0, 2));
    const double done =
        progress.keyVersions > 0 ? static_cast<double>(progress.keyVersionsDone) / progress.keyVersions : 0;
    return beginnings[round] + done * (beginnings[round + 1] - beginnings[round]);
}

QString titleOf(int mistakes)
{
    switch (mistakes) {
    case 0:
        return FindKeyProgress::tr("Trying every key as it is…");
    case 1:
        return FindKeyProgress::tr("Trying every key with one known mistake…");
    default:
        return FindKeyProgress::tr("Trying every key with two known mistakes…");
    }
}

} // namespace

FindKeyProgress::FindKeyProgress(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Heading))
    , m_bar(new QProgressBar)
    , m_facts(makeLabel({}, TextRole::Muted))
    , m_cancel(makeButton(tr("Cancel")))
{
    m_bar->setObjectName(u"findProgress"_s);
    m_bar->setAccessibleName(tr("How many of the keys are tried"));
    m_bar->setTextVisible(false);
    m_facts->setObjectName(u"findProgressFacts"_s);
    m_cancel->setObjectName(u"cancelFind"_s);
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

void FindKeyProgress::start()
{
    m_title->setText(tr("Reading the keys of the vault…"));
    m_bar->setRange(0, 0); // how long that takes is not known
    m_facts->clear();
    m_cancel->setEnabled(true);
}

void FindKeyProgress::showProgress(const verify::WhoseProgress &progress)
{
    const QLocale locale;
    m_title->setText(titleOf(progress.mistakes));
    m_bar->setRange(0, barSteps);
    m_bar->setValue(static_cast<int>(shareOf(progress) * barSteps));
    m_facts->setText(tr("Key versions: %1 of %2. Combinations tried: %3.")
                         .arg(locale.toString(progress.keyVersionsDone),
                              locale.toString(progress.keyVersions),
                              locale.toString(progress.hypothesesTried)));
}

} // namespace countersign::ui
