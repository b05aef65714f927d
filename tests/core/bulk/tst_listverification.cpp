#include "core/bulk/listsummary.h"
#include "core/keys/keyreader.h"
#include "tests/support/keystatus.h"
#include "tests/support/nomorethreads.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <cstring>
#include <thread>

using namespace countersign;
using namespace countersign::bulk;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp now{std::chrono::seconds(1795215600)}; // 2026-11-20T23:00:00Z

recipes::FieldRule field(const QString &id, recipes::FieldType type)
{
    recipes::FieldRule rule;
    rule.id = id;
    rule.label = id;
    rule.type = type;
    return rule;
}

recipes::ProofRule proofRule(const QString &id, std::variant<recipes::MacRule, recipes::JwtRule> mechanism)
{
    recipes::ProofRule rule;
    rule.id = id;
    rule.label = id + u"()"_s;
    rule.mechanism = std::move(mechanism);
    return rule;
}

/// The rules the rows of tests/data/verify were made for.
recipes::Recipe recipeNamed(const QString &name)
{
    using enum crypto::HashAlgorithm;
    recipes::Recipe recipe;
    recipe.visitorFields = {field(u"userId"_s, recipes::FieldType::Text),
                            field(u"email"_s, recipes::FieldType::Email)};
    if (name == u"hash") {
        recipe.proofs = {proofRule(u"login"_s, recipes::MacRule{Sha256, u"userId"_s, Encoding::Hex}),
                         proofRule(u"visitor"_s, recipes::MacRule{Sha256, u"email"_s, Encoding::Hex}),
                         proofRule(u"base64"_s, recipes::MacRule{Sha256, u"userId"_s, Encoding::Base64})};
        return recipe;
    }
    recipes::JwtRule rule;
    rule.algorithm = name == u"orlo" ? crypto::JwsAlgorithm::RS256 : crypto::JwsAlgorithm::HS256;
    rule.claims = {{name == u"huggy" ? u"jti"_s : u"sub"_s, u"userId"_s, recipes::Presence::Required}};
    rule.expiration = name == u"expiring" ? recipes::Presence::Required : recipes::Presence::Optional;
    recipe.proofs = {proofRule(u"token"_s, rule)};
    return recipe;
}

keys::KeyMaterial materialOf(const QJsonObject &object)
{
    if (object.contains("publicKey"_L1)) {
        return std::move(keys::readSingleKey(bytesOf(object["publicKey"_L1].toString().toUtf8()))->material);
    }
    const QByteArray text = object["secret"_L1].toString().toUtf8();
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(text)), keys::SecretEncoding::Text};
}

std::vector<verify::CandidateKey> keysOf(const QJsonArray &array)
{
    std::vector<verify::CandidateKey> found;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        verify::CandidateKey key{{}, materialOf(object)};
        key.version.number = object["version"_L1].toInt();
        key.version.status = statusNamed(object["status"_L1].toString());
        key.version.statusSince = now - std::chrono::days(17);
        found.push_back(std::move(key));
    }
    return found;
}

QJsonObject readCases(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA_DIR "/verify/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonArray hashKeys()
{
    return readCases(u"hash_cases.json"_s)["keys"_L1].toArray();
}

recipes::Property shop()
{
    recipes::Property property;
    property.name = u"Shop EU"_s;
    return property;
}

struct Visitor
{
    QString id;
    QString email;
    QString proof;
};

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8().replace("\"", "\"\"") + '"';
}

QByteArray listOf(const QList<Visitor> &visitors)
{
    QByteArray list = "id,email,hash\n";
    for (const Visitor &visitor : visitors) {
        list += quoted(visitor.id) + ',' + quoted(visitor.email) + ',' + quoted(visitor.proof) + '\n';
    }
    return list;
}

ByteSource sourceOf(QByteArray content)
{
    return [list = std::move(content),
            at = std::size_t(0)](std::span<unsigned char> room) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(room.size(), static_cast<std::size_t>(list.size()) - at);
        std::memcpy(room.data(), list.constData() + at, count);
        at += count;
        return count;
    };
}

