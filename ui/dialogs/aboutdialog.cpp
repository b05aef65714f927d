#include "ui/dialogs/aboutdialog.h"

#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Countersign"));
    auto *icon = new QLabel;
    icon->setPixmap(applicationIcon().pixmap(64, 64));
    auto *close = makeButton(tr("Close"), ButtonKind::Primary);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::page, space::page, space::wide);
    layout->setSpacing(space::small);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(makeLabel(u"Countersign"_s, TextRole::Title), 0, Qt::AlignHCenter);
    layout->addWidget(makeLabel(tr("Version %1").arg(QStringLiteral(COUNTERSIGN_VERSION)), TextRole::Muted),
                      0, Qt::AlignHCenter);
    layout->addSpacing(space::small);
    QLabel *text =
        makeLabel(tr("Keeps the keys of your chat and support widgets, makes the proofs that tell a vendor "
                     "who a visitor is, checks them, and says why one fails."));
    text->setAlignment(Qt::AlignCenter);
    layout->addWidget(text);
    QLabel *licence = makeLabel(
        tr("Apache License 2.0. Built with Qt %1, OpenSSL and QCA.").arg(QString::fromLatin1(qVersion())),
        TextRole::Hint);
    licence->setAlignment(Qt::AlignCenter);
    layout->addWidget(licence);
    layout->addSpacing(space::small);
    layout->addWidget(close, 0, Qt::AlignHCenter);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setFixedWidth(400);
}

} // namespace countersign::ui
