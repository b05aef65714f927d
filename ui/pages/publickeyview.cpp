#include "ui/pages/publickeyview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int linesShown = 4;
constexpr int linesOfPreview = linesShown + 3; // the armour and the "…"
constexpr int fewestColumns = 26;              // the armour's own width

} // namespace

PublicKeyView::PublicKeyView(QWidget *parent)
    : CodeView(Wrap::Anywhere, parent)
{
    setTextInteractionFlags(Qt::NoTextInteraction);
    setFocusPolicy(Qt::NoFocus);
    setToolTip(tr("The beginning of the key. Copy and Save give all of it."));
    fitToContent(linesOfPreview, 9); // as tall before the key is read as after: nothing moves
    // Its bar would take the room of the last column, though the text always fits.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PublicKeyView::setKeyText(const QString &text)
{
    m_text = text;
    refresh();
}

void PublicKeyView::resizeEvent(QResizeEvent *event)
{
    CodeView::resizeEvent(event);
    refresh();
}

void PublicKeyView::refresh()
{
    const qreal room = viewport()->width() - 2 * document()->documentMargin();
    const int columns = int(room / QFontMetricsF(font()).horizontalAdvance(u'M'));
    setText(pemPreview(m_text, std::max(columns, fewestColumns)));
}

QString pemPreview(const QString &pem, int columns)
{
    const QStringList lines = pem.split(u'\n');
    if (lines.size() < 3 || !lines.constFirst().startsWith("-----BEGIN"_L1)) {
        return pem;
    }
    const QString body = lines.mid(1, lines.size() - 2).join(QString());
    QStringList shown{lines.constFirst()};
    for (qsizetype at = 0; at < body.size() && shown.size() <= linesShown; at += columns) {
        shown << body.mid(at, columns);
    }
    if (body.size() > qsizetype(columns) * linesShown) {
        shown << u"…"_s;
    }
    shown << lines.constLast();
    return shown.join(u'\n');
}

} // namespace countersign::ui
