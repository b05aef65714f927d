#include "ui/window/buttonhold.h"

#include <QPushButton>

namespace countersign::ui {

ButtonHold::ButtonHold(QPushButton *button)
    : QObject(button)
    , m_button(button)
    , m_text(button->text())
{
    connect(&m_timer, &QTimer::timeout, this, &ButtonHold::show);
}

void ButtonHold::holdFor(std::chrono::seconds time)
{
    m_until = QDeadlineTimer(time);
    m_timer.start(std::chrono::milliseconds(200));
    show();
}

void ButtonHold::show()
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_until.remainingTimeAsDuration());
    if (left.count() <= 0) {
        m_timer.stop();
    }
    m_button->setEnabled(!isActive());
    //: The text of a button that cannot be used for so many seconds
    m_button->setText(isActive() ? tr("Wait %1 s").arg(left.count()) : m_text);
}

} // namespace countersign::ui
