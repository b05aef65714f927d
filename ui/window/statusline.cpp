#include "ui/window/statusline.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styling.h"

#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::ui {

StatusLine::StatusLine(QStatusBar *bar)
    : QObject(bar)
    , m_counts(new QLabel)
    , m_message(new ElidedLabel)
    , m_lock(new QLabel)
{
    bar->setSizeGripEnabled(false);
    bar->setContentsMargins(space::small, 0, space::small, 0);
    m_message->setObjectName(u"statusMessage"_s);
    m_lock->setObjectName(u"lockCountdown"_s);
    m_message->setContentsMargins(space::large, 0, 0, 0);
    bar->addWidget(m_counts);
    bar->addWidget(m_message, 1);
    bar->addPermanentWidget(m_lock);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, m_message, &QLabel::clear);
}

void StatusLine::showCounts(int properties, int keyVersions)
{
    m_counts->setText(tr("%Ln properties", nullptr, properties) + u" · "_s +
                      tr("%Ln key versions", nullptr, keyVersions));
}

void StatusLine::showRemaining(std::chrono::milliseconds remaining)
{
    if (remaining < 0ms) {
        m_lock->setText(tr("Never locks by itself"));
    } else if (remaining <= 1min) {
        m_lock->setText(tr("Locks in %1 s").arg(std::chrono::ceil<std::chrono::seconds>(remaining).count()));
    } else {
        m_lock->setText(
            tr("Locks in %1 min").arg(std::chrono::ceil<std::chrono::minutes>(remaining).count()));
    }
}

void StatusLine::showMessage(const QString &message)
{
    m_message->setText(message);
    m_timer.start(8s);
}

void StatusLine::clear()
{
    m_counts->clear();
    m_message->clear();
    m_lock->clear();
}

} // namespace countersign::ui