ListRequest requestOf(int threads)
{
    ListRequest request;
    request.shape.dialect.header = HeaderRow::First;
    request.shape.columns = {0, 1, 2};
    request.shape.fieldCount = 3;
    request.threads = threads;
    request.chunkSize = 4096;
    return request;
}

struct Done
{
    QList<Outcome> outcomes;
    QList<quint64> lines;
    ListSummary summary;
};

Done verified(const recipes::Recipe &recipe, std::vector<verify::CandidateKey> keys, const QByteArray &list,
              const ListRequest &request, verify::OtherProperties others = {})
{
    static const FixedClock clock(now);
    ListVerification verification(recipe, shop(), std::move(keys), clock, request, std::move(others));
    Done done;
    const ListObserver observer{[&](const DoneRows &rows) -> Result<void> {
                                    for (const RowResult &row : rows.results) {
                                        done.outcomes.append(rows.outcomes.at(row.outcome));
                                        done.lines.append(row.line);
                                    }
                                    return {};
                                },
                                {}};
    const std::atomic<bool> cancelled{false};
    const auto totals = verification.run(sourceOf(list), observer, cancelled);
    if (totals) {
        done.summary = summaryOf(*totals, verification.outcomes());
    }
    return done;
}

QString outline(RowKind kind, const QString &codes, std::optional<int> version)
{
    return u"%1 %2 %3"_s.arg(rowKindName(kind), codes).arg(version.value_or(0));
}

QString outline(const Outcome &outcome)
{
    return outline(outcome.kind, causeCodes(outcome), outcome.keyVersion);
}

/// What the verifier says of one visitor alone.
QString outline(const verify::Verdict &verdict)
{
    QStringList codes;
    for (const verify::Cause &cause : verdict.causes) {
        codes.append(verify::causeCode(cause.id));
    }
    return u"%1 %2 %3"_s.arg(verify::verdictName(verdict.kind), codes.join(u' '))
        .arg(verdict.keyVersion.value_or(0));
}

QString hmacHex(const QString &message, const QByteArray &key)
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(message.toUtf8(), key, QCryptographicHash::Sha256).toHex());
}

QByteArray secretOf(int version)
{
    for (const QJsonValue &key : hashKeys()) {
        if (key["version"_L1].toInt() == version) {
            return key["secret"_L1].toString().toUtf8();
        }
    }
    return {};
}

QByteArray otherSecret(int property)
{
    return "the-key-of-another-property-" + QByteArray::number(property);
}

/// Properties with a key each, as a large vault has them.
verify::OtherProperties otherProperties(int count)
{
    return [count] {
        std::vector<verify::OtherProperty> others;
        for (int n = 0; n < count; ++n) {
            verify::CandidateKey key{
                {},
                keys::SecretKey{SecretBytes::copyOf(bytesOf(otherSecret(n))), keys::SecretEncoding::Text}};
            key.version.number = 1;
            key.version.status = keys::KeyStatus::Current;
            recipes::Property property;
            property.id = property.name = u"Property %1"_s.arg(n);
            others.push_back({property, {}});
            others.back().keys.push_back(std::move(key));
        }
        return others;
    };
}

/// Visitors whose server makes one of several mistakes, by Qt's own HMAC.
QList<Visitor> mistakenVisitors(int count)
{
    QList<Visitor> visitors;
    for (int n = 0; n < count; ++n) {
        const QString id = u"Cust-%1"_s.arg(n);
        const QString email = u"Person.%1@example.com"_s.arg(n);
        const QString proofs[] = {hmacHex(id, secretOf(3)),
                                  hmacHex(id, secretOf(2)),
                                  hmacHex(id, secretOf(1)),
                                  hmacHex(email, secretOf(3)),
                                  hmacHex(id, secretOf(3)).toUpper(),
                                  hmacHex(id + u'\n', secretOf(3)),
                                  hmacHex(id, secretOf(3) + '\n'),
                                  hmacHex(id.toLower(), secretOf(3)),
                                  hmacHex(email.toLower(), secretOf(1))};
        visitors.append({id, email, proofs[n % std::size(proofs)]});
    }
    return visitors;
}

} // namespace

