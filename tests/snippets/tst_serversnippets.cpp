#include "core/keys/keyreader.h"
#include "core/recipes/proof.h"
#include "core/snippets/snippet.h"
#include "core/snippets/testvector.h"
#include "tests/snippets/runtime.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;
using namespace countersign::test;

/// Every server snippet in its own runtime against the core, byte for byte.
class TestServerSnippets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsTheVectorItStates_data();
    void printsTheVectorItStates();
    void agreesWithTheCore_data();
    void agreesWithTheCore();
    void signsOrloClaimsLikeTheCore_data();
    void signsOrloClaimsLikeTheCore();
    void readsAPrivateKeyThatLostItsLineBreaks_data();
    void readsAPrivateKeyThatLostItsLineBreaks();
    void hashesANumberAsItsDigits_data();
    void hashesANumberAsItsDigits();
    void refusesToRunWithoutKeyOrId_data();
    void refusesToRunWithoutKeyOrId();

private:
    void addSnippetRows(const QStringList &vendors) const;
    const Recipe &recipe(QStringView id) const { return *m_catalog.find(id); }
    QString saved(const QString &vendor, const QString &snippet) const;
    Run execute(const QString &vendor, const QString &snippet, const QStringList &arguments,
                const QByteArray &secret) const;
    Result<Proof> expected(const Recipe &recipe, const Subject &subject, const QByteArray &secret) const;

    RecipeCatalog m_catalog;
    QTemporaryDir m_folder;
    QByteArray m_pem;
    keys::KeyMaterial m_rsaKey;
};

void TestServerSnippets::initTestCase()
{
    m_catalog = RecipeCatalog::builtIn().value();
    QFile file(u":/snippets/rfc7515-a2.pem"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_pem = file.readAll();
    m_rsaKey = std::move(keys::readSingleKey(bytesOf(m_pem))->material);
}

void TestServerSnippets::addSnippetRows(const QStringList &vendors) const
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("snippet");
    for (const QString &vendor : vendors) {
        for (const SnippetRule &rule : recipe(vendor).snippets) {
            if (rule.side == SnippetSide::Server) {
                QTest::addRow("%s, %s", qPrintable(vendor), qPrintable(rule.title)) << vendor << rule.id;
            }
        }
    }
}

QString TestServerSnippets::saved(const QString &vendor, const QString &snippet) const
{
    const Recipe &found = recipe(vendor);
    const snippets::Snippet made =
        snippets::renderSnippet(found, *found.snippet(snippet), propertyWith(found, {})).value();
    return test::writeFile(m_folder.path(), made.fileName, made.text.toUtf8());
}

Run TestServerSnippets::execute(const QString &vendor, const QString &snippet, const QStringList &arguments,
                                const QByteArray &secret) const
{
    const Recipe &found = recipe(vendor);
    return run(runtimeFor(found.snippet(snippet)->language), QStringList{saved(vendor, snippet)} + arguments,
               {{found.key.environmentVariable, secret}});
}

Result<Proof> TestServerSnippets::expected(const Recipe &found, const Subject &subject,
                                           const QByteArray &secret) const
{
    const keys::KeyMaterial key =
        keys::SecretKey{SecretBytes::copyOf(bytesOf(secret)), keys::SecretEncoding::Text};
    const bool isSecret = found.key.type == crypto::KeyType::Secret;
    return makeProof(found, *found.proof({}), subject, isSecret ? key : m_rsaKey, 1, Timestamp());
}

void TestServerSnippets::printsTheVectorItStates_data()
{
    addSnippetRows({u"tawk-to"_s, u"tau"_s, u"orlo"_s, u"huggy"_s});
}

void TestServerSnippets::printsTheVectorItStates()
{
    QFETCH(QString, vendor);
    QFETCH(QString, snippet);
    const Recipe &found = recipe(vendor);
    const bool isSecret = found.key.type == crypto::KeyType::Secret;
    const Run result = execute(vendor, snippet, {snippets::exampleFor(found, *found.proof({}))},
                               isSecret ? QByteArray(snippets::sampleSecret) : m_pem);
    QCOMPARE(result.failure, QString());
    QFile file(saved(vendor, snippet));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray code = file.readAll();
    if (isSecret) {
        QVERIFY(code.contains(result.output));
    } else {
        QVERIFY(code.contains(result.output.left(result.output.lastIndexOf('.')) + '\n'));
        QVERIFY(code.contains("ends with " + result.output.right(24) + '.'));
    }
}

void TestServerSnippets::agreesWithTheCore_data()
{
    addSnippetRows({u"tawk-to"_s, u"tau"_s, u"huggy"_s});
}

void TestServerSnippets::agreesWithTheCore()
{
    QFETCH(QString, vendor);
    QFETCH(QString, snippet);
    const QByteArray secrets[] = {"your_secret_key", "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
                                  "k'\"\\$x ü\xf0\x9f\x98\x80 \n", QByteArray(200, 'k')};
    const QStringList ids{u"user123"_s,       u"0"_s,          u"007"_s,           u"zoë@exämple.org"_s,
                          u"用户-42"_s,       u"\U0001F600"_s, u"e\u0301"_s,       u"O'Hara \"x\""_s,
                          u"back\\slash\\"_s, u"</script>"_s,  u"a/b?c=d&e"_s,     u"${HOME} $x"_s,
                          u"--help"_s,        u"%s\u00a0%d"_s, QString(5000, u'x')};
    for (const QString &id : ids) {
        const QByteArray &secret = secrets[ids.indexOf(id) % std::size(secrets)];
        Subject subject;
        subject.fields.insert(u"userId"_s, id);
        const Result<Proof> proof = expected(recipe(vendor), subject, secret);
        QVERIFY2(proof.has_value(), proof ? "" : qPrintable(proof.error().detail));
        const Run result = execute(vendor, snippet, {id}, secret);
        QCOMPARE(result.failure, QString());
        QCOMPARE(result.output, proof->value.toLatin1());
    }
}

