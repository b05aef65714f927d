#pragma once

#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <optional>

namespace countersign::ui {

/// Colours a snippet: comments, texts, numbers and words of the language, and what a server must fill in.
/// Knows "python", "javascript", "php" and "html" (tags, and JavaScript between them); anything else stays
/// plain but for the places to fill in.
class CodeHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// Colours in the theme of `view`'s palette.
    CodeHighlighter(QTextDocument *document, const QWidget *view);

    void setLanguage(const QString &language);

    /// A comment, or a text coloured as one, that goes on over line ends.
    struct Span
    {
        QString begin;
        QString end;
    };
    struct Language
    {
        QRegularExpression tokens; ///< with groups named comment, text, number, word, tag and slot
        QList<Span> spans;
    };

protected:
    void highlightBlock(const QString &text) override;

private:
    int continueSpan(const QString &text);
    void highlightToken(const QRegularExpressionMatch &match);
    int beginSpan(const QString &text, int position);
    void paint(int start, int count, const QString &kind);

    const QWidget *m_view;
    Language m_language;
};

} // namespace countersign::ui
