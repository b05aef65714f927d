#include "app/cli/commandapp.h"

#include "app/cli/optionhelp.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

std::string footerOf(const Verb &verb)
{
    QString text = verb.examples.size() == 1 ? u"Example:\n"_s : u"Examples:\n"_s;
    for (const QString &example : verb.examples) {
        text += u"  "_s + example + u'\n';
    }
    return text.toStdString();
}

std::string descriptionOf(const Verb &verb)
{
    const QString text = verb.summary + u'.';
    return (verb.description.isEmpty() ? text : text + u'\n' + verb.description).toStdString();
}

} // namespace

CommandApp::CommandApp(const Verb &verb)
    : m_app(descriptionOf(verb), u"%1 %2"_s.arg(QLatin1StringView(programName), verb.path).toStdString())
{
    m_app.set_help_flag("-h,--help", "print this help");
    m_app.allow_windows_style_options(false);
    m_app.get_formatter()->column_width(34);
    for (const Operand &operand : verb.operands) {
        addOperand(operand);
    }
    for (const Option &option : verb.options) {
        addOption(option, "Options");
    }
    for (const Option &option : globalOptions()) {
        addOption(option, "Options of every verb");
    }
    m_app.footer(footerOf(verb));
}

void CommandApp::addOption(const Option &option, const std::string &group)
{
    Place &place = m_places.emplace_back(Place{option.name, option.isFlag(), false, {}});
    const std::string name = "--" + option.name.toStdString();
    if (option.isFlag()) {
        m_app.add_flag(name, place.flag, wholeHelpOf(option).toStdString())->group(group);
        return;
    }
    CLI::Option *added = m_app.add_option(name, place.values, wholeHelpOf(option).toStdString());
    added->type_name(option.valueName.toStdString())->group(group);
    // One value for each time the option is written: the next argument is the next operand.
    added->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    added->required(option.need == Need::Required);
}

void CommandApp::addOperand(const Operand &operand)
{
    Place &place = m_places.emplace_back(Place{operand.name, false, false, {}});
    CLI::Option *added =
        m_app.add_option(operand.name.toStdString(), place.values, operand.help.toStdString());
    added->type_name("")->expected(1)->allow_extra_args(false);
    added->required(operand.need == Need::Required);
}

} // namespace countersign::cli