class tst_ListVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachRowTheVerdictOfTheVerifier_data();
    void givesEachRowTheVerdictOfTheVerifier();
    void whatOneRowTaughtHoldsForTheNext_data();
    void whatOneRowTaughtHoldsForTheNext();
    void searchesOnlyASampleOfWhatStaysUnexplained();
    void namesTheKeyOfAnotherProperty_data();
    void namesTheKeyOfAnotherProperty();
    void namesAnotherPropertyInALargeVault();
    void namesTheKeyPairOfAnotherProperty();
    void malformedRowsInTheMiddleStopNothing();
    void keepsTheOrderOnManyThreads();
    void goesOnWhereNoThreadStarts();
    void endsWhenItIsCancelled_data();
    void endsWhenItIsCancelled();
    void endsAsItsObserverDoes();
    void sumsUpByCause();
    void countsMalformedRowsByThemselves();
    void statesNoRowsDetailForAll();
    void namesTheLineWhoseDetailsItTells();
};

void tst_ListVerification::givesEachRowTheVerdictOfTheVerifier_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QJsonArray>("rows");
    QTest::addColumn<QJsonArray>("keys");
    QTest::addColumn<int>("threads");
    const QJsonObject hashes = readCases(u"hash_cases.json"_s);
    const QJsonObject tokens = readCases(u"token_cases.json"_s);
    const auto rowsWith = [](const QJsonArray &all, QLatin1StringView member, const QString &value) {
        QJsonArray found;
        for (const QJsonValue &row : all) {
            if (row[member].toString() == value && !row.toObject().contains("keys"_L1)) {
                found.append(row);
            }
        }
        return found;
    };
    for (const int threads : {1, 3}) {
        for (const QString &rule : {u""_s, u"visitor"_s, u"base64"_s}) {
            QTest::addRow("hashes %s %d", qPrintable(rule), threads)
                << u"hash"_s << rule << rowsWith(hashes["rows"_L1].toArray(), "rule"_L1, rule) << hashKeys()
                << threads;
        }
        for (const QString &recipe : {u"huggy"_s, u"orlo"_s, u"expiring"_s}) {
            QTest::addRow("tokens %s %d", qPrintable(recipe), threads)
                << recipe << QString() << rowsWith(tokens["rows"_L1].toArray(), "recipe"_L1, recipe)
                << tokens["keySets"_L1][recipe].toArray() << threads;
        }
    }
}

void tst_ListVerification::givesEachRowTheVerdictOfTheVerifier()
{
    QFETCH(QString, recipe);
    QFETCH(QString, rule);
    QFETCH(QJsonArray, rows);
    QFETCH(QJsonArray, keys);
    QFETCH(int, threads);
    QVERIFY(!rows.isEmpty());
    const recipes::Recipe scheme = recipeNamed(recipe);
    const FixedClock clock(now);
    const verify::IdentityVerifier verifier(scheme, shop(), keysOf(keys), clock);
    QList<Visitor> visitors;
    QStringList expected;
    for (const QJsonValue &row : rows) {
        const Visitor visitor{row["userId"_L1].toString(), row["email"_L1].toString(),
                              row["proof"_L1].toString()};
        if (visitor.id.isEmpty() && visitor.email.isEmpty() && visitor.proof.isEmpty()) {
            continue; // a blank row of a list
        }
        visitors.append(visitor);
        expected.append(outline(verifier.verify({visitor.id, visitor.email, visitor.proof, rule, {}})));
    }
    ListRequest request = requestOf(threads);
    request.proofRule = rule;
    const Done done = verified(scheme, keysOf(keys), listOf(visitors), request);
    QStringList found;
    for (const Outcome &outcome : done.outcomes) {
        found.append(outline(outcome));
    }
    QCOMPARE(found, expected);
}

