#include "app/cli/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// Whether the option takes the next argument as its value. Before the verb's words only the options of
/// every verb can stand.
bool takesNextArgument(const QString &argument)
{
    return std::ranges::any_of(globalOptions(), [&](const Option &option) {
        return !option.isFlag() && argument == u"--"_s + option.name;
    });
}

bool startsWith(const QStringList &words, const QStringList &beginning)
{
    return words.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), words.begin());
}

const Verb *verbWith(const QList<Verb> &verbs, const QStringList &words)
{
    const auto found = std::ranges::find_if(verbs, [&](const Verb &verb) { return verb.words() == words; });
    return found == verbs.end() ? nullptr : &*found;
}

bool isGroup(const QList<Verb> &verbs, const QStringList &words)
{
    return std::ranges::any_of(verbs, [&](const Verb &verb) { return startsWith(verb.words(), words); });
}

bool expectsProperty(const QList<Verb> &verbs, const QStringList &words)
{
    return std::ranges::any_of(verbs, [&](const Verb &verb) {
        return verb.takesProperty() && words.size() == 1 && startsWith(verb.words(), words);
    });
}

/// One step through the arguments.
class Walk final
{
public:
    Walk(const QList<Verb> &verbs, const QStringList &arguments)
        : m_verbs(verbs)
        , m_arguments(arguments)
    {
    }

    CliResult<Route> run()
    {
        while (m_place < m_arguments.size() && m_route.verb == nullptr) {
            const QString &argument = m_arguments.at(m_place++);
            if (argument.startsWith(u'-') && argument.size() > 1) {
                keepOption(argument);
            } else if (!takeWord(argument)) {
                return unknown(argument);
            }
        }
        m_route.rest += m_arguments.sliced(m_place);
        return m_route;
    }

private:
    void keepOption(const QString &argument)
    {
        m_route.rest.append(argument);
        if (takesNextArgument(argument) && m_place < m_arguments.size()) {
            m_route.rest.append(m_arguments.at(m_place++));
        }
    }

    bool takeWord(const QString &word)
    {
        if (!m_hasProperty && expectsProperty(m_verbs, m_route.words)) {
            m_hasProperty = true;
            m_route.rest.append(word);
            return true;
        }
        const QStringList words = m_route.words + QStringList{word};
        if (!isGroup(m_verbs, words)) {
            return false;
        }
        m_route.words = words;
        m_route.verb = verbWith(m_verbs, words);
        return true;
    }

    CliResult<Route> unknown(const QString &word) const
    {
        const QString where = m_route.words.isEmpty() ? QString() : u" "_s + m_route.words.join(u' ');
        return usageFailure(u"There is no \"%2\" in \"%1%3\". See \"%1%3 --help\"."_s.arg(
            QString::fromLatin1(programName), word, where));
    }

    const QList<Verb> &m_verbs;
    const QStringList &m_arguments;
    qsizetype m_place = 0;
    bool m_hasProperty = false;
    Route m_route;
};

} // namespace

CliResult<Route> findRoute(const QList<Verb> &verbs, const QStringList &arguments)
{
    return Walk(verbs, arguments).run();
}

} // namespace countersign::cli
