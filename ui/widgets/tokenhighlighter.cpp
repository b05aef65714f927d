#include "ui/widgets/tokenhighlighter.h"

#include "ui/widgets/themecolors.h"

#include <QWidget>

#include <array>

namespace countersign::ui {

TokenHighlighter::TokenHighlighter(QTextDocument *document, const QWidget *view)
    : QSyntaxHighlighter(document)
    , m_view(view)
{
}

bool TokenHighlighter::looksLikeToken(QStringView text)
{
    return text.count(u'.') == 2 && text.trimmed().size() > 4 && !text.contains(u'@');
}

// The block's state is the number of dots before its end, so that a token broken over lines keeps its parts.
void TokenHighlighter::highlightBlock(const QString &text)
{
    if (!looksLikeToken(document()->toPlainText())) {
        return;
    }
    const ThemeColors &colors = themeColors(m_view->palette());
    const std::array<QColor, 3> parts = {colors.tokenHeader, colors.tokenClaims, colors.tokenSignature};
    QTextCharFormat dot;
    dot.setForeground(colors.text);
    dot.setFontWeight(QFont::Black);
    int part = std::max(0, previousBlockState());
    int start = 0;
    for (int i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text.at(i) == u'.') {
            setFormat(start, i - start, parts[std::size_t(std::min(part, 2))]);
        }
        if (i < text.size() && text.at(i) == u'.') {
            setFormat(i, 1, dot);
            start = i + 1;
            ++part;
        }
    }
    setCurrentBlockState(part);
}

} // namespace countersign::ui
