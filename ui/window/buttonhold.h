#pragma once

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>

class QPushButton;

namespace countersign::ui {

/// Keeps a button from being used for a while, which it counts down on it.
class ButtonHold final : public QObject
{
    Q_OBJECT

public:
    explicit ButtonHold(QPushButton *button);

    void holdFor(std::chrono::seconds time);
    bool isActive() const { return m_timer.isActive(); }

private:
    void show();

    QPushButton *m_button;
    QString m_text; ///< of the button when it is not held
    QDeadlineTimer m_until;
    QTimer m_timer;
};

} // namespace countersign::ui
