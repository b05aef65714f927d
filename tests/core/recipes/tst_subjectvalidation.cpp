#include "core/recipes/proof.h"
#include "core/recipes/recipecatalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::recipes;

Q_DECLARE_METATYPE(countersign::recipes::Subject)

namespace {

using Fields = QMap<QString, QString>;
using Claims = QList<std::pair<QString, JsonValue>>;

Subject subject(const Fields &fields, const Claims &claims = {},
                std::optional<std::chrono::seconds> expiresIn = {})
{
    return {fields, claims, expiresIn};
}

} // namespace

class TestSubjectValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongWithAVisitor_data();
    void saysWhatIsWrongWithAVisitor();
    void needsWhatIsSigned_data();
    void needsWhatIsSigned();
};

void TestSubjectValidation::saysWhatIsWrongWithAVisitor_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Subject>("visitor");
    QTest::addColumn<QStringList>("problems");
    const Fields ada{{u"name"_s, u"Ada"_s}, {u"isLoggedIn"_s, u"true"_s}};
    const auto row = [](const char *name, const QString &recipe, const QString &rule, const Subject &visitor,
                        const QStringList &problems) {
        QTest::newRow(name) << recipe << rule << visitor << problems;
    };
    row("a user id is enough for TAU", u"tau"_s, {}, subject({{u"userId"_s, u"user123"_s}}), {});
    row("TAU needs a user id", u"tau"_s, {}, subject({}), {u"userId: This is needed."_s});
    row("tawk.to's older object needs the e-mail", u"tawk-to"_s, u"visitor"_s, subject({}),
        {u"email: This is needed."_s});
    row("a field of another proof", u"tawk-to"_s, u"visitor"_s,
        subject({{u"email"_s, u"a@b.org"_s}, {u"userId"_s, u"1"_s}}),
        {u"userId: This proof has no such field."_s});
    row("an empty field of another proof", u"tawk-to"_s, u"visitor"_s,
        subject({{u"email"_s, u"a@b.org"_s}, {u"userId"_s, {}}}), {});
    row("Orlo with name alone", u"orlo"_s, {}, subject(ada), {});
    row("Orlo with isLoggedIn false", u"orlo"_s, {},
        subject({{u"name"_s, u"Ada"_s}, {u"isLoggedIn"_s, u"false"_s}}), {u"isLoggedIn: Expected: true."_s});
    row("all problems at once", u"orlo"_s, {},
        subject({{u"isLoggedIn"_s, u"1"_s}, {u"email"_s, u"ada"_s}}, {{u"name"_s, 1}}),
        {u"name: This is needed."_s, u"isLoggedIn: Expected: true."_s,
         u"email: This is not an e-mail address like ada@example.org."_s,
         u"name: There is already a claim with this name."_s});
    row("custom claims", u"orlo"_s, {}, subject(ada, {{u"User ID"_s, 124}, {u"user_id"_s, 124}}), {});
    row("custom claim without a name", u"orlo"_s, {}, subject(ada, {{u" "_s, 1}}),
        {u" : This field needs a name."_s});
    row("custom claim twice", u"orlo"_s, {}, subject(ada, {{u"A"_s, 1}, {u"A"_s, 2}}),
        {u"A: There is already a claim with this name."_s});
    row("names differ by case", u"orlo"_s, {}, subject(ada, {{u"A"_s, 1}, {u"a"_s, 2}}), {});
    row("custom claim beside a set expiry", u"orlo"_s, {},
        subject(ada, {{u"exp"_s, 1}}, std::chrono::hours(1)),
        {u"exp: There is already a claim with this name."_s});
    row("custom claim for Huggy", u"huggy"_s, {}, subject({{u"userId"_s, u"1"_s}}, {{u"name"_s, u"Ada"_s}}),
        {u"name: This vendor takes no further claims."_s});
    row("custom claim for a hash", u"tau"_s, {}, subject({{u"userId"_s, u"1"_s}}, {{u"name"_s, u"Ada"_s}}),
        {u"name: This vendor takes no further claims."_s});
    row("expiry for Huggy", u"huggy"_s, {}, subject({{u"userId"_s, u"1"_s}}, {}, std::chrono::hours(1)),
        {u"exp: This vendor's proofs carry no expiry."_s});
    row("expiry for a hash", u"tau"_s, {}, subject({{u"userId"_s, u"1"_s}}, {}, std::chrono::hours(1)),
        {u"exp: This vendor's proofs carry no expiry."_s});
    row("expiry in the past", u"orlo"_s, {}, subject(ada, {}, std::chrono::seconds(-1)),
        {u"exp: The expiry must lie ahead."_s});
}

void TestSubjectValidation::saysWhatIsWrongWithAVisitor()
{
    QFETCH(QString, recipe);
    QFETCH(QString, rule);
    QFETCH(Subject, visitor);
    const RecipeCatalog catalog = RecipeCatalog::builtIn().value();
    const Recipe &found = *catalog.find(recipe);
    QStringList problems;
    for (const FieldProblem &problem : validateSubject(found, *found.proof(rule), visitor)) {
        problems.append(problem.fieldId + u": "_s + problem.sentence());
    }
    QTEST(problems, "problems");
}

void TestSubjectValidation::needsWhatIsSigned_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isNeeded");
    QTest::newRow("what is hashed") << u"tau"_s << QString() << u"userId"_s << true;
    QTest::newRow("beside what is hashed") << u"tau"_s << QString() << u"email"_s << false;
    QTest::newRow("what the older object hashes") << u"tawk-to"_s << u"visitor"_s << u"email"_s << true;
    QTest::newRow("a needed claim") << u"huggy"_s << QString() << u"userId"_s << true;
    QTest::newRow("an optional claim") << u"orlo"_s << QString() << u"email"_s << false;
}

void TestSubjectValidation::needsWhatIsSigned()
{
    QFETCH(QString, recipe);
    QFETCH(QString, rule);
    QFETCH(QString, field);
    QFETCH(bool, isNeeded);
    const RecipeCatalog catalog = RecipeCatalog::builtIn().value();
    const Recipe &found = *catalog.find(recipe);
    FieldRule optional = *found.visitorField(field);
    optional.presence = Presence::Optional;
    QCOMPARE(presenceIn(*found.proof(rule), optional) == Presence::Required, isNeeded);
    optional.presence = Presence::Required;
    QVERIFY(presenceIn(*found.proof(rule), optional) == Presence::Required);
}

QTEST_GUILESS_MAIN(TestSubjectValidation)
#include "tst_subjectvalidation.moc"
