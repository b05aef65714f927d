#include "core/vault/bundleindex_p.h"
#include "core/vault/bundlenames_p.h"

#include "core/base/json.h"

#include <QRegularExpression>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// The first thing that is wrong; what is read after it is meaningless.
struct Fault
{
    QString what;

    void report(const QString &place, const QString &problem)
    {
        if (what.isEmpty()) {
            what = place + u' ' + problem;
        }
    }
    bool isFound() const { return !what.isEmpty(); }
};

/// The members of one object. Each must be asked for, and each that is asked for must be there.
class Members final
{
public:
    Members(const JsonValue &value, QString place, Fault *fault)
        : m_object(value.asObject())
        , m_place(std::move(place))
        , m_fault(fault)
    {
        if (!m_object) {
            m_fault->report(m_place, u"is not an object"_s);
        }
    }

    ~Members()
    {
        if (m_object && m_object->size() != m_asked) {
            m_fault->report(m_place, u"has a member of no known name"_s);
        }
    }
    Q_DISABLE_COPY_MOVE(Members)

    const JsonValue &value(QStringView name)
    {
        static const JsonValue none;
        ++m_asked;
        const JsonValue *found = m_object ? findMember(*m_object, name) : nullptr;
        if (!found) {
            m_fault->report(placeOf(name), u"is missing"_s);
        }
        return found ? *found : none;
    }

    QString text(QStringView name)
    {
        const QString *text = value(name).asString();
        return text ? *text : refused<QString>(name, "is not a text");
    }

    qint64 integer(QStringView name, qint64 minimum, qint64 maximum)
    {
        const std::int64_t *number = value(name).asInteger();
        const bool isGood = number && *number >= minimum && *number <= maximum;
        return isGood ? *number : refused<qint64>(name, "is not a number in range");
    }

    int count(QStringView name) { return int(integer(name, 0, std::numeric_limits<int>::max())); }

    bool flag(QStringView name)
    {
        const bool *flag = value(name).asBool();
        return flag ? *flag : refused<bool>(name, "is neither true nor false");
    }

    Timestamp time(QStringView name)
    {
        constexpr qint64 endOfYear9999 = 253402300799;
        return Timestamp{std::chrono::seconds{integer(name, 0, endOfYear9999)}};
    }

    template<typename Enum, std::size_t size>
    Enum named(QStringView name, const std::array<BundleName<Enum>, size> &names)
    {
        const QString text = this->text(name);
        for (const BundleName<Enum> &each : names) {
            if (QLatin1StringView(each.name) == text) {
                return each.value;
            }
        }
        return refused<Enum>(name, "is of no known kind");
    }

    /// Null, or what `read` makes of it.
    template<typename Read>
    auto optional(QStringView name, Read read) -> std::optional<decltype(read())>
    {
        if (m_object) {
            if (const JsonValue *found = findMember(*m_object, name); found && found->isNull()) {
                ++m_asked;
                return std::nullopt;
            }
        }
        return read();
    }

    /// Calls `read(value, place)` for each.
    template<typename Read>
    void each(QStringView name, Read read)
    {
        const JsonArray *array = value(name).asArray();
        if (!array) {
            m_fault->report(placeOf(name), u"is not a list"_s);
            return;
        }
        for (qsizetype i = 0; i < array->size() && !m_fault->isFound(); ++i) {
            read(array->at(i), u"%1[%2]"_s.arg(placeOf(name)).arg(i));
        }
    }

    Fault *fault() const { return m_fault; }
    QString placeOf(QStringView name) const
    {
        return m_place.isEmpty() ? name.toString() : m_place + u'.' + name.toString();
    }

private:
    template<typename T>
    T refused(QStringView name, const char *problem)
    {
        m_fault->report(placeOf(name), QString::fromLatin1(problem));
        return T{};
    }

    const JsonObject *m_object;
    QString m_place;
    Fault *m_fault;
    qsizetype m_asked = 0;
};

QStringList readTexts(Members &members, QStringView name)
{
    QStringList texts;
    members.each(name, [&](const JsonValue &value, const QString &place) {
        const QString *text = value.asString();
        text ? texts.append(*text) : members.fault()->report(place, u"is not a text"_s);
    });
    return texts;
}

QMap<QString, QString> readTextMap(Members &members, QStringView name)
{
    QMap<QString, QString> texts;
    const JsonObject *object = members.value(name).asObject();
    if (!object) {
        members.fault()->report(members.placeOf(name), u"is not an object"_s);
        return texts;
    }
    for (const auto &[key, value] : *object) {
        const QString *text = value.asString();
        if (!text) {
            members.fault()->report(members.placeOf(name) + u'.' + key, u"is not a text"_s);
            return texts;
        }
        texts.insert(key, *text);
    }
    return texts;
}

