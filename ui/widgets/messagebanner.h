#pragma once

#include "core/base/error.h"
#include "ui/widgets/styling.h"

#include <QFrame>

namespace countersign::ui {

/// A message where it belongs, in place of a box in the way: hidden until something is to be said.
class MessageBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBanner(QWidget *parent = nullptr);

    /// A sentence, and under it what is known about it.
    void showMessage(Tone tone, const QString &sentence, const QString &detail = {});
    void showError(const Error &error);
    void clear();
    /// With an action beside the message: activated() when it is used.
    void setAction(const QString &text);
    QString text() const;
    /// Without the cross at its end.
    void setDismissible(bool dismissible);

Q_SIGNALS:
    void activated();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcon();

    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_detail;
    QPushButton *m_action;
    QPushButton *m_close;
};

} // namespace countersign::ui
