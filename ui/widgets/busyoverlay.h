#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace countersign::ui {

/// Covers its parent while something is under way, so that nothing can be changed meanwhile. Becomes visible
/// only when it takes longer than a blink.
class BusyOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyOverlay(QWidget *parent);

    void start(const QString &text);
    void stop();
    bool isActive() const { return m_active; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QTimer m_delay;
    bool m_active = false;
    bool m_painted = false;
};

} // namespace countersign::ui
