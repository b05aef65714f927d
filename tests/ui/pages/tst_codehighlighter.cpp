#include "ui/pages/codehighlighter.h"
#include "ui/widgets/themecolors.h"

#include <QTest>
#include <QTextDocument>
#include <QTextLayout>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace countersign::ui;

/// Which colour a piece of the text has, by what it stands for.
class TestCodeHighlighter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colours_data();
    void colours();
};

namespace {

QString kindOf(const QColor &color)
{
    const ThemeColors &colors = lightColors();
    return color == colors.muted            ? u"comment"_s
           : color == colors.tokenSignature ? u"text"_s
           : color == colors.attention      ? u"slot"_s
           : color == colors.tokenClaims    ? u"number or tag"_s
           : color == colors.tokenHeader    ? u"word"_s
                                            : u"plain"_s;
}

QString kindAt(const QTextDocument &document, qsizetype position)
{
    const QTextBlock block = document.findBlock(int(position));
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        const qsizetype inBlock = position - block.position();
        if (inBlock >= range.start && inBlock < range.start + range.length) {
            return kindOf(range.format.foreground().color());
        }
    }
    return u"plain"_s;
}

} // namespace

void TestCodeHighlighter::colours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QString &language, const QString &code, const QString &piece,
                        const QString &kind) { QTest::newRow(name) << language << code << piece << kind; };
    row("Python docstring over lines", u"python"_s, u"\"\"\"one\ntwo def\n\"\"\"\ndef f"_s, u"two"_s,
        u"comment"_s);
    row("Python after the docstring", u"python"_s, u"\"\"\"one\ntwo\n\"\"\"\ndef f"_s, u"def"_s, u"word"_s);
    row("Python docstring on one line", u"python"_s, u"\"\"\"one\"\"\"\ndef f"_s, u"def"_s, u"word"_s);
    row("Python comment", u"python"_s, u"x = 1 # def"_s, u"def"_s, u"comment"_s);
    row("hash in a text is no comment", u"python"_s, u"x = '#a' or b"_s, u"or"_s, u"word"_s);
    row("escaped quote", u"javascript"_s, u"x = 'a\\'b' + true"_s, u"true"_s, u"word"_s);
    row("JavaScript comment", u"javascript"_s, u"a(); // return"_s, u"return"_s, u"comment"_s);
    row("block comment over lines", u"javascript"_s, u"/* a\n return\n*/ b"_s, u"return"_s, u"comment"_s);
    row("text", u"javascript"_s, u"a('hello')"_s, u"hello"_s, u"text"_s);
    row("place to fill in", u"javascript"_s, u"a('USER_ID')"_s, u"USER_ID"_s, u"slot"_s);
    row("number", u"javascript"_s, u"a(42)"_s, u"42"_s, u"number or tag"_s);
    row("digits in a name", u"javascript"_s, u"sha256(x)"_s, u"256"_s, u"plain"_s);
    row("PHP word", u"php"_s, u"<?php\nfunction f()"_s, u"function"_s, u"word"_s);
    row("tag", u"html"_s, u"<script>\n  var a"_s, u"script"_s, u"number or tag"_s);
    row("word in a script", u"html"_s, u"<script>\n  var a"_s, u"var"_s, u"word"_s);
    row("address in a text", u"html"_s, u"s.src = 'https://x.y/z' + true;"_s, u"true"_s, u"word"_s);
    row("template slot", u"html"_s, u"orlo('{{ orlo_token }}')"_s, u"orlo("_s, u"plain"_s);
    row("slot in an address", u"url"_s, u"https://x/?jwt=TOKEN_FROM_YOUR_SERVER"_s, u"TOKEN"_s, u"slot"_s);
    row("unclosed quote", u"php"_s, u"$a = 'x"_s, u"x"_s, u"plain"_s);
}

void TestCodeHighlighter::colours()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, piece);
    QWidget view;
    QPalette palette = view.palette();
    palette.setColor(QPalette::Window, lightColors().window);
    view.setPalette(palette);
    QTextDocument document;
    CodeHighlighter highlighter(&document, &view);
    document.setPlainText(code);
    highlighter.setLanguage(language);
    QVERIFY(code.contains(piece));
    QTEST(kindAt(document, code.indexOf(piece)), "kind");
}

QTEST_MAIN(TestCodeHighlighter)
#include "tst_codehighlighter.moc"
