#include "app/cli/verbs/keyscommon.h"

#include "app/cli/inputs.h"
#include "app/cli/keyinput.h"
#include "app/cli/propertyjson.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// What the recipe asks for, against what the file holds.
CliResult<void> checkKind(const recipes::Recipe &recipe, const keys::KeyMaterial &material,
                          const QString &path)
{
    const keys::KeyDescription found = keys::describe(material);
    if (found.type == recipe.key.type) {
        return {};
    }
    const QString expected =
        recipe.key.type == crypto::KeyType::Secret ? u"a shared secret"_s : u"an RSA key"_s;
    return std::unexpected(
        Error{ErrorCode::InvalidKey,
              u"%1: %2, where %3 uses %4"_s.arg(path, keys::describeKey(found), recipe.vendor, expected)});
}

void noteForm(Session &session, const recipes::Recipe &recipe, const keys::KeyMaterial &material)
{
    const auto *secret = std::get_if<keys::SecretKey>(&material);
    if (secret == nullptr) {
        return;
    }
    const SecretBytes text = keys::secretText(*secret);
    if (const auto warning = recipes::keyFormWarning(recipe.key, text.bytes())) {
        session.streams().note(u"Note: "_s + warning->inEnglish());
    }
}

} // namespace

Operand versionOperand(Need need)
{
    const QString without = need == Need::Optional ? u"; the current one when not given"_s : QString();
    return {.name = u"V"_s, .help = u"the number of a key version"_s + without, .need = need};
}

CliResult<int> versionOf(const Session &session, const recipes::Property &property)
{
    const QString typed = session.arguments().value(u"V"_s);
    bool isNumber = false;
    const int version = typed.toInt(&isNumber);
    if (!isNumber) {
        return usageFailure(
            u"\"%1\" is not a key version. Write its number, as \"keys P list\" prints it."_s.arg(typed));
    }
    if (property.keys.find(version) == nullptr) {
        return std::unexpected(
            Error{ErrorCode::UnknownKeyVersion,
                  u"\"%1\" has no version %2"_s.arg(property.name, QString::number(version))});
    }
    return version;
}

CliResult<int> versionOrCurrent(const Session &session, const recipes::Property &property)
{
    if (session.arguments().has(u"V"_s)) {
        return versionOf(session, property);
    }
    if (property.keys.current() == nullptr) {
        return std::unexpected(
            Error{ErrorCode::UnknownKeyVersion, u"\"%1\" has no current key"_s.arg(property.name)});
    }
    return property.keys.current()->number;
}

VerbResult changeVersion(Session &session, KeyChange change, QLatin1StringView isNow)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto version = versionOf(session, *property);
    if (!version) {
        return std::unexpected(version.error());
    }
    return changeVersion(session, *property, *version, change, isNow);
}

VerbResult changeVersion(Session &session, const recipes::Property &property, int version, KeyChange change,
                         QLatin1StringView isNow)
{
    const auto changed = (*session.vault()->*change)(property, version);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return reportKeys(session, *changed, u"Version %1 is %2."_s.arg(version).arg(isNow));
}

CliResult<keys::KeyMaterial> readKeyFor(Session &session, const recipes::Recipe &recipe, const QString &path)
{
    const auto typed = session.arguments().optional(u"key-encoding"_s);
    const bool isSecret = recipe.key.type == crypto::KeyType::Secret;
    if (typed && !isSecret) {
        return usageFailure(u"--key-encoding is for secrets; %1 uses a key pair."_s.arg(recipe.vendor));
    }
    auto key = isSecret ? readSecretAs(session, path,
                                       typed ? secretEncodingNamed(*typed) : recipe.key.secretEncoding)
                        : readKey(session, path);
    if (!key) {
        return std::unexpected(key.error());
    }
    if (auto fits = checkKind(recipe, key->material, path); !fits) {
        return std::unexpected(fits.error());
    }
    noteForm(session, recipe, key->material);
    return std::move(key->material);
}

CliResult<keys::KeyMaterial> generateKeyFor(const recipes::Recipe &recipe)
{
    if (recipe.key.issuer == recipes::KeyIssuer::Vendor) {
        return usageFailure(u"%1 issues this key itself. Copy it from %2 into a file and import that."_s.arg(
            recipe.vendor, recipe.key.dashboardPath));
    }
    auto material = keys::generateKey({.type = recipe.key.type, .bits = recipe.key.bits});
    if (!material) {
        return std::unexpected(material.error());
    }
    return *std::move(material);
}

QList<Option> importOptions()
{
    QList<Option> options = keyOptions({});
    options.removeFirst();
    options.first().help = u"how a secret's bytes are written in the file; without it, as the recipe says"_s;
    return options;
}

ExitCode reportKeys(Session &session, const recipes::Property &property, const QString &sentence)
{
    QStringList lines = keyVersionLines(property.keys);
    if (!sentence.isEmpty()) {
        lines.prepend(sentence);
    }
    session.print({{u"property"_s, property.name},
                   {u"id"_s, property.id},
                   {u"keys"_s, keyVersionsToJson(property.keys)}},
                  lines);
    return ExitCode::Done;
}

QStringList keysJsonKeys()
{
    return {u"property"_s, u"id"_s, u"keys"_s};
}

} // namespace countersign::cli
