#pragma once

#include "core/base/json.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <span>

namespace countersign::recipes {

/// The first thing that is wrong with a recipe; what comes after it is not looked at.
class RecipeFault
{
public:
    void report(const QString &path, const QString &what);
    bool isFound() const { return m_found; }
    const QString &detail() const { return m_detail; }

private:
    bool m_found = false;
    QString m_detail;
};

template<typename E>
struct Named
{
    QStringView name;
    E value;
};

/// Reads the members of one JSON object and remembers which were asked for, so that `finish` can refuse the
/// rest. Every problem goes to the fault with its path ("proofs[1].mac.encoding"); values read after one are
/// meaningless.
class ObjectReader
{
public:
    ObjectReader(const JsonObject &object, QString path, RecipeFault &fault);

    const QString &path() const { return m_path; }
    QString pathOf(QStringView member) const;
    RecipeFault &fault() const { return m_fault; }
    bool has(QStringView member) const;

    QString text(QStringView member);         ///< required, not empty
    QString optionalText(QStringView member); ///< empty when absent, not empty when present
    int integer(QStringView member, int minimum, int maximum);
    QStringList texts(QStringView member);         ///< required
    QStringList optionalTexts(QStringView member); ///< empty when absent
    /// A regular expression, or empty when absent.
    QString optionalPattern(QStringView member);

    template<typename E>
    E choice(QStringView member, std::span<const Named<E>> names);
    /// The fallback when absent.
    template<typename E>
    E optionalChoice(QStringView member, std::span<const Named<E>> names, E fallback);

    /// Calls `read` with a reader of the member, which must be an object.
    template<typename T>
    T object(QStringView member, const std::function<T(ObjectReader &)> &read);
    /// Calls `read` for each object of an array.
    template<typename T>
    QList<T> objects(QStringView member, const std::function<T(ObjectReader &)> &read);

    /// Takes note of a member that is allowed and means nothing here.
    void ignore(QStringView member) { m_asked.insert(member.toString()); }
    /// Refuses members nobody asked for.
    void finish();

private:
    const JsonValue *find(QStringView member);
    const JsonValue *required(QStringView member);
    QString textOf(const JsonValue &value, const QString &path) const;
    const JsonArray *requiredArray(QStringView member);
    const JsonObject *asObject(const JsonValue &value, const QString &path) const;

    const JsonObject &m_object;
    QString m_path;
    RecipeFault &m_fault;
    QSet<QString> m_asked;
};

template<typename E>
E ObjectReader::choice(QStringView member, std::span<const Named<E>> names)
{
    const QString found = text(member);
    QStringList known;
    for (const Named<E> &named : names) {
        if (named.name == found) {
            return named.value;
        }
        known.append(named.name.toString());
    }
    m_fault.report(pathOf(member),
                   QStringLiteral("\"%1\" is not one of %2").arg(found, known.join(QStringLiteral(", "))));
    return names.front().value;
}

template<typename E>
E ObjectReader::optionalChoice(QStringView member, std::span<const Named<E>> names, E fallback)
{
    return has(member) ? choice(member, names) : fallback;
}

template<typename T>
T ObjectReader::object(QStringView member, const std::function<T(ObjectReader &)> &read)
{
    const JsonValue *value = required(member);
    const JsonObject *object = value ? asObject(*value, pathOf(member)) : nullptr;
    if (!object) {
        return {};
    }
    ObjectReader reader(*object, pathOf(member), m_fault);
    T result = read(reader);
    reader.finish();
    return result;
}

template<typename T>
QList<T> ObjectReader::objects(QStringView member, const std::function<T(ObjectReader &)> &read)
{
    QList<T> result;
    const JsonArray *array = requiredArray(member);
    for (qsizetype i = 0; array && i < array->size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(pathOf(member)).arg(i);
        if (const JsonObject *object = asObject(array->at(i), path)) {
            ObjectReader reader(*object, path, m_fault);
            result.append(read(reader));
            reader.finish();
        }
    }
    return result;
}

} // namespace countersign::recipes
