#pragma once

#include <QSyntaxHighlighter>

namespace countersign::ui {

class CodeView;

/// Gives the three parts of a compact JWS their colours; anything without two dots stays plain. Works in any
/// editor, for what is typed as well as for what is shown.
class TokenHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// Colours the document of `view`, in the theme of its palette.
    TokenHighlighter(QTextDocument *document, const QWidget *view);

    static bool looksLikeToken(QStringView text);

protected:
    void highlightBlock(const QString &text) override;

private:
    const QWidget *m_view;
};

} // namespace countersign::ui