void tst_ListVerification::whatOneRowTaughtHoldsForTheNext_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("two threads") << 2;
}

void tst_ListVerification::whatOneRowTaughtHoldsForTheNext()
{
    QFETCH(int, threads);
    const recipes::Recipe scheme = recipeNamed(u"hash"_s);
    const QList<Visitor> visitors = mistakenVisitors(540);
    const Done done = verified(scheme, keysOf(hashKeys()), listOf(visitors), requestOf(threads));
    QCOMPARE(done.outcomes.size(), visitors.size());
    const FixedClock clock(now);
    const verify::IdentityVerifier verifier(scheme, shop(), keysOf(hashKeys()), clock);
    for (qsizetype at = 0; at < visitors.size(); at += 23) {
        const Visitor &visitor = visitors[at];
        QCOMPARE(outline(done.outcomes[at]),
                 outline(verifier.verify({visitor.id, visitor.email, visitor.proof, {}, {}})));
    }
    QVERIFY2(done.summary.searches < 30, qPrintable(QString::number(done.summary.searches)));
    QCOMPARE(done.summary.notSearched, 0U);
}

void tst_ListVerification::searchesOnlyASampleOfWhatStaysUnexplained()
{
    const recipes::Recipe scheme = recipeNamed(u"hash"_s);
    QList<Visitor> visitors;
    for (int n = 0; n < 120; ++n) {
        visitors.append({u"cust-%1"_s.arg(n), {}, hmacHex(QString::number(n), "nobody's key")});
    }
    visitors.append({u"cust-x"_s, {}, hmacHex(u"cust-x"_s, secretOf(1))}); // explained wherever it stands
    ListRequest request = requestOf(1);
    request.sample = 4;
    const Done done = verified(scheme, keysOf(hashKeys()), listOf(visitors), request);
    QCOMPARE(done.summary.count(RowKind::Failed), 121U);
    QVERIFY2(done.summary.searches < 50, qPrintable(QString::number(done.summary.searches)));
    QVERIFY(done.summary.notSearched > 70);
    ListSummary summary = done.summary;
    QVERIFY(sampleSentence(summary).contains(u" unexplained rows were compared"_s));
    summary.notSearched = 1;
    QVERIFY(sampleSentence(summary).startsWith(u"1 unexplained row was compared"_s));
    QVERIFY(sampleSentence(summary).contains(u"Check it alone"_s));
    QCOMPARE(causeCodes(done.outcomes.first()), u"IDV-KEY-UNKNOWN"_s);
    QCOMPARE(causeCodes(done.outcomes[119]), u"IDV-KEY-UNKNOWN"_s);
}

void tst_ListVerification::namesTheKeyOfAnotherProperty_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("three threads") << 3;
}

/// Far more rows than are searched in full, and all get what the verifier says of each alone.
void tst_ListVerification::namesTheKeyOfAnotherProperty()
{
    QFETCH(const int, threads);
    QList<Visitor> visitors;
    for (int n = 0; n < 100; ++n) {
        const QString id = u"Cust-%1"_s.arg(n);
        const QString email = u"person.%1@example.com"_s.arg(n);
        const QString proofs[] = {hmacHex(id, otherSecret(2)), hmacHex(email, otherSecret(2)),
                                  hmacHex(id, otherSecret(5) + '\n'), hmacHex(id, secretOf(1)),
                                  QString::fromLatin1(otherSecret(4))};
        visitors.append({id, email, proofs[n % std::size(proofs)]});
    }
    const recipes::Recipe scheme = recipeNamed(u"hash"_s);
    const FixedClock clock(now);
    const verify::IdentityVerifier verifier(scheme, shop(), keysOf(hashKeys()), clock, otherProperties(6));
    ListRequest request = requestOf(threads);
    request.sample = 6;
    const Done done = verified(scheme, keysOf(hashKeys()), listOf(visitors), request, otherProperties(6));
    QCOMPARE(done.outcomes.size(), visitors.size());
    QStringList alone; // the rows repeat the first five
    for (const Visitor &visitor : visitors.first(5)) {
        alone.append(outline(verifier.verify({visitor.id, visitor.email, visitor.proof, {}, {}})));
    }
    for (qsizetype row = 0; row < visitors.size(); ++row) {
        const bool isKey = row % 5 == 4; // found by searching alone, so in the sample only
        const QString &expected = alone.at(row % 5);
        QVERIFY(expected.contains(row % 5 == 3 ? "IDV-KEY-REVOKED"_L1
                                  : isKey      ? "IDV-NOT-A-PROOF-KEY"_L1
                                               : "IDV-KEY-OTHER-PROPERTY"_L1));
        if (!isKey || done.outcomes.at(row).isSearchedInFull) {
            QCOMPARE(outline(done.outcomes.at(row)), expected);
        }
    }
}

