#pragma once

#include "ui/widgets/styling.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace countersign {
struct Error;
}

namespace countersign::ui {

class BusyOverlay;
class MessageBanner;

/// What the dialogs have in common: a title, a place for the error of the request they emitted, a busy state
/// in which nothing can be changed, and a row of buttons. Opened with open(); deletes itself when closed.
class RequestDialog : public QDialog
{
    Q_OBJECT

public:
    RequestDialog(const QString &title, const QString &primary, QWidget *parent);

    /// The request is on its way: waits for finish() or showError().
    void setBusy(const QString &text);
    /// Says beside the buttons what went wrong; the dialog can be used again.
    virtual void showError(const Error &error);
    /// The answer is here, and the dialog goes on.
    void setIdle();
    /// The request was carried out.
    void finish();

Q_SIGNALS:
    void submitted();

public Q_SLOTS:
    void reject() override;

protected:
    QVBoxLayout *body() const { return m_body; }
    QHBoxLayout *buttons() const { return m_buttons; }
    QPushButton *primary() const { return m_primary; }
    QPushButton *cancel() const { return m_cancel; }
    MessageBanner *banner() const { return m_banner; }
    /// Adds what to know before going on; it cannot be dismissed.
    void addNotice(Tone tone, const QString &sentence, const QString &detail);
    /// What the primary button and Return do: emits submitted() unless overridden.
    virtual void submit();
    /// Grows when what it shows needs more room than before, as far as its window is tall.
    bool event(QEvent *event) override;
    void fitHeight(int least);

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    MessageBanner *m_banner;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    BusyOverlay *m_busy;
};

} // namespace countersign::ui
