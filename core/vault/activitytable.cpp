#include "core/vault/activitytable.h"

#include "core/base/csvfield.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

QStringList fieldsOf(const ActivityEntry &entry)
{
    return {QString::number(entry.sequence),
            toRfc3339(entry.at),
            entry.actor.user,
            entry.actor.machine,
            activityName(entry.kind),
            entry.propertyName,
            entry.propertyId,
            entry.keyVersion == 0 ? QString() : QString::number(entry.keyVersion),
            entry.detail};
}

} // namespace

QStringList activityNames()
{
    QStringList names;
    for (int kind = 0; kind <= static_cast<int>(ActivityKind::PropertyDeleted); ++kind) {
        names.append(activityName(static_cast<ActivityKind>(kind)));
    }
    return names;
}

JsonObject activityJson(const ActivityEntry &entry)
{
    return {{u"sequence"_s, static_cast<std::int64_t>(entry.sequence)},
            {u"at"_s, toRfc3339(entry.at)},
            {u"user"_s, entry.actor.user},
            {u"machine"_s, entry.actor.machine},
            {u"kind"_s, activityName(entry.kind)},
            {u"property"_s, entry.propertyName},
            {u"propertyId"_s, entry.propertyId},
            {u"keyVersion"_s, entry.keyVersion == 0 ? JsonValue() : JsonValue(entry.keyVersion)},
            {u"detail"_s, entry.detail}};
}

QByteArray activityToJson(const QList<ActivityEntry> &entries)
{
    JsonArray array;
    for (const ActivityEntry &entry : entries) {
        array.append(activityJson(entry));
    }
    return writeJson(JsonObject{{u"activity"_s, array}}, JsonLayout::Indented) + '\n';
}

QByteArray activityToCsv(const QList<ActivityEntry> &entries)
{
    constexpr char comma = ',';
    QByteArray csv = csvRow({u"sequence"_s, u"at"_s, u"user"_s, u"machine"_s, u"kind"_s, u"property"_s,
                             u"propertyId"_s, u"keyVersion"_s, u"detail"_s},
                            comma);
    for (const ActivityEntry &entry : entries) {
        csv += csvRow(fieldsOf(entry), comma);
    }
    return csv;
}

} // namespace countersign::vault