/// Too many keys to try each with its mistakes: as they are they are tried all the same.
void tst_ListVerification::namesAnotherPropertyInALargeVault()
{
    constexpr int properties = 1'200;
    QList<Visitor> visitors;
    for (int n = 0; n < 300; ++n) {
        const QString id = u"cust-%1"_s.arg(n);
        visitors.append({id, {}, hmacHex(id, otherSecret(properties - 1))});
    }
    const Done done = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), listOf(visitors), requestOf(1),
                               otherProperties(properties));
    QCOMPARE(done.summary.groups.size(), 1);
    QCOMPARE(done.summary.groups.first().rows, 300U);
    QCOMPARE(causeCodes(done.summary.groups.first().outcome), u"IDV-KEY-OTHER-PROPERTY"_s);
    QCOMPARE(done.summary.groups.first().outcome.causes.first().property, u"Property 1199"_s);
    QCOMPARE(done.summary.searches, 1);
}

void tst_ListVerification::namesTheKeyPairOfAnotherProperty()
{
    const auto others = [] {
        std::vector<verify::OtherProperty> found;
        found.push_back({{}, {}});
        found.back().property.id = found.back().property.name = u"Desk"_s;
        for (const QJsonValue &key : readCases(u"token_cases.json"_s)["keySets"_L1]["orlo"_L1].toArray()) {
            found.back().keys.push_back({{}, materialOf(key.toObject())});
            found.back().keys.back().version.number = int(found.back().keys.size());
        }
        return found;
    };
    QJsonArray rows;
    for (const QJsonValue &row : readCases(u"token_cases.json"_s)["rows"_L1].toArray()) {
        if (row["recipe"_L1] == u"orlo"_s && row["verdict"_L1] == u"verified"_s) {
            rows.append(row);
        }
    }
    QVERIFY(!rows.isEmpty());
    QList<Visitor> visitors;
    for (int n = 0; n < 60; ++n) {
        const QJsonValue row = rows[n % rows.size()];
        visitors.append(
            {row["userId"_L1].toString(), row["email"_L1].toString(), row["proof"_L1].toString()});
    }
    std::vector<verify::CandidateKey> own;
    own.push_back({{}, *crypto::PrivateKey::generateRsa(2048)});
    own.back().version.number = 1;
    own.back().version.status = keys::KeyStatus::Current;
    ListRequest request = requestOf(1);
    request.sample = 1;
    const Done done = verified(recipeNamed(u"orlo"_s), std::move(own), listOf(visitors), request, others);
    QCOMPARE(done.outcomes.size(), visitors.size());
    for (const Outcome &outcome : done.outcomes) {
        QVERIFY2(causeCodes(outcome).contains("IDV-KEY-OTHER-PROPERTY"_L1), qPrintable(causeCodes(outcome)));
    }
    QVERIFY(done.summary.searches < 3);
}

