#include "ui/window/manualwindow.h"

#include "ui/widgets/styling.h"
#include "ui/window/manualtext.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ManualWindow::ManualWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_text(new ManualText)
    , m_back(makeIconButton(u"back"_s, tr("Back")))
{
    setObjectName(u"manualWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", u"window"_s);
    QPushButton *contents = makeButton(tr("Contents"));
    contents->setObjectName(u"manualContents"_s);
    m_back->setObjectName(u"manualBack"_s);
    m_back->setEnabled(false);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::medium, space::small, space::medium, space::small);
    bar->addWidget(m_back);
    bar->addWidget(contents);
    bar->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(makeLine());
    layout->addWidget(m_text, 1);
    connect(m_back, &QPushButton::clicked, m_text, &QTextBrowser::backward);
    connect(contents, &QPushButton::clicked, this, [this] { showChapter(u"index"_s); });
    connect(m_text, &QTextBrowser::backwardAvailable, m_back, &QPushButton::setEnabled);
    connect(m_text, &QTextBrowser::sourceChanged, this, &ManualWindow::showTitle);
    connect(new QShortcut(QKeySequence::Cancel, this), &QShortcut::activated, this, &QWidget::close);
    resize(860, 760);
    m_text->setFocus();
}

void ManualWindow::showChapter(const QString &name)
{
    m_text->setSource(QUrl(u"qrc:/manual/%1.md"_s.arg(name)));
}

// A chapter's first line is its heading.
void ManualWindow::showTitle()
{
    const QString heading = m_text->document()->firstBlock().text();
    setWindowTitle(tr("%1 – Countersign manual").arg(heading));
}

} // namespace countersign::ui
