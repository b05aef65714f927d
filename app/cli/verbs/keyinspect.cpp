#include "app/cli/keyinput.h"
#include "app/cli/verbs.h"
#include "core/keys/fingerprint.h"
#include "core/keys/keyweakness.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

JsonArray weaknessesToJson(const keys::KeyMaterial &material)
{
    JsonArray array;
    for (const keys::KeyWeakness weakness : keys::weaknessesOf(material)) {
        array.append(JsonObject{{u"id"_s, keys::weaknessName(weakness)},
                                {u"text"_s, QString::fromUtf8(keys::weaknessSentence(weakness))}});
    }
    return array;
}

JsonObject toJson(const keys::ReadKey &key)
{
    JsonObject object = keyToJson(keys::describe(key.material));
    object.append({u"form"_s, key.form});
    object.append({u"keyId"_s, key.keyId});
    object.append({u"alg"_s, key.algorithm ? JsonValue(crypto::algorithmName(*key.algorithm)) : JsonValue()});
    const auto publicKey = keys::publicKeyOf(key.material);
    object.append({u"thumbprint"_s, publicKey ? JsonValue(keys::thumbprint(*publicKey)) : JsonValue()});
    object.append({u"mayVerify"_s, key.mayVerify});
    object.append({u"maySign"_s, key.maySign});
    object.append({u"weaknesses"_s, weaknessesToJson(key.material)});
    return object;
}

QStringList linesOf(const keys::ReadKey &key)
{
    const keys::KeyDescription description = keys::describe(key.material);
    QStringList lines{u"Kind         "_s + keys::describeKey(description), u"Form         "_s + key.form,
                      u"Fingerprint  "_s + description.fingerprint};
    if (const auto publicKey = keys::publicKeyOf(key.material)) {
        lines.append(u"Thumbprint   "_s + keys::thumbprint(*publicKey));
        lines.append(u"Private part "_s + (description.hasPrivatePart ? u"yes"_s : u"no"_s));
    }
    if (!key.keyId.isEmpty()) {
        lines.append(u"Key id       "_s + key.keyId);
    }
    if (key.algorithm) {
        lines.append(u"For          %1 only"_s.arg(crypto::algorithmName(*key.algorithm)));
    }
    for (const keys::KeyWeakness weakness : keys::weaknessesOf(key.material)) {
        lines.append(u"Weakness     "_s + QString::fromUtf8(keys::weaknessSentence(weakness)));
    }
    return lines;
}

VerbResult run(Session &session)
{
    const auto keys = readKeys(session, session.arguments().value(u"F"_s));
    if (!keys) {
        return std::unexpected(keys.error());
    }
    JsonArray documents;
    QStringList lines;
    for (const keys::ReadKey &key : *keys) {
        documents.append(toJson(key));
        lines += lines.isEmpty() ? linesOf(key) : QStringList{QString()} + linesOf(key);
    }
    session.print({{u"keys"_s, documents}}, lines);
    return ExitCode::Done;
}

} // namespace

Verb keyInspectVerb()
{
    QList<Option> options = keyOptions({});
    options.removeFirst(); // the file is an operand here
    return {.path = u"key inspect"_s,
            .summary = u"Say what a key file holds: kind, size, fingerprint, weaknesses"_s,
            .description = u"Prints nothing of the key itself."_s,
            .operands = {{u"F"_s, u"a key file of any form; \"-\" reads standard input"_s, ValueKind::File}},
            .options = options,
            .examples = {u"countersign-cli key inspect private.pem"_s},
            .jsonKeys = {u"keys"_s},
            .run = run};
}

} // namespace countersign::cli
