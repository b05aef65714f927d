#include "app/cli/propertyjson.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"
#include "core/recipes/keyhealth.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// Something doubtful about a key, and what to do about it.
struct Doubt
{
    QString id;
    QString text;
    QString remedy;
};

/// A version that was rotated or revoked already needs another advice than one in use.
QString remedyFor(keys::KeyWeakness weakness, keys::KeyStatus status)
{
    if (status == keys::KeyStatus::Revoked) {
        return u"It is revoked; nothing is left to do."_s;
    }
    if (status != keys::KeyStatus::Previous) {
        return QString::fromUtf8(recipes::remedyFor(weakness));
    }
    return weakness == keys::KeyWeakness::SecretWellKnown ? u"Anybody can use it: revoke it now."_s
                                                          : u"Revoke it once nothing uses it any more."_s;
}

Doubt doubtOf(keys::KeyWeakness weakness, keys::KeyStatus status)
{
    return {keys::weaknessName(weakness), QString::fromUtf8(keys::weaknessSentence(weakness)),
            remedyFor(weakness, status)};
}

CliResult<QList<Doubt>> doubtsAbout(Session &session, const recipes::Property &property,
                                    const keys::KeyVersion &version, const QList<recipes::Property> &all)
{
    QList<Doubt> doubts;
    if (version.status == keys::KeyStatus::Destroyed) {
        return doubts;
    }
    const auto material = (*session.vault())->keyMaterial(property.id, version.number);
    if (!material) {
        return std::unexpected(material.error());
    }
    const recipes::Recipe *recipe = session.catalog().find(property.recipeId);
    const recipes::KeyRule rule = recipe ? recipe->key : recipes::KeyRule();
    for (const keys::KeyWeakness weakness : recipes::doubtsAbout(rule, *material)) {
        doubts.append(doubtOf(weakness, version.status));
    }
    if (const auto others = recipes::propertiesSharingSecret(all, property, version); !others.isEmpty()) {
        doubts.append({u"secret-shared"_s, u"The same secret is used by %1."_s.arg(others.join(u", "_s)),
                       u"Whoever has one has all of them: rotate the key here or there."_s});
    }
    return doubts;
}

JsonArray toJson(const QList<Doubt> &doubts)
{
    JsonArray array;
    for (const Doubt &doubt : doubts) {
        array.append(JsonObject{{u"id"_s, doubt.id}, {u"text"_s, doubt.text}, {u"remedy"_s, doubt.remedy}});
    }
    return array;
}

VerbResult run(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto all = (*session.vault())->properties();
    if (!all) {
        return std::unexpected(all.error());
    }
    JsonArray versions;
    QStringList lines = keyVersionLines(property->keys);
    for (const keys::KeyVersion &version : property->keys.versions()) {
        const auto doubts = doubtsAbout(session, *property, version, *all);
        if (!doubts) {
            return std::unexpected(doubts.error());
        }
        JsonObject object = keyVersionToJson(version);
        object.append({u"weaknesses"_s, toJson(*doubts)});
        versions.append(object);
        for (const Doubt &doubt : *doubts) {
            lines.append(u"Version %1: %2 %3"_s.arg(version.number).arg(doubt.text, doubt.remedy));
        }
    }
    session.print({{u"property"_s, property->name}, {u"id"_s, property->id}, {u"keys"_s, versions}}, lines);
    return ExitCode::Done;
}

} // namespace

Verb keysListVerb()
{
    return {.path = u"keys P list"_s,
            .summary = u"List the versions of a property's key, and what is doubtful about them"_s,
            .operands = {propertyOperand()},
            .examples = {u"countersign-cli keys 'Shop EU' list"_s},
            .jsonKeys = keysJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
