#include "ui/pages/snippetlist.h"

#include "ui/widgets/svgicon.h"

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString headingFor(recipes::SnippetSide side)
{
    switch (side) {
    case recipes::SnippetSide::Server:
        return SnippetList::tr("Your server");
    case recipes::SnippetSide::Page:
        return SnippetList::tr("Your page");
    case recipes::SnippetSide::Mobile:
        return SnippetList::tr("Your app");
    }
    return {};
}

} // namespace

SnippetList::SnippetList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"snippetList"_s);
    setAccessibleName(tr("Snippets"));
    setProperty("surface", u"plain"_s);
    setFrameShape(QFrame::NoFrame);
    setIconSize({16, 16});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::currentItemChanged, this, [this] { Q_EMIT chosen(chosenId()); });
}

void SnippetList::setSnippets(const QList<snippets::Snippet> &snippets)
{
    const QString kept = chosenId();
    const QSignalBlocker blocker(this);
    clear();
    QString heading;
    for (const snippets::Snippet &snippet : snippets) {
        if (const QString next = headingFor(snippet.side); next != heading) {
            heading = next;
            addHeading(heading);
        }
        auto *item = new QListWidgetItem(snippet.title, this);
        item->setData(Qt::UserRole, snippet.id);
        item->setToolTip(snippet.missing);
        if (!snippet.missing.isEmpty()) {
            item->setIcon(themedIcon(u"warning"_s, IconTone::Attention));
            item->setData(Qt::AccessibleDescriptionRole, snippet.missing);
        }
        if (!currentItem() || snippet.id == kept) {
            setCurrentItem(item);
        }
    }
}

QString SnippetList::chosenId() const
{
    return currentItem() ? currentItem()->data(Qt::UserRole).toString() : QString();
}

void SnippetList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text.toUpper(), this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setBold(true);
    item->setFont(small);
    item->setFlags(Qt::NoItemFlags);
    item->setSizeHint({0, count() == 1 ? 26 : 38});
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

} // namespace countersign::ui
