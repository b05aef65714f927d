#include "app/cli/parser.h"

#include "app/cli/commandapp.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

QString helpPointer(const Verb &verb)
{
    return u"See \"%1 %2 --help\"."_s.arg(QLatin1StringView(programName), verb.path);
}

std::unexpected<Failure> wrong(const Verb &verb, const QString &what)
{
    return usageFailure(u"%1: %2. %3"_s.arg(verb.path, what, helpPointer(verb)));
}

std::optional<QString> numberProblem(const Option &option, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && number >= option.minimum && number <= option.maximum) {
        return std::nullopt;
    }
    return u"--%1 takes a whole number from %2 to %3, not \"%4\""_s.arg(option.name)
        .arg(option.minimum)
        .arg(option.maximum)
        .arg(value);
}

std::optional<QString> problemWith(const Option &option, const QStringList &values)
{
    if (option.repeat == Repeat::Once && values.size() > 1) {
        return u"--%1 is given twice"_s.arg(option.name);
    }
    for (const QString &value : values) {
        if (option.kind == ValueKind::Choice && !option.choices.contains(value)) {
            return u"--%1 takes %2, not \"%3\""_s.arg(option.name, option.choices.join(u", "_s), value);
        }
        if (option.kind == ValueKind::Number) {
            if (auto problem = numberProblem(option, value)) {
                return problem;
            }
        }
    }
    return std::nullopt;
}

/// With a byte-order mark in front, too, which QString's own reading of UTF-8 drops.
QString textOf(const std::string &value)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decode(QByteArrayView(value.data(), static_cast<qsizetype>(value.size())));
}

QStringList textsOf(const std::vector<std::string> &values)
{
    QStringList result;
    std::ranges::transform(values, std::back_inserter(result), textOf);
    return result;
}

/// "--email=" as "--email" and an empty text: CLI11 would take the next argument for the value.
QStringList withEmptyValuesApart(const QStringList &arguments)
{
    QStringList result;
    bool areOptions = true;
    for (const QString &argument : arguments) {
        areOptions = areOptions && argument != "--"_L1;
        if (areOptions && argument.startsWith("--"_L1) && argument.indexOf(u'=') == argument.size() - 1) {
            result << argument.chopped(1) << QString();
        } else {
            result << argument;
        }
    }
    return result;
}

/// The arguments as CLI11 wants them: last one first.
std::vector<std::string> reversed(const QStringList &arguments)
{
    std::vector<std::string> result;
    std::transform(arguments.rbegin(), arguments.rend(), std::back_inserter(result),
                   [](const QString &argument) { return argument.toStdString(); });
    return result;
}

Arguments collect(const Verb &verb, const CommandApp &command)
{
    Arguments arguments;
    for (const CommandApp::Place &place : command.places()) {
        if (place.flag) {
            arguments.add(place.name, u"true"_s);
        }
        for (const QString &value : textsOf(place.values)) {
            arguments.add(place.name, value);
        }
        const Option *option = verb.option(place.name);
        if (option != nullptr && place.values.empty() && !option->defaultValue.isEmpty()) {
            arguments.add(place.name, option->defaultValue);
        }
    }
    return arguments;
}

/// CLI11's own words for the common mistakes are terse; the rest pass through.
QString describe(const CLI::ParseError &error)
{
    QString text = QString::fromUtf8(error.what()).simplified();
    text.remove(u"The following argument was not expected: "_s);
    text.remove(u"The following arguments were not expected: "_s);
    if (dynamic_cast<const CLI::ExtrasError *>(&error) != nullptr) {
        return u"\"%1\" is not expected here"_s.arg(text);
    }
    if (dynamic_cast<const CLI::RequiredError *>(&error) != nullptr) {
        return text.replace(u" is required"_s, u" is missing"_s);
    }
    return text;
}

} // namespace

CliResult<std::variant<Arguments, HelpWanted>> parseArguments(const Verb &verb, const QStringList &arguments)
{
    CommandApp command(verb);
    try {
        command.app().parse(reversed(withEmptyValuesApart(arguments)));
    } catch (const CLI::CallForHelp &) {
        return HelpWanted{};
    } catch (const CLI::ParseError &error) {
        return wrong(verb, describe(error));
    }
    for (const CommandApp::Place &place : command.places()) {
        const auto known = std::ranges::find(verb.options, place.name, &Option::name);
        const auto global = std::ranges::find(globalOptions(), place.name, &Option::name);
        const Option *option = known != verb.options.end()       ? &*known
                               : global != globalOptions().end() ? &*global
                                                                 : nullptr;
        if (option == nullptr) {
            continue;
        }
        if (const auto problem = problemWith(*option, textsOf(place.values))) {
            return wrong(verb, *problem);
        }
    }
    return collect(verb, command);
}

} // namespace countersign::cli
