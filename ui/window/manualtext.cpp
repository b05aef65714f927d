#include "ui/window/manualtext.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/themecolors.h"

#include <QEvent>
#include <QImage>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

void setTableFormat(QTextTable &table, const ThemeColors &colors)
{
    QTextTableFormat format = table.format();
    format.setBorder(1);
    format.setBorderBrush(colors.line);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setCellSpacing(0);
    format.setCellPadding(space::tiny);
    format.setTopMargin(space::small);
    format.setBottomMargin(space::small);
    table.setFormat(format);
}

} // namespace

ManualText::ManualText(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"manualText"_s);
    setAccessibleName(tr("Manual"));
    setFrameShape(QFrame::NoFrame);
    setOpenExternalLinks(false);
    document()->setDocumentMargin(space::page);
}

QVariant ManualText::loadResource(int type, const QUrl &name)
{
    const QVariant found = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource) {
        return found;
    }
    const QImage image = QImage::fromData(found.toByteArray());
    const int room = std::max(320, viewport()->width() - 2 * space::page - space::small);
    return image.width() <= room ? image : image.scaledToWidth(room, Qt::SmoothTransformation);
}

void ManualText::doSetSource(const QUrl &name, QTextDocument::ResourceType type)
{
    QTextBrowser::doSetSource(name, type);
    style();
}

void ManualText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !source().isEmpty()) {
        reload();
    }
}

// Markdown says what is code and what a table; how they look is said here.
void ManualText::style()
{
    const ThemeColors &colors = themeColors(palette());
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            setTableFormat(*table, colors);
        }
    }
    QTextCharFormat code;
    code.setFont(monospaceFont());
    code.setBackground(colors.code);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().fontFixedPitch()) {
                QTextCursor cursor(document());
                cursor.setPosition(part.fragment().position());
                cursor.setPosition(part.fragment().position() + part.fragment().length(),
                                   QTextCursor::KeepAnchor);
                cursor.mergeCharFormat(code);
            }
        }
    }
}

} // namespace countersign::ui
