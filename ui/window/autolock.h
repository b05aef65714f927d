#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace countersign::ui {

/// Watches for the person at the keyboard and says when nobody was there for too long.
class AutoLock final : public QObject
{
    Q_OBJECT

public:
    explicit AutoLock(QObject *parent = nullptr);

    /// Zero turns it off.
    void setLimit(std::chrono::milliseconds limit);
    void start();
    void stop();
    std::chrono::milliseconds remaining() const;

Q_SIGNALS:
    void remainingChanged(std::chrono::milliseconds remaining); ///< about once a second; negative: off
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tick();

    QTimer m_timer;
    QDeadlineTimer m_deadline;
    std::chrono::milliseconds m_limit{std::chrono::minutes(10)};
};

} // namespace countersign::ui
