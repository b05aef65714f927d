#include "app/cli/helptext.h"

#include "app/cli/commandapp.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

struct Line
{
    QString words;
    QString summary;
};

bool isIn(const Verb &verb, const QStringList &words)
{
    const QStringList own = verb.words();
    return own.size() >= words.size() && std::equal(words.begin(), words.end(), own.begin());
}

QString formatted(const QList<Line> &lines)
{
    qsizetype width = 0;
    for (const Line &line : lines) {
        width = std::max(width, line.words.size());
    }
    QString text;
    for (const Line &line : lines) {
        text += u"  %1  %2\n"_s.arg(line.words.leftJustified(width), line.summary);
    }
    return text;
}

QList<Line> linesOfOptions()
{
    QList<Line> lines;
    for (const Option &option : globalOptions()) {
        const QString value = option.isFlag() ? QString() : u' ' + option.valueName;
        lines.append({u"--"_s + option.name + value, option.help});
    }
    lines.append({u"-h, --help"_s, u"print help, at every level"_s});
    lines.append({u"--version"_s, u"print the version"_s});
    return lines;
}

} // namespace

QString verbHelp(const Verb &verb)
{
    CommandApp command(verb);
    return QString::fromStdString(command.app().help()).trimmed() + u'\n';
}

QString groupHelp(const QList<Verb> &verbs, const QStringList &words)
{
    QList<Line> lines;
    QString example;
    for (const Verb &verb : verbs) {
        if (isIn(verb, words)) {
            lines.append({verb.path, verb.summary});
            example = example.isEmpty() ? verb.examples.value(0) : example;
        }
    }
    const QString name = (QStringList{QString::fromLatin1(programName)} + words).join(u' ');
    return u"Usage: %1 VERB [OPTIONS]\n\nVerbs:\n%2\nOptions of every verb:\n%3\nExample:\n  %4\n\n"
           "\"%5 VERB --help\" explains a verb and shows it at work.\n"_s.arg(
               name, formatted(lines), formatted(linesOfOptions()), example, QLatin1StringView(programName));
}

} // namespace countersign::cli
