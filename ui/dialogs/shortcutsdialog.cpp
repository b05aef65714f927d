#include "ui/dialogs/shortcutsdialog.h"

#include "ui/widgets/styling.h"

#include <QGridLayout>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ShortcutsDialog::ShortcutsDialog(const QList<Entry> &entries, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, space::medium, 0);
    grid->setHorizontalSpacing(space::page);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Entry &entry : entries) {
        grid->addWidget(makeLabel(entry.what), row, 0);
        grid->addWidget(makeCodeLabel(entry.keys.toString(QKeySequence::NativeText)), row, 1);
        ++row;
    }
    grid->setRowStretch(row, 1);
    auto *close = makeButton(tr("Close"), ButtonKind::Primary);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::page, space::wide, space::page, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(makeLabel(tr("Keyboard shortcuts"), TextRole::Title));
    layout->addWidget(makeScrollArea(list), 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    // All of it where the screen allows; else it scrolls.
    resize(460, std::min(list->sizeHint().height() + 160, screen()->availableGeometry().height() * 9 / 10));
}

} // namespace countersign::ui
