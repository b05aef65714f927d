#pragma once

#include "core/base/secretbytes.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace countersign::ui {

/// Shows that there is a secret, and the secret itself only while asked: hold the eye, or click it to leave
/// it open for half a minute. Holds nothing while closed: it asks for the secret each time.
class SecretField final : public QFrame
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    /// The answer to revealRequested().
    void reveal(SecretBytes secret);
    /// Wipes what is shown.
    void conceal();
    bool isRevealed() const { return !m_secret.isEmpty(); }

    QSize sizeHint() const override;

Q_SIGNALS:
    void revealRequested();
    void concealed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void press();
    void release();
    void nameButton(const QString &name);
    QRectF textRect() const;
    qreal lineCount() const;

    SecretBytes m_secret;
    QPushButton *m_button;
    QTimer m_holdTimer; ///< still running at release: it was a click, so stay open
    QTimer m_closeTimer;
    bool m_wanted = false; ///< the person still wants to see it when the answer comes
};

} // namespace countersign::ui
