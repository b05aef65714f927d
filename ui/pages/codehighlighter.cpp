#include "ui/pages/codehighlighter.h"

#include "ui/widgets/themecolors.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr QStringView shortTexts = u"'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"";
/// What a server fills in: 'USER_ID', {{ orlo_token }}, <?= $orloToken ?>, <%= orloToken %>.
constexpr QStringView slots_ =
    u"'[A-Z]+(?:_[A-Z]+)*'|\\b[A-Z]+(?:_[A-Z]+){2,}\\b|\\{\\{ \\w+ \\}\\}|<\\?=.*?\\?>|<%=.*?%>";

QRegularExpression tokens(QStringView comment, QStringView texts, QStringView words,
                          QStringView tag = u"(?!)")
{
    const QString pattern =
        u"(?<slot>%1)|(?<comment>%2)|(?<text>%3)|(?<tag>%4)|\\b(?:(?<word>%5)|(?<number>[0-9]+))\\b"_s.arg(
            slots_, comment, texts, tag, words);
    return QRegularExpression(pattern);
}

constexpr QStringView pythonWords =
    u"def|return|import|from|if|not|or|and|for|in|raise|print|None|True|False|with|as|else|lambda|is";
constexpr QStringView javaScriptWords =
    u"function|return|const|let|var|if|for|of|throw|new|true|false|null|undefined|"
    u"require|module|process|window|console|typeof|else";
constexpr QStringView phpWords =
    u"function|return|declare|if|foreach|as|throw|new|echo|string|int|array|true|false|null|"
    u"strict_types|else";

CodeHighlighter::Language languageNamed(QStringView name)
{
    const CodeHighlighter::Span blockComment{u"/*"_s, u"*/"_s};
    if (name == u"python") {
        return {tokens(u"#.*", shortTexts, pythonWords), {{u"\"\"\""_s, u"\"\"\""_s}}};
    }
    if (name == u"javascript") {
        const QString texts = shortTexts.toString() + u"|`(?:\\\\.|[^`\\\\])*`"_s;
        return {tokens(u"//.*", texts, javaScriptWords), {blockComment}};
    }
    if (name == u"php") {
        return {tokens(u"(?://|#).*", shortTexts, phpWords, u"<\\?php|\\?>"), {blockComment}};
    }
    if (name == u"html") {
        return {tokens(u"(?<!:)//.*", shortTexts, javaScriptWords, u"</?[A-Za-z][^<>]*>"),
                {blockComment, {u"<!--"_s, u"-->"_s}}};
    }
    return {tokens(u"(?!)", u"(?!)", u"(?!)"), {}};
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document, const QWidget *view)
    : QSyntaxHighlighter(document)
    , m_view(view)
    , m_language(languageNamed({}))
{
}

void CodeHighlighter::setLanguage(const QString &language)
{
    m_language = languageNamed(language);
    rehighlight();
}

/// The block's state is the number of the span that is still open, or -1.
void CodeHighlighter::highlightBlock(const QString &text)
{
    setCurrentBlockState(-1);
    int position = continueSpan(text);
    while (position >= 0 && position < text.size()) {
        const int begun = beginSpan(text, position);
        if (begun != position) {
            position = begun;
            continue;
        }
        const QRegularExpressionMatch match = m_language.tokens.match(
            text, position, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        highlightToken(match);
        position += match.hasMatch() ? std::max(1, int(match.capturedLength())) : 1;
    }
}

/// Where the line goes on after a span that was open before it; -1 when it stays open.
int CodeHighlighter::continueSpan(const QString &text)
{
    const int open = previousBlockState();
    if (open < 0 || open >= m_language.spans.size()) {
        return 0;
    }
    const Span &span = m_language.spans.at(open);
    const qsizetype end = text.indexOf(span.end);
    paint(0, end < 0 ? int(text.size()) : int(end + span.end.size()), u"comment"_s);
    setCurrentBlockState(end < 0 ? open : -1);
    return end < 0 ? -1 : int(end + span.end.size());
}

/// Behind a span that begins at `position`; `position` when none does, -1 when it stays open.
int CodeHighlighter::beginSpan(const QString &text, int position)
{
    for (qsizetype i = 0; i < m_language.spans.size(); ++i) {
        const Span &span = m_language.spans.at(i);
        if (!QStringView(text).sliced(position).startsWith(span.begin)) {
            continue;
        }
        const qsizetype end = text.indexOf(span.end, position + span.begin.size());
        const int after = end < 0 ? int(text.size()) : int(end + span.end.size());
        paint(position, after - position, u"comment"_s);
        setCurrentBlockState(end < 0 ? int(i) : -1);
        return end < 0 ? -1 : after;
    }
    return position;
}

void CodeHighlighter::highlightToken(const QRegularExpressionMatch &match)
{
    for (const QString &kind : {u"slot"_s, u"comment"_s, u"text"_s, u"tag"_s, u"word"_s, u"number"_s}) {
        if (match.hasMatch() && match.capturedLength(kind) > 0) {
            paint(int(match.capturedStart(kind)), int(match.capturedLength(kind)), kind);
            return;
        }
    }
}

void CodeHighlighter::paint(int start, int count, const QString &kind)
{
    const ThemeColors &colors = themeColors(m_view->palette());
    QTextCharFormat format;
    if (kind == u"comment") {
        format.setForeground(colors.muted);
    } else if (kind == u"text") {
        format.setForeground(colors.tokenSignature);
    } else if (kind == u"slot") {
        format.setForeground(colors.attention);
        format.setFontWeight(QFont::Bold);
    } else if (kind == u"number" || kind == u"tag") {
        format.setForeground(colors.tokenClaims);
    } else {
        format.setForeground(colors.tokenHeader);
    }
    setFormat(start, count, format);
}

} // namespace countersign::ui