void tst_ListVerification::malformedRowsInTheMiddleStopNothing()
{
    const QString good = hmacHex(u"u"_s, secretOf(3));
    QByteArray list = "id,email,hash\n";
    for (int n = 0; n < 300; ++n) {
        list += n == 150   ? "u,,\"" + good.toLatin1() + "\n"
                : n == 151 ? "u," + good.toLatin1() + "\n"
                           : "u,," + good.toLatin1() + "\n";
    }
    for (const int threads : {1, 2}) {
        const Done done = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), list, requestOf(threads));
        QCOMPARE(done.summary.rows, 300U);
        QCOMPARE(done.summary.count(RowKind::Verified), 298U);
        QCOMPARE(done.summary.count(RowKind::Malformed), 2U);
        QCOMPARE(done.outcomes[150].fault, CsvFault::UnclosedQuote);
        QCOMPARE(done.lines[150], 152U);
        QCOMPARE(done.outcomes[151].fault, CsvFault::TooFewFields);
        QCOMPARE(done.outcomes[152].kind, RowKind::Verified);
        QCOMPARE(done.lines[299], 301U);
        QCOMPARE(
            groupExplanation(done.summary.groups[0]),
            u"It is line 152 of the list. Put quotes around the whole field, and write a quote within it "
            "twice."_s);
        QVERIFY(groupExplanation(done.summary.groups[1]).startsWith("It is line 153 of the list. "_L1));
        QCOMPARE(groupHeadline(done.summary.groups[1], done.summary),
                 u"1 of 2 malformed rows: it has fewer fields than the first row"_s);
    }
}

void tst_ListVerification::keepsTheOrderOnManyThreads()
{
    const QList<Visitor> visitors = mistakenVisitors(360);
    ListRequest request = requestOf(5);
    request.chunkSize = 300;
    const Done many = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), listOf(visitors), request);
    const Done one = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), listOf(visitors), requestOf(1));
    QCOMPARE(many.lines, one.lines);
    QCOMPARE(many.outcomes.size(), one.outcomes.size());
    for (qsizetype at = 0; at < one.outcomes.size(); ++at) {
        QCOMPARE(outline(many.outcomes[at]), outline(one.outcomes[at]));
    }
}

void tst_ListVerification::goesOnWhereNoThreadStarts()
{
    const test::NoMoreThreads none;
    if (!none.isInForce()) {
        QSKIP("only glibc lets a test ask for this");
    }
    const QList<Visitor> visitors = mistakenVisitors(200);
    const Done done = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), listOf(visitors), requestOf(2));
    QCOMPARE(done.outcomes.size(), visitors.size());
}

void tst_ListVerification::endsWhenItIsCancelled_data()
{
    whatOneRowTaughtHoldsForTheNext_data();
}

void tst_ListVerification::endsWhenItIsCancelled()
{
    QFETCH(int, threads);
    const FixedClock clock(now);
    const recipes::Recipe scheme = recipeNamed(u"hash"_s);
    ListVerification verification(scheme, shop(), keysOf(hashKeys()), clock, requestOf(threads));
    std::atomic<bool> cancelled{false};
    quint64 delivered = 0;
    const ListObserver observer{[&](const DoneRows &rows) -> Result<void> {
                                    delivered += rows.results.size();
                                    cancelled = delivered > 100;
                                    return {};
                                },
                                {}};
    // A list without end: only the cancelling ends this.
    const QByteArray row = listOf({{u"u"_s, {}, hmacHex(u"u"_s, secretOf(3))}}).split('\n')[1] + '\n';
    const ByteSource source =
        [&row, at = qsizetype(0)](std::span<unsigned char> room) mutable -> Result<std::size_t> {
        for (unsigned char &byte : room) {
            byte = static_cast<unsigned char>(row[at]);
            at = (at + 1) % row.size();
        }
        return room.size();
    };
    const auto totals = verification.run(source, observer, cancelled);
    QVERIFY(totals);
    QVERIFY(totals->isCancelled);
    QCOMPARE(totals->rows, delivered);
}

