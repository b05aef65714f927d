#include "ui/pages/listdrop.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/styling.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

/// The one local file of a drag; empty for anything else.
QString fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

ListDrop::ListDrop(QWidget *parent)
    : QWidget(parent)
    , m_empty(new EmptyState(u"list"_s, {}, {}))
{
    invite();
    setAcceptDrops(true);
    m_empty->setAction(tr("Choose a file…"));
    m_empty->action()->setObjectName(u"chooseList"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    connect(m_empty, &EmptyState::activated, this, &ListDrop::chooseFile);
}

void ListDrop::invite()
{
    m_empty->setTexts(tr("Drop a list of customers here"),
                      tr("A CSV file with a user id or e-mail and the hash or token of each customer. Every "
                         "row is checked with this property's keys; nothing is sent anywhere."));
}

void ListDrop::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ListDrop::fileChosen);
    dialog->open();
}

void ListDrop::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        m_empty->setTexts(tr("Let go to read this list"), {});
    }
}

void ListDrop::dragLeaveEvent(QDragLeaveEvent *event)
{
    QWidget::dragLeaveEvent(event);
    invite();
}

void ListDrop::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    invite();
    Q_EMIT fileChosen(fileOf(event->mimeData()));
}

} // namespace countersign::ui