keys::KeyDescription readDescription(const JsonValue &value, const QString &place, Fault *fault)
{
    Members members(value, place, fault);
    keys::KeyDescription key;
    key.type = members.named(u"type", keyTypeNames);
    key.bits = members.count(u"bits");
    key.curve = members.optional(u"curve", [&] { return members.named(u"curve", curveNames); });
    key.secretEncoding =
        members.optional(u"encoding", [&] { return members.named(u"encoding", encodingNames); });
    key.hasPrivatePart = members.flag(u"hasPrivatePart");
    key.fingerprint = members.text(u"fingerprint");
    return key;
}

keys::KeyVersion readVersion(const JsonValue &value, const QString &place, IndexedProperty *indexed,
                             Fault *fault)
{
    Members members(value, place, fault);
    keys::KeyVersion version;
    version.number = members.count(u"version");
    version.status = members.named(u"status", statusNames);
    version.origin = members.named(u"origin", originNames);
    version.createdAt = members.time(u"createdAt");
    version.statusSince = members.time(u"statusSince");
    version.lastUsedAt = members.optional(u"lastUsedAt", [&] { return members.time(u"lastUsedAt"); });
    version.description = readDescription(members.value(u"key"), members.placeOf(u"key"), fault);
    const int size = members.count(u"keySize");
    if ((size == 0) != (version.status == keys::KeyStatus::Destroyed)) {
        fault->report(members.placeOf(u"keySize"), u"does not fit the status"_s);
    }
    if (size > 0) {
        indexed->keySizes.insert(version.number, std::size_t(size));
    }
    return version;
}

void readVersions(Members &members, IndexedProperty *indexed)
{
    QList<keys::KeyVersion> versions;
    members.each(u"keyVersions", [&](const JsonValue &value, const QString &place) {
        versions.append(readVersion(value, place, indexed, members.fault()));
    });
    auto set = keys::KeySet::fromVersions(std::move(versions));
    if (set) {
        indexed->property.keys = std::move(*set);
    } else {
        members.fault()->report(members.placeOf(u"keyVersions"), set.error().detail);
    }
}

void checkNames(const recipes::Property &property, const QString &place, Fault *fault)
{
    static const QRegularExpression id(u"^[0-9a-f]{32}$"_s);
    if (!id.match(property.id).hasMatch()) {
        fault->report(place + u".id"_s, u"is not an id"_s);
    }
    if (property.name.isEmpty() || property.recipeId.isEmpty()) {
        fault->report(place, u"has no name or no recipe"_s);
    }
}

IndexedProperty readProperty(const JsonValue &value, const QString &place, Fault *fault)
{
    Members members(value, place, fault);
    IndexedProperty indexed;
    recipes::Property &property = indexed.property;
    property.id = members.text(u"id");
    property.recipeId = members.text(u"recipe");
    property.name = members.text(u"name");
    property.environment = members.text(u"environment");
    property.platform = members.text(u"platform");
    property.fields = readTextMap(members, u"fields");
    property.tags = readTexts(members, u"tags");
    property.notes = members.text(u"notes");
    property.enforcement = members.named(u"enforcement", enforcementNames);
    property.rotateAfterDays = members.count(u"rotateAfterDays");
    property.archived = members.flag(u"archived");
    property.createdAt = members.time(u"createdAt");
    property.updatedAt = members.time(u"updatedAt");
    readVersions(members, &indexed);
    checkNames(property, place, fault);
    return indexed;
}

void readDocument(const JsonValue &document, BundleIndex *index, Fault *fault)
{
    Members members(document, {}, fault);
    index->madeAt = members.time(u"madeAt");
    QSet<QString> ids;
    members.each(u"properties", [&](const JsonValue &value, const QString &place) {
        index->properties.append(readProperty(value, place, fault));
        const QString &id = index->properties.constLast().property.id;
        if (ids.contains(id)) {
            fault->report(place + u".id"_s, u"occurs twice"_s);
        }
        ids.insert(id);
    });
}

} // namespace

Result<BundleIndex> readBundleIndex(QByteArrayView json)
{
    auto object = parseJsonObject(json, json.size());
    if (!object) {
        return failure(ErrorCode::InvalidJson, object.error().detail);
    }
    const JsonValue document(*std::move(object));
    BundleIndex index;
    Fault fault;
    readDocument(document, &index, &fault);
    if (fault.isFound()) {
        return failure(ErrorCode::InvalidJson, fault.what);
    }
    return index;
}

} // namespace countersign::vault
