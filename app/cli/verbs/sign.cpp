#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/proofcommon.h"
#include "core/recipes/proof.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

struct Assignment
{
    QString name;
    QString value;
};

CliResult<Assignment> parseAssignment(const QString &typed, const QString &option)
{
    const qsizetype equals = typed.indexOf(u'=');
    if (equals <= 0) {
        return usageFailure(u"--%1 takes a name, \"=\" and a value, not \"%2\"."_s.arg(option, typed));
    }
    return Assignment{typed.first(equals), typed.sliced(equals + 1)};
}

/// JSON as the contract asks; a bare word is taken as text, and that is said.
JsonValue claimValue(Session &session, const Assignment &claim)
{
    const auto json = parseJson(claim.value.toUtf8());
    if (json) {
        return *json;
    }
    session.streams().note(
        u"Note: the value of --claim %1 is not JSON; it is signed as the text \"%2\"."_s.arg(claim.name,
                                                                                             claim.value));
    return claim.value;
}

/// The fields that have an option of their own, by the field's id.
const QList<std::pair<QString, QString>> &fieldOptions()
{
    static const QList<std::pair<QString, QString>> options{
        {u"userId"_s, u"user-id"_s}, {u"email"_s, u"email"_s}, {u"name"_s, u"name"_s}};
    return options;
}

CliResult<void> takeField(Session &session, const recipes::ProofRule &rule, const QString &id,
                          const QString &value, const QString &option, recipes::Subject &subject)
{
    if (rule.fields.contains(id)) {
        subject.fields.insert(id, value);
        return {};
    }
    if (option == "field"_L1) {
        return usageFailure(u"The proof \"%1\" has no field \"%2\". It has: %3."_s.arg(
            rule.id, id, rule.fields.join(u", "_s)));
    }
    session.streams().note(
        u"Note: --%1 is not part of the proof \"%2\" and was not signed."_s.arg(option, rule.id));
    return {};
}

CliResult<void> takeFields(Session &session, const recipes::ProofRule &rule, recipes::Subject &subject)
{
    for (const auto &[id, option] : fieldOptions()) {
        const auto value = session.arguments().optional(option);
        if (!value) {
            continue;
        }
        if (auto taken = takeField(session, rule, id, *value, option, subject); !taken) {
            return taken;
        }
    }
    for (const QString &typed : session.arguments().values(u"field"_s)) {
        const auto field = parseAssignment(typed, u"field"_s);
        if (!field) {
            return std::unexpected(field.error());
        }
        if (auto taken = takeField(session, rule, field->name, field->value, u"field"_s, subject); !taken) {
            return taken;
        }
    }
    return {};
}

void takeDefaults(const recipes::Recipe &recipe, const recipes::ProofRule &rule, recipes::Subject &subject)
{
    for (const QString &id : rule.fields) {
        const recipes::FieldRule *field = recipe.visitorField(id);
        if (field != nullptr && !field->defaultValue.isEmpty()) {
            subject.fields.insert(id, field->defaultValue);
        }
    }
}

CliResult<recipes::Subject> readSubject(Session &session, const recipes::Recipe &recipe,
                                        const recipes::ProofRule &rule)
{
    recipes::Subject subject;
    takeDefaults(recipe, rule, subject);
    if (auto taken = takeFields(session, rule, subject); !taken) {
        return std::unexpected(taken.error());
    }
    for (const QString &typed : session.arguments().values(u"claim"_s)) {
        const auto claim = parseAssignment(typed, u"claim"_s);
        if (!claim) {
            return std::unexpected(claim.error());
        }
        subject.customClaims.append({claim->name, claimValue(session, *claim)});
    }
    if (const auto typed = session.arguments().optional(u"expires-in"_s)) {
        const auto duration = parseDuration(*typed, u"expires-in"_s);
        if (!duration) {
            return std::unexpected(duration.error());
        }
        subject.expiresIn = *duration;
    }
    return subject;
}

/// "--user-id" where the field has an option of its own, else "--field phone=VALUE".
QString optionOf(const QString &field)
{
    for (const auto &[id, option] : fieldOptions()) {
        if (id == field) {
            return u"--"_s + option;
        }
    }
    return u"--field %1=VALUE"_s.arg(field);
}

QString nameOf(const recipes::Recipe &recipe, const recipes::Subject &subject, const QString &id)
{
    if (const recipes::FieldRule *field = recipe.visitorField(id)) {
        return u"%1 (%2)"_s.arg(optionOf(id), field->label);
    }
    if (findMember(subject.customClaims, id)) {
        return u"--claim "_s + id;
    }
    return id == u"exp"_s ? u"--expires-in"_s : id;
}

/// Before a key is opened, by the names under which a value is given here.
CliResult<void> checkWhole(const recipes::Recipe &recipe, const recipes::ProofRule &rule,
                           const recipes::Subject &subject)
{
    QStringList sentences;
    for (const recipes::FieldProblem &problem : recipes::validateSubject(recipe, rule, subject)) {
        sentences.append(u"%1: %2"_s.arg(nameOf(recipe, subject, problem.fieldId), problem.sentence()));
    }
    if (sentences.isEmpty()) {
        return {};
    }
    return std::unexpected(Failure{ExitCode::WrongUsage, errorCodeName(ErrorCode::InvalidInput),
                                   u"The proof was not made. "_s + sentences.join(u' ')});
}

