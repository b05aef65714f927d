#pragma once

#include <QTimer>

#include <chrono>

class QLabel;
class QStatusBar;

namespace countersign::ui {

/// The line at the foot of the window: what there is, what was just done, when it locks.
class StatusLine final : public QObject
{
    Q_OBJECT

public:
    explicit StatusLine(QStatusBar *bar);

    void showCounts(int properties, int keyVersions);
    void showRemaining(std::chrono::milliseconds remaining);
    /// Stays for a few seconds.
    void showMessage(const QString &message);
    void clear();

private:
    QLabel *m_counts;
    QLabel *m_message;
    QLabel *m_lock;
    QTimer m_timer;
};

} // namespace countersign::ui
