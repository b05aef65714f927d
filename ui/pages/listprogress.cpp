#include "ui/pages/listprogress.h"

#include "core/base/clock.h"
#include "ui/widgets/card.h"
#include "ui/widgets/styling.h"

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int barSteps = 1000;

} // namespace

ListProgressView::ListProgressView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Heading))
    , m_bar(new QProgressBar)
    , m_facts(makeLabel({}, TextRole::Muted))
    , m_cancel(makeButton(tr("Cancel")))
{
    m_bar->setObjectName(u"listProgress"_s);
    m_bar->setAccessibleName(tr("How much of the list is checked"));
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_facts->setObjectName(u"listProgressFacts"_s);
    m_cancel->setObjectName(u"cancelList"_s);
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
    connect(m_cancel, &QPushButton::clicked, this, &ListProgressView::cancelled);
}

void ListProgressView::start(const QString &fileName, qint64 size)
{
    m_size = size;
    m_title->setText(tr("Verifying %1…").arg(fileName));
    m_bar->setValue(0);
    m_facts->setText(tr("Reading the keys…"));
    m_cancel->setEnabled(true);
}

void ListProgressView::showProgress(quint64 rows, quint64 bytes, std::chrono::milliseconds elapsed)
{
    const double seconds = std::max(0.001, std::chrono::duration<double>(elapsed).count());
    const double share =
        m_size > 0 ? std::min(1.0, static_cast<double>(bytes) / static_cast<double>(m_size)) : 0;
    m_bar->setValue(static_cast<int>(share * barSteps));
    const QLocale locale;
    QString text = tr("%1 rows, %2 rows a second")
                       .arg(locale.toString(rows),
                            locale.toString(static_cast<quint64>(static_cast<double>(rows) / seconds)));
    if (share > 0.01) {
        const auto left = static_cast<std::int64_t>(seconds * (1 - share) / share);
        text += u", "_s + tr("%1 left").arg(describeDuration(std::chrono::seconds{left}));
    }
    m_facts->setText(text);
}

void ListProgressView::clear()
{
    m_title->clear();
    m_facts->clear();
}

} // namespace countersign::ui