void tst_ListVerification::endsAsItsObserverDoes()
{
    const FixedClock clock(now);
    const recipes::Recipe scheme = recipeNamed(u"hash"_s);
    for (const int threads : {1, 2}) {
        ListVerification verification(scheme, shop(), keysOf(hashKeys()), clock, requestOf(threads));
        const ListObserver observer{
            [](const DoneRows &) -> Result<void> { return failure(ErrorCode::WriteFailed, u"full"_s); }, {}};
        const std::atomic<bool> cancelled{false};
        const auto totals = verification.run(sourceOf(listOf(mistakenVisitors(500))), observer, cancelled);
        QVERIFY(!totals);
        QCOMPARE(totals.error(), (Error{ErrorCode::WriteFailed, u"full"_s}));
    }
}

void tst_ListVerification::sumsUpByCause()
{
    QList<Visitor> visitors;
    for (int n = 0; n < 40; ++n) {
        const QString id = u"cust-%1"_s.arg(n);
        visitors.append({id, {}, hmacHex(id, secretOf(n < 10 ? 3 : n < 38 ? 1 : 4))});
    }
    const Done done = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), listOf(visitors), requestOf(1));
    QCOMPARE(totalsSentence(done.summary), u"40 rows: 10 verified, 30 failed."_s);
    QCOMPARE(done.summary.groups.size(), 2);
    QCOMPARE(groupHeadline(done.summary.groups[0], done.summary),
             u"28 of 30 failures: a revoked key was used (key version 1)"_s);
    QVERIFY(groupExplanation(done.summary.groups[0]).contains(u"revoked on 3 Nov 2026"_s));
    QCOMPARE(done.summary.groups[1].rows, 2U);
}

void tst_ListVerification::countsMalformedRowsByThemselves()
{
    const QByteArray list = "id,email,hash\nu1,," + hmacHex(u"u1"_s, secretOf(1)).toLatin1() + "\nu2,\n";
    const Done done = verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), list, requestOf(1));
    QCOMPARE(totalsSentence(done.summary), u"2 rows: 1 failed, 1 malformed."_s);
    QCOMPARE(done.summary.groups.size(), 2);
    QCOMPARE(groupHeadline(done.summary.groups[0], done.summary),
             u"1 of 1 failure: a revoked key was used (key version 1)"_s);
    QCOMPARE(groupHeadline(done.summary.groups[1], done.summary),
             u"1 of 1 malformed row: it has fewer fields than the first row"_s);
}

void tst_ListVerification::statesNoRowsDetailForAll()
{
    const QList<Visitor> visitors{{u" u1 "_s, {}, hmacHex(u"u1"_s, secretOf(3))},
                                  {u"1,234"_s, {}, hmacHex(u"1234"_s, secretOf(3))}};
    const auto groupOf = [](const QList<Visitor> &rows) {
        return verified(recipeNamed(u"hash"_s), keysOf(hashKeys()), listOf(rows), requestOf(1)).summary;
    };
    const ListSummary alike = groupOf({visitors[0], visitors[0]});
    const QString white = u"the user id given here comes with white space around it"_s;
    QVERIFY2(groupHeadline(alike.groups.first(), alike).endsWith(white + u" (key version 3)"_s),
             qPrintable(groupHeadline(alike.groups.first(), alike)));
    const ListSummary differing = groupOf(visitors);
    QCOMPARE(differing.groups.size(), 1);
    const QString headline = groupHeadline(differing.groups.first(), differing);
    QVERIFY2(headline.contains(white + u", or similar (key version 3)"_s), qPrintable(headline));
}

void tst_ListVerification::namesTheLineWhoseDetailsItTells()
{
    const Done done =
        verified(recipeNamed(u"hash"_s), keysOf(hashKeys()),
                 listOf({{u"u1"_s, {}, u"undefined"_s}, {u"u2"_s, {}, u"null"_s}}), requestOf(1));
    QCOMPARE(done.summary.groups.size(), 1);
    const QString finding = groupFinding(done.summary.groups.first());
    QVERIFY2(finding.startsWith(
                 u"Details differ from row to row. Of line 2: The page passes the word \"undefined\""_s),
             qPrintable(finding));
}

QTEST_GUILESS_MAIN(tst_ListVerification)
#include "tst_listverification.moc"
