#include "core/recipes/property.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr const char *needed = QT_TRANSLATE_NOOP("FieldProblem", "This is needed.");
constexpr const char *tooLong = QT_TRANSLATE_NOOP("FieldProblem", "This is too long.");
constexpr const char *notUnicode = QT_TRANSLATE_NOOP("FieldProblem", "This holds a broken character.");
constexpr const char *controlCharacter =
    QT_TRANSLATE_NOOP("FieldProblem", "This holds a line break or another invisible control character.");
constexpr const char *outerSpace = QT_TRANSLATE_NOOP(
    "FieldProblem", "There is a space before or after it. It would be signed too: remove it.");
constexpr const char *outerSpaceOfProperty =
    QT_TRANSLATE_NOOP("FieldProblem", "There is a space before or after it. Remove it.");
constexpr const char *notEmail =
    QT_TRANSLATE_NOOP("FieldProblem", "This is not an e-mail address like ada@example.org.");
constexpr const char *notPhone =
    QT_TRANSLATE_NOOP("FieldProblem", "Write the number in international form, like +15551234567.");
constexpr const char *notUrl =
    QT_TRANSLATE_NOOP("FieldProblem", "This is not a web address that begins with https://.");
constexpr const char *notSeconds =
    QT_TRANSLATE_NOOP("FieldProblem", "Write a Unix time in whole seconds, like 1701967378.");
constexpr const char *milliseconds =
    QT_TRANSLATE_NOOP("FieldProblem", "This is in milliseconds. Leave off the last three digits.");
constexpr const char *notNumber = QT_TRANSLATE_NOOP("FieldProblem", "Write a number, like 42 or 1.5.");
constexpr const char *notBoolean = QT_TRANSLATE_NOOP("FieldProblem", "Write true or false.");
constexpr const char *wrongForm = QT_TRANSLATE_NOOP("FieldProblem", "Expected: %1.");
constexpr const char *noPlaceholder = QT_TRANSLATE_NOOP(
    "FieldProblem", "The code does not hold %1. Paste it as the vendor shows it, with %1 in it.");
constexpr const char *privateKey =
    QT_TRANSLATE_NOOP("FieldProblem", "This holds a private key, which must never be on a page. Remove it.");

using Finding = std::optional<Remark>;

Remark remark(const char *text, const QStringList &values = {})
{
    return {QString::fromLatin1(text), values};
}

bool matches(QStringView pattern, const QString &value)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern),
                                        QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(value).hasMatch();
}

Finding unless(bool good, const char *text)
{
    return good ? Finding() : remark(text);
}

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
           character == QChar::ParagraphSeparator;
}

Finding problemOfCharacters(const QString &value, FieldType type)
{
    if (value.size() > maximumFieldLength) {
        return remark(tooLong);
    }
    if (!value.isValidUtf16()) {
        return remark(notUnicode);
    }
    if (type == FieldType::EmbedCode) {
        return {};
    }
    if (std::any_of(value.begin(), value.end(), isControl)) {
        return remark(controlCharacter);
    }
    return unless(value == value.trimmed(), outerSpace);
}

Finding problemOfUnixTime(const QString &value)
{
    bool isNumber = false;
    const qlonglong seconds = value.toLongLong(&isNumber);
    constexpr qlonglong year5138 = 100'000'000'000;
    if (isNumber && seconds >= year5138) {
        return remark(milliseconds);
    }
    return unless(matches(u"0|[1-9][0-9]*", value) && isNumber, notSeconds);
}

Finding problemOfUrl(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    return unless(url.isValid() && !url.host().isEmpty() &&
                      (url.scheme() == u"https" || url.scheme() == u"http"),
                  notUrl);
}

Finding problemOfType(FieldType type, const QString &value)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::EmbedCode:
        return {};
    case FieldType::Email:
        return unless(matches(u"[^\\s@\"(),:;<>\\[\\]\\\\]+@[^\\s@.]+(\\.[^\\s@.]+)*", value), notEmail);
    case FieldType::Phone:
        return unless(matches(u"\\+[1-9][0-9]{5,14}", value), notPhone);
    case FieldType::Url:
        return problemOfUrl(value);
    case FieldType::UnixTime:
        return problemOfUnixTime(value);
    case FieldType::Number:
        return unless(matches(u"-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?", value), notNumber);
    case FieldType::Boolean:
        return unless(value == u"true" || value == u"false", notBoolean);
    }
    return {};
}

Finding problemOfForm(const FieldRule &rule, const QString &value)
{
    if (rule.pattern.isEmpty() || matches(rule.pattern, value)) {
        return {};
    }
    return remark(wrongForm, {rule.patternHint});
}

Finding problemOf(const FieldRule &rule, const QString &value)
{
    if (value.isEmpty()) {
        return unless(rule.presence == Presence::Optional, needed);
    }
    if (const Finding finding = problemOfCharacters(value, rule.type)) {
        return finding;
    }
    if (rule.type == FieldType::EmbedCode) {
        return embedCodeProblem(rule, value);
    }
    if (const Finding finding = problemOfForm(rule, value)) {
        return finding;
    }
    return problemOfType(rule.type, value);
}

} // namespace

std::optional<FieldProblem> validateField(const FieldRule &rule, const QString &value)
{
    const Finding finding = problemOf(rule, value);
    return finding ? std::optional(FieldProblem{rule.id, *finding}) : std::nullopt;
}

std::optional<Remark> embedCodeProblem(const FieldRule &rule, const QString &code)
{
    if (code.contains(u"PRIVATE KEY-----")) {
        return remark(privateKey);
    }
    for (const QString &placeholder : rule.placeholders) {
        if (!code.contains(placeholder)) {
            return remark(noPlaceholder, {placeholder});
        }
    }
    return {};
}

namespace {

/// What is said of a property goes into no signature.
std::optional<FieldProblem> validateUnsigned(const FieldRule &rule, const QString &value)
{
    std::optional<FieldProblem> problem = validateField(rule, value);
    if (problem && problem->remark == remark(outerSpace)) {
        problem->remark = remark(outerSpaceOfProperty);
    }
    return problem;
}

} // namespace

QList<FieldProblem> validateProperty(const Recipe &recipe, const Property &property)
{
    FieldRule name;
    name.id = u"name"_s;
    name.presence = Presence::Required;
    QList<FieldProblem> problems;
    if (property.name.size() > maximumNameLength) {
        problems.append({name.id, remark(tooLong)});
    } else if (const std::optional<FieldProblem> problem = validateUnsigned(name, property.name)) {
        problems.append(*problem);
    }
    for (const FieldRule &rule : recipe.propertyFields) {
        if (const std::optional<FieldProblem> problem =
                validateUnsigned(rule, property.fields.value(rule.id))) {
            problems.append(*problem);
        }
    }
    return problems;
}

} // namespace countersign::recipes