void TestServerSnippets::signsOrloClaimsLikeTheCore_data()
{
    QTest::addColumn<QString>("snippet");
    QTest::addColumn<QStringList>("arguments");
    const QStringList visitors[] = {
        {u"Ada Lovelace"_s},
        {u"Ada Lovelace"_s, u"ada@example.org"_s},
        {u"Ada Lovelace"_s, {}, u"{\"User ID\":124,\"Telephone\":\"01234567890\"}"_s},
        {u"Zoë </script> \"O'Hara\" \\ \U0001F600"_s, u"zoë@exämple.org"_s,
         u"{\"Über / \\\"Feld\\\"\":\"a\u2028b\\u0001\\t\",\"Nested\":{\"a\":[1,null,false,{}],\"b\":0.5},\"Big\":9007199254740991}"_s},
    };
    for (const char *snippet : {"server-python", "server-node", "server-php"}) {
        for (const QStringList &arguments : visitors) {
            QTest::addRow("%s, %s", snippet, qPrintable(arguments.join(u' ')))
                << QString::fromLatin1(snippet) << arguments;
        }
    }
}

void TestServerSnippets::signsOrloClaimsLikeTheCore()
{
    QFETCH(QString, snippet);
    QFETCH(QStringList, arguments);
    Subject subject;
    subject.fields = {
        {u"name"_s, arguments.value(0)}, {u"isLoggedIn"_s, u"true"_s}, {u"email"_s, arguments.value(1)}};
    if (arguments.size() > 2) {
        subject.customClaims = parseJsonObject(arguments.at(2).toUtf8()).value();
    }
    const Result<Proof> proof = expected(recipe(u"orlo"), subject, {});
    QVERIFY2(proof.has_value(), proof ? "" : qPrintable(proof.error().detail));
    const Run result = execute(u"orlo"_s, snippet, arguments, m_pem);
    QCOMPARE(result.failure, QString());
    QCOMPARE(result.output, proof->value.toLatin1());
}

void TestServerSnippets::readsAPrivateKeyThatLostItsLineBreaks_data()
{
    addSnippetRows({u"orlo"_s});
}

void TestServerSnippets::readsAPrivateKeyThatLostItsLineBreaks()
{
    QFETCH(QString, snippet);
    const Run whole = execute(u"orlo"_s, snippet, {u"Ada"_s}, m_pem);
    const Run escaped = execute(u"orlo"_s, snippet, {u"Ada"_s}, QByteArray(m_pem).replace("\n", "\\n"));
    QCOMPARE(escaped.failure, QString());
    QCOMPARE(escaped.output, whole.output);
}

void TestServerSnippets::hashesANumberAsItsDigits_data()
{
    addSnippetRows({u"tawk-to"_s, u"huggy"_s});
}

void TestServerSnippets::hashesANumberAsItsDigits()
{
    QFETCH(QString, vendor);
    QFETCH(QString, snippet);
    const QString path = saved(vendor, snippet);
    const bool isHash = recipe(vendor).proof({})->mac();
    const QString name = vendor == u"huggy" ? u"huggy"_s : u"tawk"_s;
    const QString words = name + (isHash ? u"_hash"_s : u"_token"_s);
    const QString camel = name + (isHash ? u"Hash"_s : u"Token"_s);
    const QString language = recipe(vendor).snippet(snippet)->language;
    QStringList arguments{u"-e"_s, u"console.log(require(process.argv[1]).%1(124))"_s.arg(camel), path};
    if (language == u"python") {
        arguments = {
            u"-c"_s,
            u"import sys; sys.path.insert(0, sys.argv[1]); import %1; print(%1.%1(124))"_s.arg(words),
            m_folder.path()};
    } else if (language == u"php") {
        arguments = {u"-r"_s, u"require $argv[1]; echo %1(124), \"\\n\";"_s.arg(words), path};
    }
    const Run number = run(runtimeFor(language), arguments, {{recipe(vendor).key.environmentVariable, "k"}});
    QCOMPARE(number.failure, QString());
    QCOMPARE(number.output, execute(vendor, snippet, {u"124"_s}, "k").output);
}

void TestServerSnippets::refusesToRunWithoutKeyOrId_data()
{
    addSnippetRows({u"tawk-to"_s, u"tau"_s, u"orlo"_s, u"huggy"_s});
}

void TestServerSnippets::refusesToRunWithoutKeyOrId()
{
    QFETCH(QString, vendor);
    QFETCH(QString, snippet);
    const Run withoutKey = execute(vendor, snippet, {u"user123"_s}, {});
    QVERIFY(!withoutKey.failure.isEmpty());
    QVERIFY((withoutKey.output + withoutKey.errors).contains("is not set"));
    const Run withoutId =
        execute(vendor, snippet, {QString()}, recipe(vendor).key.type == crypto::KeyType::Rsa ? m_pem : "k");
    QVERIFY(!withoutId.failure.isEmpty());
    QVERIFY((withoutId.output + withoutId.errors).contains("needs the"));
}

QTEST_GUILESS_MAIN(TestServerSnippets)
#include "tst_serversnippets.moc"
