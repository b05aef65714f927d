#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace countersign::ui {

/// Covers its parent while something is under way, so that nothing can be changed meanwhile: takes the
/// pointer and, where the focus was under it, the keyboard. Becomes visible only when it takes longer than a
/// blink.
class BusyOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyOverlay(QWidget *parent);

    void start(const QString &text);
    void stop();
    bool isActive() const { return m_active; }

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void takeFocus();
    void giveFocusBack();

    QLabel *m_text;
    QProgressBar *m_bar;
    QTimer m_delay;
    QPointer<QWidget> m_focusBefore; ///< has the focus again afterwards, unless somebody moved it meanwhile
    bool m_active = false;
    bool m_painted = false;
};

} // namespace countersign::ui
