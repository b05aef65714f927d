#include "core/snippets/snippet.h"
#include "tests/snippets/runtime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;
using namespace countersign::test;

namespace {

/// Ends a script, a string and a comment in one go, where it is let.
QString hostile()
{
    return u"'\"\\</script><!--&\u2028\nzoë"_s;
}

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    return error.error == QJsonParseError::NoError ? object : QJsonObject{{u"broken"_s, error.errorString()}};
}

QByteArray jsonOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonObject{{u"value"_s, value}}).toJson();
}

} // namespace

/// Every page snippet, filled in with hostile values, does what the vendor's page says and nothing else.
class TestPageSnippets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doesWhatTheVendorAsks_data();
    void doesWhatTheVendorAsks();
    void coversEverySnippetOfTheRecipes();
    void keepsPastedCodeAsItIs_data();
    void keepsPastedCodeAsItIs();

private:
    RecipeCatalog m_catalog;
    QTemporaryDir m_folder;
    const QMap<QString, QString> m_fields{
        {u"propertyId"_s, hostile()},     {u"widgetId"_s, hostile()}, {u"appId"_s, hostile()},
        {u"uuid"_s, hostile()},           {u"company"_s, hostile()},  {u"contextId"_s, hostile()},
        {u"defaultCountry"_s, u"+351"_s},
    };
};

void TestPageSnippets::initTestCase()
{
    m_catalog = RecipeCatalog::builtIn().value();
}

/// In the expected JSON, H is the hostile text; ENCODED_H is what encodeURIComponent makes of it.
void TestPageSnippets::doesWhatTheVendorAsks_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("snippet");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString &vendor, const QString &snippet, const QByteArray &expected,
                        const QString &then = {}) {
        QTest::addRow("%s, %s", qPrintable(vendor), qPrintable(snippet))
            << vendor << snippet << then << expected;
    };
    row(u"tawk-to"_s, u"page-login"_s, R"({"calls": [{"call": "Tawk_API.login", "with": [
            {"hash": "H", "userId": "H", "name": "H", "email": "H", "phone": "H"}, "<function>"]}],
        "logged": ["tawk.to login: ERROR"], "tawk": {"onLoad": "<function>"}})");
    row(u"tawk-to"_s, u"page-set-attributes"_s, R"({"calls": [{"call": "Tawk_API.setAttributes", "with": [
            {"hash": "H", "userId": "H", "name": "H", "email": "H", "phone": "H", "customer-since": "2024"},
            "<function>"]}], "logged": ["tawk.to setAttributes: ERROR"]})");
    row(u"tawk-to"_s, u"page-visitor"_s,
        R"({"tawk": {"visitor": {"name": "H", "email": "H", "hash": "H"}}})");
    row(u"tawk-to"_s, u"page-logout"_s,
        R"({"calls": [{"call": "Tawk_API.logout", "with": ["<function>"]}], "logged": ["tawk.to logout: ERROR"]})");
    row(u"tawk-to"_s, u"page-add-event"_s, R"({"calls": [{"call": "Tawk_API.addEvent", "with": [
            "product-viewed", {"sku": "A0012"}, "<function>"]}], "logged": ["tawk.to addEvent: ERROR"]})");
    row(u"tawk-to"_s, u"page-tags"_s, R"({"calls": [{"call": "Tawk_API.addTags", "with": [
            ["customer", "newsletter"], "<function>"]}], "logged": ["tawk.to tags: ERROR"]})");
    row(u"tawk-to"_s, u"page-start-hidden"_s, R"({"calls": [
            {"call": "Tawk_API.start", "with": [{"showWidget": true}]},
            {"call": "Tawk_API.login", "with": [{"userId": "u", "hash": "h"}, "<function>"]}],
        "logged": ["tawk.to login: ERROR"], "tawk": {"autoStart": false}, "globals": {"Tawk_LoadStart": "<date>"},
        "scripts": [{"tag": "script", "async": true, "src": "https://embed.tawk.to/ENCODED_H/ENCODED_H",
                     "charset": "UTF-8", "crossorigin": "*"
}]
})",
        u"showTawkChat({ userId: 'u', hash: 'h' })"_s);
    row(u"tawk-to"_s, u"page-switch-widget"_s, R"({"calls": [{"call": "Tawk_API.switchWidget", "with": [
            {"propertyId": "H", "widgetId": "H"}, "<function>"]}]})");
    row(u"tau"_s, u"page-config"_s, R"({"globals": {"taubotConfig": {"appId": "H", "user": {
            "id": "H", "hash": "H", "name": "H", "email": "H", "phone": "H", "profile_picture_url": "H",
            "created_at": 1701967378}}}})");
    row(u"huggy"_s, u"page-huggy-data"_s, R"({"globals": {
            "huggyData": {"userIdentifier": "H", "userHash": "H"},
            "$_Huggy": {"defaultCountry": "+351", "uuid": "H", "company": "H"},
            "pwz": {"context": {"id": "H"}}},
        "scripts": [{"tag": "script", "async": true, "src": "https://js.huggy.chat/widget.min.js"}]})");
    row(u"huggy"_s, u"page-login"_s,
        R"({"calls": [{"call": "Huggy.login", "with": [{"userIdentifier": "H", "userHash": "H"}]}]})");
    row(u"huggy"_s, u"page-logout"_s, R"({"calls": [{"call": "Huggy.logout", "with": [false]}]})");
    row(u"huggy"_s, u"page-init"_s, R"({"calls": [{"call": "Huggy.init", "with": [
            {"defaultCountry": "+351", "uuid": "H", "company": "H", "contextID": "H"}]}]})");
}

