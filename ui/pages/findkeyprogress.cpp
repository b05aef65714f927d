#include "ui/pages/findkeyprogress.h"

#include "ui/widgets/progresscard.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

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
    , m_card(new ProgressCard(u"find"_s, tr("How many of the keys are tried")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_card, &ProgressCard::cancelled, this, &FindKeyProgress::cancelled);
}

void FindKeyProgress::start()
{
    m_card->start(tr("Reading the keys of the vault…"), {});
}

void FindKeyProgress::showProgress(const verify::WhoseProgress &progress)
{
    const QLocale locale;
    m_card->setTitle(titleOf(progress.mistakes));
    m_card->showShare(shareOf(progress), tr("Key versions: %1 of %2. Combinations tried: %3.")
                                             .arg(locale.toString(progress.keyVersionsDone),
                                                  locale.toString(progress.keyVersions),
                                                  locale.toString(progress.hypothesesTried)));
}

} // namespace countersign::ui
