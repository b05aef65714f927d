#include "app/cli/session.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

JsonObject toJson(const recipes::FieldRule &field)
{
    return {{u"id"_s, field.id},
            {u"label"_s, field.label},
            {u"required"_s, field.presence == recipes::Presence::Required},
            {u"hint"_s, field.hint},
            {u"example"_s, field.example}};
}

JsonArray toJson(const QList<recipes::FieldRule> &fields)
{
    JsonArray array;
    for (const recipes::FieldRule &field : fields) {
        array.append(toJson(field));
    }
    return array;
}

QString mechanismOf(const recipes::ProofRule &proof)
{
    if (const recipes::JwtRule *jwt = proof.jwt()) {
        return u"JWT "_s + crypto::algorithmName(jwt->algorithm);
    }
    return u"HMAC of "_s + proof.mac()->messageField;
}

JsonArray proofsToJson(const recipes::Recipe &recipe)
{
    JsonArray array;
    for (const recipes::ProofRule &proof : recipe.proofs) {
        JsonArray fields;
        for (const QString &field : proof.fields) {
            fields.append(field);
        }
        array.append(JsonObject{{u"id"_s, proof.id},
                                {u"label"_s, proof.label},
                                {u"tagName"_s, proof.tagName},
                                {u"mechanism"_s, mechanismOf(proof)},
                                {u"fields"_s, fields}});
    }
    return array;
}

JsonArray snippetsToJson(const recipes::Recipe &recipe)
{
    JsonArray array;
    for (const recipes::SnippetRule &snippet : recipe.snippets) {
        array.append(snippet.id);
    }
    return array;
}

JsonObject keyRuleToJson(const recipes::KeyRule &key)
{
    return {{u"issuer"_s, key.issuer == recipes::KeyIssuer::Vendor ? u"vendor"_s : u"customer"_s},
            {u"form"_s, key.patternHint},
            {u"dashboardPath"_s, key.dashboardPath}};
}

JsonObject toJson(const recipes::Recipe &recipe)
{
    return {{u"id"_s, recipe.id},
            {u"vendor"_s, recipe.vendor},
            {u"summary"_s, recipe.summary},
            {u"evidence"_s, recipes::evidenceName(recipe.evidence)},
            {u"key"_s, keyRuleToJson(recipe.key)},
            {u"propertyFields"_s, toJson(recipe.propertyFields)},
            {u"visitorFields"_s, toJson(recipe.visitorFields)},
            {u"proofs"_s, proofsToJson(recipe)},
            {u"rotation"_s, recipe.rotation.consequence},
            {u"snippets"_s, snippetsToJson(recipe)}};
}

QStringList linesOf(const QString &heading, const QList<recipes::FieldRule> &fields)
{
    QStringList lines{{}, heading};
    for (const recipes::FieldRule &field : fields) {
        const QString need = field.presence == recipes::Presence::Required ? u" (required)"_s : QString();
        lines.append(u"  %1  %2%3"_s.arg(field.id, field.label, need));
        if (!field.hint.isEmpty()) {
            lines.append(u"      "_s + field.hint);
        }
    }
    return lines;
}

QStringList linesOf(const recipes::RotationRule &rotation)
{
    QStringList lines{{}, u"Rotation"_s, u"  "_s + rotation.consequence};
    for (qsizetype i = 0; i < rotation.steps.size(); ++i) {
        lines.append(u"  %1. %2"_s.arg(i + 1).arg(rotation.steps.at(i)));
    }
    return lines;
}

QStringList linesOf(const recipes::Recipe &recipe)
{
    QStringList lines{u"%1 (%2)"_s.arg(recipe.vendor, recipe.id), recipe.summary,
                      u"Evidence: "_s + recipes::evidenceName(recipe.evidence),
                      u"Key: "_s + recipe.key.dashboardPath};
    lines += linesOf(u"Fields of a property: --set ID=VALUE"_s, recipe.propertyFields);
    lines += linesOf(u"Fields of a visitor"_s, recipe.visitorFields);
    lines += {{}, u"Proofs: --proof ID"_s};
    for (const recipes::ProofRule &proof : recipe.proofs) {
        lines.append(u"  %1  %2: %3"_s.arg(proof.id, proof.label, mechanismOf(proof)));
    }
    lines += linesOf(recipe.rotation);
    lines += {{}, u"Snippets"_s};
    for (const recipes::SnippetRule &snippet : recipe.snippets) {
        lines.append(u"  %1  %2"_s.arg(snippet.id, snippet.title));
    }
    return lines;
}

VerbResult run(Session &session)
{
    const QString id = session.arguments().value(u"ID"_s);
    const recipes::Recipe *recipe = session.catalog().find(id);
    if (recipe == nullptr) {
        return std::unexpected(Error{ErrorCode::UnknownRecipe, id});
    }
    session.print(toJson(*recipe), linesOf(*recipe));
    return ExitCode::Done;
}

} // namespace

Verb recipeShowVerb()
{
    return {.path = u"recipe show"_s,
            .summary = u"Show a vendor's scheme: fields, proofs, key, rotation, snippets"_s,
            .operands = {{u"ID"_s, u"as \"recipe list\" prints it"_s}},
            .examples = {u"countersign-cli recipe show tawk-to"_s},
            .jsonKeys = {u"id"_s, u"vendor"_s, u"summary"_s, u"evidence"_s, u"key"_s, u"propertyFields"_s,
                         u"visitorFields"_s, u"proofs"_s, u"rotation"_s, u"snippets"_s},
            .run = run};
}

} // namespace countersign::cli
