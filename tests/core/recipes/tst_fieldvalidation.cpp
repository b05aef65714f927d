#include "core/recipes/property.h"
#include "core/recipes/recipecatalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign::recipes;

Q_DECLARE_METATYPE(countersign::recipes::FieldType)

namespace {

constexpr char16_t loneSurrogate[] = {u'a', 0xd800, u'b'};

} // namespace

class TestFieldValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void asksForARequiredValue();
    void measuresAgainstThePatternFirst();
    void takesAnyCodeThatHoldsThePlaceholder();
    void refusesAPrivateKeyInEmbedCode();
    void namesThePropertysOwnName();
    void reportsEveryBadFieldOfAProperty();
};

void TestFieldValidation::saysWhatIsWrong_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence"); // its beginning; empty: nothing is wrong
    const auto row = [](const char *name, FieldType type, const QString &value, const char *sentence = "") {
        QTest::newRow(name) << type << value << QString::fromLatin1(sentence);
    };
    using enum FieldType;
    row("text", Text, u"user123"_s);
    row("text with inner space", Text, u"Ada Lovelace"_s);
    row("text with quotes and markup", Text, u"'\"</script>"_s);
    row("emoji", Text, u"\U0001F600"_s);
    row("empty optional", Text, QString());
    row("space before", Text, u" user123"_s, "There is a space");
    row("space after", Text, u"user123 "_s, "There is a space");
    row("no-break space after", Text, u"user123\u00a0"_s, "There is a space");
    row("line break after", Text, u"user123\n"_s, "This holds a line break");
    row("tab inside", Text, u"user\t123"_s, "This holds a line break");
    row("NUL inside", Text, u"user"_s + QChar(u'\0'), "This holds a line break");
    row("U+2028", Text, u"a\u2028b"_s, "This holds a line break");
    row("lone surrogate", Text, QString::fromUtf16(loneSurrogate, 3), "This holds a broken character");
    row("65536 characters", Text, QString(65536, u'a'));
    row("65537 characters", Text, QString(65537, u'a'), "This is too long");
    row("e-mail", Email, u"ada@example.org"_s);
    row("e-mail with plus", Email, u"ada+chat@example.org"_s);
    row("e-mail at one label", Email, u"root@localhost"_s);
    row("e-mail in other letters", Email, u"zoë@exämple.org"_s);
    row("no @", Email, u"ada.example.org"_s, "This is not an e-mail");
    row("two @", Email, u"ada@b@example.org"_s, "This is not an e-mail");
    row("no host", Email, u"ada@"_s, "This is not an e-mail");
    row("nobody", Email, u"@example.org"_s, "This is not an e-mail");
    row("e-mail with name", Email, u"Ada <ada@example.org>"_s, "This is not an e-mail");
    row("e-mail ending in a dot", Email, u"ada@example."_s, "This is not an e-mail");
    row("phone", Phone, u"+15551234567"_s);
    row("phone without plus", Phone, u"15551234567"_s, "Write the number in international form");
    row("phone with spaces", Phone, u"+1 555 1234567"_s, "Write the number in international form");
    row("phone beyond 15 digits", Phone, u"+1234567890123456"_s, "Write the number in international form");
    row("address", Url, u"https://example.com/ada.png"_s);
    row("address without scheme", Url, u"example.com/ada.png"_s, "This is not a web address");
    row("javascript address", Url, u"javascript:alert(1)"_s, "This is not a web address");
    row("address without host", Url, u"https:///ada.png"_s, "This is not a web address");
    row("Unix time", UnixTime, u"1701967378"_s);
    row("zero", UnixTime, u"0"_s);
    row("milliseconds", UnixTime, u"1701967378000"_s, "This is in milliseconds");
    row("date", UnixTime, u"2023-12-07"_s, "Write a Unix time");
    row("negative time", UnixTime, u"-1"_s, "Write a Unix time");
    row("time with fraction", UnixTime, u"1701967378.5"_s, "Write a Unix time");
    row("time with leading zero", UnixTime, u"01701967378"_s, "Write a Unix time");
    row("number", Number, u"-1.5e3"_s);
    row("number with comma", Number, u"1,5"_s, "Write a number");
    row("number with leading zero", Number, u"007"_s, "Write a number");
    row("true", Boolean, u"true"_s);
    row("True", Boolean, u"True"_s, "Write true or false");
    row("1", Boolean, u"1"_s, "Write true or false");
}

