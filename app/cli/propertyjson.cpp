#include "app/cli/propertyjson.h"

#include "app/cli/table.h"
#include "core/keys/fingerprint.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

JsonValue timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? JsonValue(toRfc3339(*time)) : JsonValue();
}

JsonObject fieldsToJson(const QMap<QString, QString> &fields)
{
    JsonObject object;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        object.append({field.key(), field.value()});
    }
    return object;
}

JsonArray toJson(const QStringList &texts)
{
    JsonArray array;
    for (const QString &text : texts) {
        array.append(text);
    }
    return array;
}

QString enforcementName(recipes::Enforcement enforcement)
{
    switch (enforcement) {
    case recipes::Enforcement::Off:
        return u"off"_s;
    case recipes::Enforcement::On:
        return u"on"_s;
    case recipes::Enforcement::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace

QString attentionName(recipes::Attention attention)
{
    switch (attention) {
    case recipes::Attention::NoKey:
        return u"no key"_s;
    case recipes::Attention::RotationDue:
        return u"rotation due"_s;
    case recipes::Attention::Rotating:
        return u"rotating"_s;
    case recipes::Attention::None:
        break;
    }
    return u"none"_s;
}

JsonObject keyVersionToJson(const keys::KeyVersion &version)
{
    const keys::KeyDescription &key = version.description;
    return {{u"version"_s, version.number},
            {u"status"_s, keys::statusName(version.status)},
            {u"kind"_s, keys::describeKey(key)},
            {u"fingerprint"_s, key.fingerprint},
            {u"hasPrivatePart"_s, key.hasPrivatePart},
            {u"origin"_s, version.origin == keys::KeyOrigin::Generated ? u"generated"_s : u"imported"_s},
            {u"createdAt"_s, toRfc3339(version.createdAt)},
            {u"statusSince"_s, toRfc3339(version.statusSince)},
            {u"lastUsedAt"_s, timeOrNull(version.lastUsedAt)}};
}

JsonArray keyVersionsToJson(const keys::KeySet &keys)
{
    JsonArray array;
    for (const keys::KeyVersion &version : keys.versions()) {
        array.append(keyVersionToJson(version));
    }
    return array;
}

QStringList keyVersionLines(const keys::KeySet &keys)
{
    if (keys.isEmpty()) {
        return {u"There is no key yet."_s};
    }
    Table table({u"VERSION"_s, u"STATUS"_s, u"KIND"_s, u"SINCE"_s, u"FINGERPRINT"_s});
    for (const keys::KeyVersion &version : keys.versions()) {
        table.addRow({QString::number(version.number), keys::statusName(version.status),
                      keys::describeKey(version.description), toRfc3339(version.statusSince),
                      version.description.fingerprint});
    }
    return table.lines();
}

JsonObject propertyToJson(const recipes::Property &property, Timestamp now)
{
    return {{u"id"_s, property.id},
            {u"name"_s, property.name},
            {u"recipe"_s, property.recipeId},
            {u"environment"_s, property.environment},
            {u"platform"_s, property.platform},
            {u"fields"_s, fieldsToJson(property.fields)},
            {u"tags"_s, toJson(property.tags)},
            {u"notes"_s, property.notes},
            {u"enforcement"_s, enforcementName(property.enforcement)},
            {u"rotateAfterDays"_s, property.rotateAfterDays},
            {u"archived"_s, property.archived},
            {u"attention"_s, attentionName(recipes::attentionFor(property, now))},
            {u"keys"_s, keyVersionsToJson(property.keys)},
            {u"createdAt"_s, toRfc3339(property.createdAt)},
            {u"updatedAt"_s, toRfc3339(property.updatedAt)}};
}

QStringList propertyJsonKeys()
{
    return {u"id"_s,       u"name"_s,      u"recipe"_s, u"environment"_s, u"platform"_s,
            u"fields"_s,   u"tags"_s,      u"notes"_s,  u"enforcement"_s, u"rotateAfterDays"_s,
            u"archived"_s, u"attention"_s, u"keys"_s,   u"createdAt"_s,   u"updatedAt"_s};
}

QStringList propertyLines(const recipes::Property &property, Timestamp now)
{
    QStringList lines{property.name, u"  Id           "_s + property.id,
                      u"  Recipe       "_s + property.recipeId};
    const std::pair<QString, QString> rows[] = {
        {u"Environment  "_s, property.environment},
        {u"Platform     "_s, property.platform},
        {u"Tags         "_s, property.tags.join(u", "_s)},
        {u"Notes        "_s, property.notes},
        {u"Enforced     "_s, enforcementName(property.enforcement)},
        {u"Attention    "_s, attentionName(recipes::attentionFor(property, now))},
        {u"Archived     "_s, property.archived ? u"yes"_s : QString()},
    };
    for (const auto &[label, value] : rows) {
        if (!value.isEmpty()) {
            lines.append(u"  "_s + label + value);
        }
    }
    for (auto field = property.fields.cbegin(); field != property.fields.cend(); ++field) {
        lines.append(u"  %1 = %2"_s.arg(field.key(), field.value()));
    }
    return lines + QStringList{{}} + keyVersionLines(property.keys);
}

} // namespace countersign::cli
