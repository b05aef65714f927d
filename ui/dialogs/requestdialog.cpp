#include "ui/dialogs/requestdialog.h"

#include "core/base/error.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebanner.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

RequestDialog::RequestDialog(const QString &title, const QString &primary, QWidget *parent)
    : QDialog(parent)
    , m_body(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_banner(new MessageBanner)
    , m_cancel(makeButton(tr("Cancel")))
    , m_primary(makeButton(primary, ButtonKind::Primary))
    , m_busy(new BusyOverlay(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_body->setSpacing(space::medium);
    m_buttons->setSpacing(space::small);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_primary);
    m_primary->setDefault(true);
    m_primary->setObjectName(u"primaryButton"_s);
    m_cancel->setObjectName(u"cancelButton"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::wide, space::page, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(makeLabel(title, TextRole::Title));
    layout->addLayout(m_body, 1);
    layout->addWidget(m_banner);
    layout->addLayout(m_buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, [this] { submit(); });
}

void RequestDialog::submit()
{
    Q_EMIT submitted();
}

void RequestDialog::setBusy(const QString &text)
{
    m_banner->clear();
    m_busy->start(text);
    m_primary->setEnabled(false);
}

void RequestDialog::setIdle()
{
    m_primary->setEnabled(true); // before the focus goes back to it
    m_busy->stop();
}

void RequestDialog::showError(const Error &error)
{
    setIdle();
    m_banner->showError(error);
}

void RequestDialog::addNotice(Tone tone, const QString &sentence, const QString &detail)
{
    auto *notice = new MessageBanner;
    m_body->addWidget(notice);
    notice->setDismissible(false);
    notice->showMessage(tone, sentence, detail); // only now: without a parent it would be a window of its own
}

void RequestDialog::finish()
{
    m_busy->stop();
    accept();
}

bool RequestDialog::event(QEvent *event)
{
    // Before it shows: what sentences need is not in Qt's guess. Later only more, so that nothing jumps back.
    if (event->type() == QEvent::Show && !testAttribute(Qt::WA_Resized)) {
        fitHeight(minimumHeight());
    }
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        fitHeight(height());
    }
    return isHandled;
}

void RequestDialog::fitHeight(int least)
{
    const int needed = layout()->totalHeightForWidth(width());
    const int most = parentWidget() ? parentWidget()->window()->height() : needed;
    resize(width(), std::max(least, std::min(needed, most)));
}

// What is under way cannot be called back; the dialog stays until its answer is here.
void RequestDialog::reject()
{
    if (!m_busy->isActive()) {
        QDialog::reject();
    }
}

} // namespace countersign::ui
