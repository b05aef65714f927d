#include "core/recipes/recipecatalog.h"
#include "core/snippets/snippet.h"
#include "core/snippets/template_p.h"
#include "core/snippets/testvector.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;
using namespace countersign::snippets;

namespace {

Property propertyOf(const QString &recipeId, const QMap<QString, QString> &fields = {})
{
    Property property;
    property.recipeId = recipeId;
    property.name = u"Shop EU"_s;
    property.fields = fields;
    return property;
}

} // namespace

class TestSnippet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rendersEverySnippetOfEveryRecipe_data();
    void rendersEverySnippetOfEveryRecipe();
    void offersThreeLanguagesForEveryVendor_data();
    void offersThreeLanguagesForEveryVendor();
    void statesTheVendorsTestVector();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void statesATestVectorWhereATokenMustExpire();
    void takesTheRecipesDefault();
    void fillsPlaceholdersOnceAndNotInWhatItPutIn();
    void asksForTheWidgetIdOnlyWhereTheUrlHasItsPlaceholder();
    void failsForATemplateThatIsNotThere();
    void failsForATemplateThatNamesTheUnknown();
    void failsForATemplateThatDoesNotParse();
    void exportsWhatCanBeMade();
    void keepsFilesThatAreThere();

private:
    void addRecipeRows();
    const Recipe &recipe(QStringView id) const { return *m_catalog.find(id); }
    Snippet render(QStringView vendor, QStringView id, const QMap<QString, QString> &fields) const;

    RecipeCatalog m_catalog;
    const QMap<QString, QString> m_fields{
        {u"propertyId"_s, u"5f9c1a2b3c4d5e6f7a8b9c0d"_s},
        {u"appId"_s, u"APP-1"_s},
        {u"widgetId"_s, u"4711"_s},
        {u"embedCode"_s, u"<script>orlo('JWT_TOKEN', 'WIDGET_ID');</script>"_s},
        {u"mobileUrl"_s, u"https://chat.example/WIDGET_ID?jwt=JWT_TOKEN"_s},
        {u"uuid"_s, u"u-1"_s},
        {u"company"_s, u"77"_s},
        {u"contextId"_s, u"c-1"_s},
    };
};

void TestSnippet::initTestCase()
{
    m_catalog = RecipeCatalog::builtIn().value();
}

void TestSnippet::addRecipeRows()
{
    QTest::addColumn<QString>("id");
    for (const Recipe &recipe : m_catalog.recipes()) {
        QTest::newRow(qPrintable(recipe.vendor)) << recipe.id;
    }
}

Snippet TestSnippet::render(QStringView vendor, QStringView id, const QMap<QString, QString> &fields) const
{
    const Recipe &found = recipe(vendor);
    return renderSnippet(found, *found.snippet(id), propertyOf(found.id, fields)).value();
}

void TestSnippet::rendersEverySnippetOfEveryRecipe_data()
{
    addRecipeRows();
}

void TestSnippet::rendersEverySnippetOfEveryRecipe()
{
    QFETCH(QString, id);
    const Result<QList<Snippet>> snippets = renderSnippets(recipe(id), propertyOf(id, m_fields));
    QVERIFY2(snippets.has_value(), snippets ? "" : qPrintable(snippets.error().detail));
    QCOMPARE(snippets->size(), recipe(id).snippets.size());
    for (const Snippet &snippet : *snippets) {
        QVERIFY2(snippet.missing.isEmpty() && !snippet.text.isEmpty(), qPrintable(snippet.id));
        QVERIFY2(snippet.language == u"html" || !snippet.text.contains(u"{{"), qPrintable(snippet.text));
        QVERIFY2(snippet.side == SnippetSide::Server ||
                     !snippet.text.contains(recipe(id).key.environmentVariable),
                 "the name of the secret has no place on a page");
        for (const QString &line : snippet.text.split(u'\n')) {
            QVERIFY2(line.size() <= 150 && line == line.trimmed().rightJustified(line.size()),
                     qPrintable(line));
        }
    }
}

void TestSnippet::offersThreeLanguagesForEveryVendor_data()
{
    addRecipeRows();
}

void TestSnippet::offersThreeLanguagesForEveryVendor()
{
    QFETCH(QString, id);
    for (const QStringView snippet : {u"server-python", u"server-node", u"server-php"}) {
        QVERIFY(recipe(id).snippet(snippet));
        QVERIFY(render(id, snippet, {}).text.contains(recipe(id).key.environmentVariable));
    }
}

void TestSnippet::statesTheVendorsTestVector()
{
    const QString text = render(u"tau", u"server-python", {}).text;
    QVERIFY(text.contains(u"For the user.id `user123` and the key `your_secret_key` this prints\n"
                          "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221\n"));
}