void TestPageSnippets::doesWhatTheVendorAsks()
{
    QFETCH(QString, vendor);
    QFETCH(QString, snippet);
    QFETCH(QString, then);
    QFETCH(QByteArray, expected);
    const Recipe &recipe = *m_catalog.find(vendor);
    const snippets::Snippet made =
        snippets::renderSnippet(recipe, *recipe.snippet(snippet), propertyWith(recipe, m_fields)).value();
    QJsonObject slots_;
    for (const QString &slot : {u"USER_ID"_s, u"HASH_FROM_YOUR_SERVER"_s, u"NAME"_s, u"EMAIL"_s, u"PHONE"_s,
                                u"PICTURE_URL"_s, u"USER_IDENTIFIER"_s, u"TOKEN_FROM_YOUR_SERVER"_s}) {
        slots_.insert(slot, hostile());
    }
    const Run result =
        run(u"node"_s, {QStringLiteral(COUNTERSIGN_SOURCE_DIR "/tests/snippets/runpage.cjs"),
                        test::writeFile(m_folder.path(), made.fileName, made.text.toUtf8()),
                        QString::fromUtf8(QJsonDocument(slots_).toJson(QJsonDocument::Compact)), then});
    QCOMPARE(result.failure, QString());

    QByteArray hostileJson = QJsonDocument(QJsonArray{hostile()}).toJson(QJsonDocument::Compact).mid(1);
    hostileJson.chop(1);
    expected.replace("ENCODED_H", QUrl::toPercentEncoding(hostile())).replace("\"H\"", hostileJson);
    QJsonObject wanted{{u"calls"_s, QJsonArray()},
                       {u"scripts"_s, QJsonArray()},
                       {u"logged"_s, QJsonArray()},
                       {u"globals"_s, QJsonObject()},
                       {u"tawk"_s, QJsonObject()}};
    const QJsonObject stated = parsed(expected);
    for (auto i = stated.begin(); i != stated.end(); ++i) {
        wanted.insert(i.key(), i.value());
    }
    const QJsonObject found = parsed(result.output);
    for (const QString &part : wanted.keys()) {
        QCOMPARE(jsonOf(found.value(part)), jsonOf(wanted.value(part)));
    }
    QCOMPARE(found.keys(), wanted.keys());
}

void TestPageSnippets::coversEverySnippetOfTheRecipes()
{
    int templates = 0;
    for (const Recipe &recipe : m_catalog.recipes()) {
        templates += int(std::ranges::count_if(recipe.snippets, [](const SnippetRule &rule) {
            return rule.side == SnippetSide::Page && rule.embedField.isEmpty();
        }));
    }
    QCOMPARE(templates, 13); // the rows above
}

void TestPageSnippets::keepsPastedCodeAsItIs_data()
{
    QTest::addColumn<QString>("snippet");
    QTest::addColumn<QString>("slot");
    QTest::newRow("Jinja") << u"page-web-python"_s << u"{{ orlo_token }}"_s;
    QTest::newRow("EJS") << u"page-web-node"_s << u"<%= orloToken %>"_s;
    QTest::newRow("PHP") << u"page-web-php"_s << u"<?= $orloToken ?>"_s;
}

void TestPageSnippets::keepsPastedCodeAsItIs()
{
    QFETCH(QString, snippet);
    QFETCH(QString, slot);
    const QString pasted = u"<script>\r\n\torlo(\"JWT_TOKEN\", {a: {b: '{{x}}'}}, '%1 $&');\r\n</script>\n"_s;
    const Recipe &orlo = *m_catalog.find(u"orlo");
    const snippets::Snippet made =
        snippets::renderSnippet(orlo, *orlo.snippet(snippet), propertyWith(orlo, {{u"embedCode"_s, pasted}}))
            .value();
    QCOMPARE(made.text, QString(pasted).replace(u"JWT_TOKEN"_s, slot));
}

QTEST_GUILESS_MAIN(TestPageSnippets)
#include "tst_pagesnippets.moc"
