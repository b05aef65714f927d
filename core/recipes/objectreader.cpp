#include "core/recipes/objectreader_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

void RecipeFault::report(const QString &path, const QString &what)
{
    if (!m_found) {
        m_found = true;
        m_detail = path.isEmpty() ? what : path + u": "_s + what;
    }
}

ObjectReader::ObjectReader(const JsonObject &object, QString path, RecipeFault &fault)
    : m_object(object)
    , m_path(std::move(path))
    , m_fault(fault)
{
}

QString ObjectReader::pathOf(QStringView member) const
{
    return m_path.isEmpty() ? member.toString() : m_path + u'.' + member.toString();
}

bool ObjectReader::has(QStringView member) const
{
    return findMember(m_object, member) != nullptr;
}

const JsonValue *ObjectReader::find(QStringView member)
{
    m_asked.insert(member.toString());
    return findMember(m_object, member);
}

const JsonValue *ObjectReader::required(QStringView member)
{
    const JsonValue *value = find(member);
    if (!value) {
        m_fault.report(m_path, u"the member \"%1\" is missing"_s.arg(member));
    }
    return value;
}

QString ObjectReader::textOf(const JsonValue &value, const QString &path) const
{
    const QString *text = value.asString();
    if (!text) {
        m_fault.report(path, u"a string is needed, not %1"_s.arg(QLatin1StringView(value.kindName())));
        return {};
    }
    if (text->isEmpty()) {
        m_fault.report(path, u"the text is empty"_s);
    }
    return *text;
}

QString ObjectReader::text(QStringView member)
{
    const JsonValue *value = required(member);
    return value ? textOf(*value, pathOf(member)) : QString();
}

QString ObjectReader::optionalText(QStringView member)
{
    const JsonValue *value = find(member);
    return value ? textOf(*value, pathOf(member)) : QString();
}

int ObjectReader::integer(QStringView member, int minimum, int maximum)
{
    const JsonValue *value = required(member);
    const std::int64_t *number = value ? value->asInteger() : nullptr;
    if (value && (!number || *number < minimum || *number > maximum)) {
        m_fault.report(pathOf(member), u"a whole number from %1 to %2 is needed"_s.arg(minimum).arg(maximum));
        return minimum;
    }
    return number ? int(*number) : minimum;
}

const JsonArray *ObjectReader::requiredArray(QStringView member)
{
    const JsonValue *value = required(member);
    const JsonArray *array = value ? value->asArray() : nullptr;
    if (value && !array) {
        m_fault.report(pathOf(member),
                       u"an array is needed, not %1"_s.arg(QLatin1StringView(value->kindName())));
    }
    return array;
}

const JsonObject *ObjectReader::asObject(const JsonValue &value, const QString &path) const
{
    const JsonObject *object = value.asObject();
    if (!object) {
        m_fault.report(path, u"an object is needed, not %1"_s.arg(QLatin1StringView(value.kindName())));
    }
    return object;
}

QStringList ObjectReader::texts(QStringView member)
{
    QStringList result;
    const JsonArray *array = requiredArray(member);
    for (qsizetype i = 0; array && i < array->size(); ++i) {
        result.append(textOf(array->at(i), u"%1[%2]"_s.arg(pathOf(member)).arg(i)));
    }
    return result;
}

QStringList ObjectReader::optionalTexts(QStringView member)
{
    return has(member) ? texts(member) : QStringList();
}

QString ObjectReader::optionalPattern(QStringView member)
{
    const QString pattern = optionalText(member);
    const QRegularExpression expression(pattern);
    if (!expression.isValid()) {
        m_fault.report(pathOf(member), u"not a regular expression: "_s + expression.errorString());
    }
    return pattern;
}

void ObjectReader::finish()
{
    for (const auto &[name, value] : m_object) {
        if (!m_asked.contains(name)) {
            m_fault.report(m_path, u"the member \"%1\" is not known"_s.arg(name));
        }
    }
}

} // namespace countersign::recipes
