#include "core/recipes/recipe.h"
#include "core/recipes/recipesections_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

void requireMatch(const QString &text, const QString &pattern, const QString &path, RecipeFault &fault)
{
    if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch()) {
        fault.report(path, u"\"%1\" does not have the form %2"_s.arg(text, pattern));
    }
}

void readIdentity(ObjectReader &reader, Recipe &recipe)
{
    reader.ignore(u"$schema");
    recipe.id = reader.text(u"id");
    recipe.vendor = reader.text(u"vendor");
    recipe.summary = reader.text(u"summary");
    recipe.monogram = reader.text(u"monogram");
    recipe.color = reader.text(u"color");
    recipe.verificationName = reader.text(u"verificationName");
    recipe.evidence = readEvidence(reader);
    requireMatch(recipe.id, u"[a-z][a-z0-9-]*"_s, u"id"_s, reader.fault());
    requireMatch(recipe.monogram, u"[A-Za-z]{2}"_s, u"monogram"_s, reader.fault());
    requireMatch(recipe.color, u"#[0-9a-f]{6}"_s, u"color"_s, reader.fault());
}

void readRules(ObjectReader &reader, Recipe &recipe)
{
    recipe.propertyFields = reader.objects<FieldRule>(u"propertyFields", readFieldRule);
    recipe.visitorFields = reader.objects<FieldRule>(u"visitorFields", readFieldRule);
    recipe.visitorIdField = reader.optionalText(u"visitorIdField");
    recipe.proofs = reader.objects<ProofRule>(u"proofs", readProofRule);
    recipe.key = reader.object<KeyRule>(u"key", readKeyRule);
    recipe.rotation = reader.object<RotationRule>(u"rotation", readRotationRule);
}

void readReference(ObjectReader &reader, Recipe &recipe)
{
    recipe.dashboard = reader.objects<DashboardEntry>(u"dashboard", readDashboardEntry);
    recipe.errors = reader.objects<VendorError>(u"errors", readVendorError);
    recipe.snippets = reader.objects<SnippetRule>(u"snippets", readSnippetRule);
    recipe.notes = reader.texts(u"notes");
    recipe.sources = reader.objects<Source>(u"sources", readSource);
}

} // namespace

Result<Recipe> parseRecipe(QByteArrayView json)
{
    const Result<JsonObject> object = parseJsonObject(json);
    if (!object) {
        return failure(ErrorCode::InvalidRecipe, object.error().detail);
    }
    RecipeFault fault;
    ObjectReader reader(*object, {}, fault);
    Recipe recipe;
    readIdentity(reader, recipe);
    readRules(reader, recipe);
    readReference(reader, recipe);
    reader.finish();
    checkReferences(recipe, fault);
    if (fault.isFound()) {
        return failure(ErrorCode::InvalidRecipe, fault.detail());
    }
    return recipe;
}

} // namespace countersign::recipes