/// --key-version, or the current one; only versions that sign may be named.
CliResult<int> signingVersion(const Session &session, const recipes::Property &property)
{
    const keys::KeyVersion *version = property.keys.current();
    if (session.arguments().has(u"key-version"_s)) {
        const int number = static_cast<int>(session.arguments().number(u"key-version"_s));
        version = property.keys.find(number);
        if (version == nullptr) {
            return std::unexpected(
                Error{ErrorCode::UnknownKeyVersion,
                      u"\"%1\" has no version %2"_s.arg(property.name, QString::number(number))});
        }
    }
    if (version == nullptr) {
        return std::unexpected(
            Error{ErrorCode::UnknownKeyVersion, u"\"%1\" has no current key"_s.arg(property.name)});
    }
    const bool isUsable =
        version->status != keys::KeyStatus::Revoked && version->status != keys::KeyStatus::Destroyed;
    if (!isUsable) {
        return std::unexpected(Error{ErrorCode::IllegalKeyTransition,
                                     u"version %1 is %2 and signs nothing"_s.arg(version->number)
                                         .arg(keys::statusName(version->status))});
    }
    return version->number;
}

JsonValue jsonOrNull(const QByteArray &json)
{
    const auto object = parseJsonObject(json);
    return object ? JsonValue(*object) : JsonValue();
}

VerbResult print(Session &session, const recipes::Property &property, const recipes::ProofRule &rule,
                 const recipes::Proof &proof)
{
    if (session.wantsJson()) {
        session.printJson({{u"property"_s, property.name},
                           {u"proof"_s, proof.ruleId},
                           {u"tagName"_s, rule.tagName},
                           {u"alg"_s, proof.algorithm},
                           {u"keyVersion"_s, proof.keyVersion},
                           {u"value"_s, proof.value},
                           {u"header"_s, jsonOrNull(proof.headerJson)},
                           {u"claims"_s, jsonOrNull(proof.payloadJson)}});
        return ExitCode::Done;
    }
    session.streams().printLine(proof.value);
    session.streams().note(u"%1 of \"%2\", %3, key version %4"_s.arg(
        rule.tagName, property.name, proof.algorithm, QString::number(proof.keyVersion)));
    return ExitCode::Done;
}

CliResult<recipes::Proof> makeProof(Session &session, const recipes::Property &property,
                                    const recipes::Recipe &recipe, const recipes::ProofRule &rule)
{
    const auto subject = readSubject(session, recipe, rule);
    if (!subject) {
        return std::unexpected(subject.error());
    }
    if (auto whole = checkWhole(recipe, rule, *subject); !whole) {
        return std::unexpected(whole.error());
    }
    const auto version = signingVersion(session, property);
    if (!version) {
        return std::unexpected(version.error());
    }
    vault::Vault &vault = **session.vault();
    const auto material = vault.keyMaterial(property.id, *version);
    if (!material) {
        return std::unexpected(material.error());
    }
    auto proof = recipes::makeProof(recipe, rule, *subject, *material, *version, session.clock().now());
    if (!proof) {
        return std::unexpected(proof.error());
    }
    if (auto recorded = vault.record(vault::ActivityKind::ProofMade, &property, *version, rule.label);
        !recorded) {
        return std::unexpected(recorded.error());
    }
    return *std::move(proof);
}

VerbResult run(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto recipe = session.recipeOf(*property);
    if (!recipe) {
        return std::unexpected(recipe.error());
    }
    const auto rule = proofRuleOf(session, **recipe);
    if (!rule) {
        return std::unexpected(rule.error());
    }
    const auto proof = makeProof(session, *property, **recipe, **rule);
    if (!proof) {
        return std::unexpected(proof.error());
    }
    return print(session, *property, **rule, *proof);
}

} // namespace

Verb signVerb()
{
    return {.path = u"sign"_s,
            .summary = u"Make the proof of a visitor: a hash or a token"_s,
            .operands = {propertyOperand()},
            .options = {{.name = u"user-id"_s, .valueName = u"U"_s, .help = u"the visitor's user id"_s},
                        {.name = u"email"_s, .valueName = u"E"_s, .help = u"the visitor's e-mail"_s},
                        {.name = u"name"_s, .valueName = u"N"_s, .help = u"the visitor's name"_s},
                        {.name = u"field"_s,
                         .valueName = u"ID=VALUE"_s,
                         .help = u"any other field of the visitor, as \"recipe show\" prints it"_s,
                         .repeat = Repeat::Many},
                        {.name = u"claim"_s,
                         .valueName = u"K=JSON"_s,
                         .help = u"a claim of your own, where the vendor takes them"_s,
                         .repeat = Repeat::Many},
                        {.name = u"expires-in"_s,
                         .valueName = u"TIME"_s,
                         .help = u"90s, 30m, 1h or 7d from now, where the vendor takes it"_s},
                        {.name = u"key-version"_s,
                         .valueName = u"V"_s,
                         .help = u"the key version to sign with; the current one when not given"_s,
                         .kind = ValueKind::Number,
                         .minimum = 1,
                         .maximum = 1'000'000},
                        proofOption()},
            .examples = {u"countersign-cli sign 'Shop EU' --user-id user123"_s,
                         u"countersign-cli sign 'Help desk' --name 'Ada Lovelace' --claim 'Plan=\"Gold\"'"_s},
            .jsonKeys = {u"property"_s, u"proof"_s, u"tagName"_s, u"alg"_s, u"keyVersion"_s, u"value"_s,
                         u"header"_s, u"claims"_s},
            .run = run};
}

} // namespace countersign::cli
