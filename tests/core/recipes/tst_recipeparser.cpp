#include "core/recipes/recipe.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray recipeText(const QString &name)
{
    return contentOf(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/resources/recipes/%1.json").arg(name));
}

QJsonValue changed(const QJsonValue &value, QJsonArray path, const QJsonObject &change)
{
    if (path.isEmpty()) {
        return change.value(u"remove").toBool() ? QJsonValue(QJsonValue::Undefined) : change.value(u"set");
    }
    const QJsonValue step = path.takeAt(0);
    if (step.isString()) {
        QJsonObject object = value.toObject();
        object.insert(step.toString(),
                      changed(object.value(step.toString()), path, change)); // undefined removes
        return object;
    }
    QJsonArray array = value.toArray();
    const QJsonValue item = changed(array.at(step.toInt()), path, change);
    step.toInt() == array.size() ? array.append(item) : array.replace(step.toInt(), item);
    return array;
}

} // namespace

class TestRecipeParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhereARecipeIsBroken_data();
    void namesWhereARecipeIsBroken();
    void refusesACountBeyondIntegers();
    void refusesATemplateWithoutASampleKey_data();
    void refusesATemplateWithoutASampleKey();
    void refusesADuplicateMember();
    void refusesTextAfterTheRecipe();
    void refusesSomethingOtherThanAnObject();
    void readsEveryPartOfARecipe();
};

/// test_schema.py reads the same table.
void TestRecipeParser::namesWhereARecipeIsBroken_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    const QByteArray table =
        contentOf(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/tests/core/recipes/brokenrecipes.json"));
    const QJsonArray rows = QJsonDocument::fromJson(table).array();
    QVERIFY(rows.size() >= 60);
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const QJsonDocument recipe = QJsonDocument::fromJson(recipeText(row.value(u"recipe").toString()));
        QVERIFY(recipe.isObject());
        const QJsonValue broken = changed(recipe.object(), row.value(u"at").toArray(), row);
        QTest::newRow(qPrintable(row.value(u"name").toString()))
            << QJsonDocument(broken.toObject()).toJson() << row.value(u"detail").toString();
    }
}

void TestRecipeParser::namesWhereARecipeIsBroken()
{
    QFETCH(QByteArray, json);
    const Result<Recipe> recipe = parseRecipe(json);
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::InvalidRecipe);
    QTEST(recipe.error().detail, "detail");
}

/// libstdc++ overflows on it; the sanitizers see that, and test_schema.py's Python cannot read it.
void TestRecipeParser::refusesACountBeyondIntegers()
{
    QByteArray json = recipeText(u"tawk-to"_s);
    json.replace("[0-9a-f]{40}", "[0-9a-f]{66666666666666666666}");
    const Result<Recipe> recipe = parseRecipe(json);
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::InvalidRecipe);
}

void TestRecipeParser::refusesATemplateWithoutASampleKey_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("keyType");
    QTest::newRow("EC") << QByteArray("ES256") << QByteArray("ec");
    QTest::newRow("Ed25519") << QByteArray("EdDSA") << QByteArray("ed25519");
}

/// Two members differ, so test_schema.py's table has no row for it.
void TestRecipeParser::refusesATemplateWithoutASampleKey()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, keyType);
    QByteArray json = recipeText(u"orlo"_s);
    json.replace("\"algorithm\": \"RS256\"", "\"algorithm\": \"" + algorithm + '"');
    json.replace("\"type\": \"rsa\"", "\"type\": \"" + keyType + '"');
    const Result<Recipe> recipe = parseRecipe(json);
    QVERIFY(!recipe);
    QCOMPARE(
        recipe.error(),
        (Error{ErrorCode::InvalidRecipe,
               u"snippets[0].template: there is no sample key of the type of the key to fill it in with"_s}));
}

void TestRecipeParser::refusesADuplicateMember()
{
    QByteArray json = recipeText(u"tau"_s);
    json.replace("\"id\": \"tau\",", "\"id\": \"tau\", \"id\": \"tau\",");
    const Result<Recipe> recipe = parseRecipe(json);
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::InvalidRecipe);
    QVERIFY(recipe.error().detail.contains(u"\"id\""));
}

void TestRecipeParser::refusesTextAfterTheRecipe()
{
    QCOMPARE(parseRecipe(recipeText(u"tau"_s) + "{}").error().code, ErrorCode::InvalidRecipe);
}

void TestRecipeParser::refusesSomethingOtherThanAnObject()
{
    QCOMPARE(parseRecipe("[]").error().code, ErrorCode::InvalidRecipe);
    QCOMPARE(parseRecipe("").error().code, ErrorCode::InvalidRecipe);
}

void TestRecipeParser::readsEveryPartOfARecipe()
{
    const Result<Recipe> recipe = parseRecipe(recipeText(u"orlo"_s));
    QVERIFY2(recipe.has_value(), recipe ? "" : qPrintable(recipe.error().detail));
    QCOMPARE(recipe->monogram, u"Or"_s);
    QCOMPARE(recipe->propertyFields.size(), 3);
    QCOMPARE(recipe->rotation.steps.size(), 6);
    QCOMPARE(recipe->dashboard.first().what, u"Your RSA public key (optional)"_s);
    QCOMPARE(recipe->snippet(u"mobile-url")->side, SnippetSide::Mobile);
    QCOMPARE(recipe->snippet(u"mobile-url")->replacements.at(1).propertyField, u"widgetId"_s);
    QCOMPARE(recipe->proof({})->jwt()->customClaimTexts.label, u"Shown to agents"_s);
    QCOMPARE(recipe->visitorField(u"isLoggedIn")->defaultValue, u"true"_s);
    QVERIFY(!recipe->sources.isEmpty() && !recipe->notes.isEmpty());
    QVERIFY(!recipe->snippet(u"no-such"));
}

QTEST_GUILESS_MAIN(TestRecipeParser)
#include "tst_recipeparser.moc"