void TestFieldValidation::saysWhatIsWrong()
{
    QFETCH(FieldType, type);
    QFETCH(QString, value);
    QFETCH(QString, sentence);
    FieldRule rule;
    rule.id = u"field"_s;
    rule.type = type;
    const std::optional<FieldProblem> problem = validateField(rule, value);
    QCOMPARE(problem.has_value(), !sentence.isEmpty());
    if (problem) {
        QCOMPARE(problem->fieldId, u"field"_s);
        QVERIFY2(problem->sentence().startsWith(sentence), qPrintable(problem->sentence()));
    }
}

void TestFieldValidation::asksForARequiredValue()
{
    FieldRule rule;
    rule.presence = Presence::Required;
    QCOMPARE(validateField(rule, {})->sentence(), u"This is needed."_s);
    QVERIFY(!validateField(rule, u"x"_s));
}

void TestFieldValidation::measuresAgainstThePatternFirst()
{
    FieldRule rule;
    rule.pattern = u"[0-9a-f]{24}"_s;
    rule.patternHint = u"24 characters, 0-9 and a-f"_s;
    QCOMPARE(validateField(rule, u"5F9C"_s)->sentence(), u"Expected: 24 characters, 0-9 and a-f."_s);
    QCOMPARE(validateField(rule, u"5F9C"_s)->remark.text, u"Expected: %1."_s); // what a catalogue knows
    QVERIFY(validateField(rule, u"5f9c1a2b3c4d5e6f7a8b9c0d5f9c1a2b3c4d5e6f7a8b9c0d"_s));
    QVERIFY(!validateField(rule, u"5f9c1a2b3c4d5e6f7a8b9c0d"_s));
}

void TestFieldValidation::takesAnyCodeThatHoldsThePlaceholder()
{
    FieldRule rule;
    rule.type = FieldType::EmbedCode;
    rule.placeholders = {u"JWT_TOKEN"_s};
    QVERIFY(!validateField(rule, u"<script>\n\tf('JWT_TOKEN');\n</script>\n"_s));
    QCOMPARE(validateField(rule, u"<script>f('')</script>"_s)->sentence(),
             u"The code does not hold JWT_TOKEN. Paste it as the vendor shows it, with JWT_TOKEN in it."_s);
}

void TestFieldValidation::refusesAPrivateKeyInEmbedCode()
{
    FieldRule rule;
    rule.type = FieldType::EmbedCode;
    rule.placeholders = {u"JWT_TOKEN"_s};
    const QString code = u"JWT_TOKEN\n-----BEGIN RSA PRIVATE KEY-----\n"_s;
    QVERIFY(embedCodeProblem(rule, code)->text.startsWith(u"This holds a private key"));
}

void TestFieldValidation::namesThePropertysOwnName()
{
    Property property;
    property.fields.insert(u"appId"_s, u"A1"_s);
    const RecipeCatalog catalog = RecipeCatalog::builtIn().value();
    const Recipe &tau = *catalog.find(u"tau");
    QCOMPARE(validateProperty(tau, property), QList({FieldProblem{u"name"_s, {u"This is needed."_s, {}}}}));
    property.name = QString(65, u'x');
    QCOMPARE(validateProperty(tau, property), QList({FieldProblem{u"name"_s, {u"This is too long."_s, {}}}}));
    property.name = QString(64, u'x');
    QCOMPARE(validateProperty(tau, property), QList<FieldProblem>());
}

void TestFieldValidation::reportsEveryBadFieldOfAProperty()
{
    Property property;
    property.name = u"Shop EU"_s;
    property.fields = {{u"propertyId"_s, u"not-hex"_s}, {u"widgetId"_s, u"Default"_s}};
    const RecipeCatalog catalog = RecipeCatalog::builtIn().value();
    const QList<FieldProblem> problems = validateProperty(*catalog.find(u"tawk-to"), property);
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems.at(0).fieldId, u"propertyId"_s);
    QCOMPARE(problems.at(1).fieldId, u"widgetId"_s);
}

QTEST_GUILESS_MAIN(TestFieldValidation)
#include "tst_fieldvalidation.moc"