void TestSnippet::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("snippet");
    QTest::addColumn<QString>("left"); // the field left empty
    QTest::addColumn<QString>("missing");
    QTest::newRow("TAU") << u"tau"_s << u"page-config"_s << u"appId"_s << u"App ID"_s;
    QTest::newRow("tawk.to") << u"tawk-to"_s << u"page-start-hidden"_s << u"propertyId"_s << u"Property ID"_s;
    QTest::newRow("Huggy") << u"huggy"_s << u"page-init"_s << u"company"_s << u"Company"_s;
    QTest::newRow("Orlo's code") << u"orlo"_s << u"page-web-php"_s << u"embedCode"_s
                                 << u"Customer data code"_s;
    QTest::newRow("Orlo's URL") << u"orlo"_s << u"mobile-url"_s << u"mobileUrl"_s << u"Mobile URL"_s;
    QTest::newRow("Orlo's widget") << u"orlo"_s << u"mobile-url"_s << u"widgetId"_s << u"Widget ID"_s;
}

void TestSnippet::saysWhatIsMissing()
{
    QFETCH(QString, vendor);
    QFETCH(QString, snippet);
    QFETCH(QString, left);
    QFETCH(QString, missing);
    QMap<QString, QString> fields = m_fields;
    fields.remove(left);
    const Snippet made = render(vendor, snippet, fields);
    QCOMPARE(made.missing, u"Fill in “%1” of this property first."_s.arg(missing));
    QCOMPARE(made.missingField, left);
    QVERIFY(made.text.isEmpty());
}

void TestSnippet::statesATestVectorWhereATokenMustExpire()
{
    Recipe expiring = recipe(u"huggy");
    auto &jwt = std::get<JwtRule>(expiring.proofs.first().mechanism);
    jwt.expiration = Presence::Required;
    jwt.expirySetting = ExpirySetting::Allowed;
    const auto snippets = renderSnippets(expiring, propertyOf(u"huggy"_s, m_fields));
    QVERIFY2(snippets, snippets ? "" : qPrintable(snippets.error().detail));
    const auto proof = testVectorFor(expiring, expiring.proofs.first());
    QCOMPARE(proof->payloadJson, R"({"jti":"user1@company.com","exp":3600})");
}

void TestSnippet::takesTheRecipesDefault()
{
    QVERIFY(render(u"tawk-to", u"page-switch-widget", {{u"propertyId"_s, u"5f9c1a2b3c4d5e6f7a8b9c0d"_s}})
                .text.contains(u"widgetId: 'default'"));
}

void TestSnippet::fillsPlaceholdersOnceAndNotInWhatItPutIn()
{
    const Snippet url = render(u"orlo", u"mobile-url",
                               {{u"widgetId"_s, u"JWT_TOKEN/<7>"_s},
                                {u"mobileUrl"_s, u"https://x/{{WIDGET_ID}}/WIDGET_ID?jwt={{JWT_TOKEN}}"_s}});
    QCOMPARE(url.text, u"https://x/JWT_TOKEN%2F%3C7%3E/JWT_TOKEN%2F%3C7%3E?jwt=TOKEN_FROM_YOUR_SERVER"_s);
}

void TestSnippet::asksForTheWidgetIdOnlyWhereTheUrlHasItsPlaceholder()
{
    const Snippet url = render(u"orlo", u"mobile-url", {{u"mobileUrl"_s, u"https://x/1?jwt=JWT_TOKEN"_s}});
    QCOMPARE(url.text, u"https://x/1?jwt=TOKEN_FROM_YOUR_SERVER"_s);
}

void TestSnippet::failsForATemplateThatIsNotThere()
{
    SnippetRule rule = *recipe(u"tau").snippet(u"server-python");
    rule.templateFile = u"no-such.mustache"_s;
    const Result<Snippet> snippet = renderSnippet(recipe(u"tau"), rule, propertyOf(u"tau"_s));
    QCOMPARE(snippet.error(),
             (Error{ErrorCode::InvalidRecipe, u"the template no-such.mustache cannot be read"_s}));
}

void TestSnippet::failsForATemplateThatNamesTheUnknown()
{
    const Result<FilledTemplate> filled = fillTemplate("a {{colour}}", {{"color", "red"}});
    QCOMPARE(filled.error(), (Error{ErrorCode::InvalidRecipe, u"nothing is named colour"_s}));
}

void TestSnippet::failsForATemplateThatDoesNotParse()
{
    QCOMPARE(fillTemplate("a {{#color}} b", {{"color", "red"}}).error().code, ErrorCode::InvalidRecipe);
}

void TestSnippet::exportsWhatCanBeMade()
{
    const QTemporaryDir directory;
    const QString folder = directory.filePath(u"new/folder"_s);
    const QList<Snippet> snippets = renderSnippets(recipe(u"orlo"), propertyOf(u"orlo"_s)).value();
    const Result<QStringList> written = exportSnippets(snippets, folder);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name),
             QStringList({u"orlo-token.cjs"_s, u"orlo_token.php"_s, u"orlo_token.py"_s}));
    QFile file(written->first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), snippets.first().text);
}

void TestSnippet::keepsFilesThatAreThere()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"tau-config.html"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const QList<Snippet> snippets = renderSnippets(recipe(u"tau"), propertyOf(u"tau"_s, m_fields)).value();
    QCOMPARE(exportSnippets(snippets, directory.path()).error().code, ErrorCode::FileExists);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList({u"tau-config.html"_s}));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
