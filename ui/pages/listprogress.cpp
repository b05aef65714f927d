#include "ui/pages/listprogress.h"

#include "core/base/clock.h"
#include "ui/widgets/progresscard.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ListProgressView::ListProgressView(QWidget *parent)
    : QWidget(parent)
    , m_card(new ProgressCard(u"list"_s, tr("How much of the list is checked")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_card, &ProgressCard::cancelled, this, &ListProgressView::cancelled);
}

void ListProgressView::start(const QString &fileName, qint64 size)
{
    m_size = size;
    m_card->start(tr("Verifying %1…").arg(fileName), tr("Reading the keys…"));
}

void ListProgressView::showProgress(quint64 rows, quint64 bytes, std::chrono::milliseconds elapsed)
{
    const double seconds = std::max(0.001, std::chrono::duration<double>(elapsed).count());
    const double share =
        m_size > 0 ? std::min(1.0, static_cast<double>(bytes) / static_cast<double>(m_size)) : 0;
    QString text = tr("%Ln rows", nullptr, static_cast<int>(rows)) + u", "_s +
                   tr("%Ln rows a second", nullptr, static_cast<int>(static_cast<double>(rows) / seconds));
    if (share > 0.01) {
        const auto left = static_cast<std::int64_t>(seconds * (1 - share) / share);
        text += u", "_s + tr("%1 left").arg(describeDuration(std::chrono::seconds{left}));
    }
    m_card->showShare(share, text);
}

void ListProgressView::clear()
{
    m_card->clear();
}

} // namespace countersign::ui
