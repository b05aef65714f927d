#include "core/crypto/digest.h"
#include "core/vault/bundle.h"
#include "core/vault/bundlefile_p.h"
#include "core/vault/bundleindex_p.h"
#include "vaultfixture.h"

#include "tests/support/result.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <QtEndian>

using namespace countersign;
using namespace countersign::vault;
using namespace Qt::StringLiterals;

/// Goes on only when the bundle was refused for this reason.
#define QCOMPARE_PROBLEM(result, expected)                                                                   \
    do {                                                                                                     \
        const auto &checkedResult = (result);                                                                \
        QVERIFY2(!checkedResult.has_value(), "opened, and should have been refused");                        \
        QCOMPARE(checkedResult.error().problem, expected);                                                   \
    } while (false)

namespace {

constexpr const char *bundlePassphrase = "a bundle's own passphrase";
constexpr Timestamp once{std::chrono::seconds(1700000000)};

/// A property with a key of every kind and in every status.
PropertyWithKeys everything()
{
    std::vector<keys::KeyMaterial> all;
    all.emplace_back(keys::SecretKey{secret("planted-secret"), keys::SecretEncoding::Text});
    all.emplace_back(keys::SecretKey{secret("\x01\x02\x03"), keys::SecretEncoding::Hex});
    all.emplace_back(*crypto::PrivateKey::generateRsa(2048));
    all.emplace_back(*crypto::PrivateKey::generateEc(crypto::EcCurve::P384));
    all.emplace_back(crypto::PrivateKey::generateEd25519()->publicKey());
    const QList<keys::KeyStatus> statuses{keys::KeyStatus::Revoked, keys::KeyStatus::Previous,
                                          keys::KeyStatus::Current, keys::KeyStatus::Standby,
                                          keys::KeyStatus::Previous};
    PropertyWithKeys whole;
    QList<keys::KeyVersion> versions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto age = std::chrono::seconds(i);
        versions.append({int(i + 1), statuses.at(qsizetype(i)), keys::describe(all[i]),
                         keys::KeyOrigin::Imported, once + age, once + 2 * age,
                         i % 2 ? std::optional(once + 3 * age) : std::nullopt});
        whole.keys.emplace_back(versions.constLast(), std::move(all[i]));
    }
    keys::KeyVersion destroyed = versions.constLast();
    destroyed.number = 9;
    destroyed.status = keys::KeyStatus::Destroyed;
    versions.append(destroyed);
    recipes::Property &property = whole.property;
    property.id = u"00112233445566778899aabbccddeeff"_s;
    property.recipeId = u"orlo"_s;
    property.name = u"Café “Zürich” \U0001F511"_s;
    property.environment = u"Staging"_s;
    property.platform = u"iOS"_s;
    property.fields = {{u"appId"_s, u"<script>\"\\\n"_s}, {u"empty"_s, {}}};
    property.tags = {u"b"_s, u"a"_s};
    property.notes = u"two\nlines"_s;
    property.enforcement = recipes::Enforcement::On;
    property.rotateAfterDays = 0;
    property.archived = true;
    property.keys = *keys::KeySet::fromVersions(versions);
    property.createdAt = once;
    property.updatedAt = once + std::chrono::seconds(7);
    return whole;
}

Bundle bundleOf(PropertyWithKeys property)
{
    Bundle bundle{once, {}};
    bundle.properties.push_back(std::move(property));
    return bundle;
}

QByteArray sealed(const Bundle &bundle)
{
    return sealBundle(bundle, secret(bundlePassphrase), {}).value_or(QByteArray());
}

/// One, made once: sealing derives a key.
const QByteArray &sealedExample()
{
    static const QByteArray bytes = sealed(bundleOf(everything()));
    return bytes;
}

std::expected<Bundle, BundleError> opened(const QByteArray &file, const char *passphrase = bundlePassphrase)
{
    return openBundle(bytesOf(file), secret(passphrase));
}

/// As somebody without the passphrase can make it match again.
QByteArray withChecksum(QByteArray file)
{
    file.chop(32);
    return file + crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(file));
}

void compareKeys(const PropertyWithKeys &actual, const PropertyWithKeys &expected)
{
    QCOMPARE(actual.keys.size(), expected.keys.size());
    for (std::size_t i = 0; i < expected.keys.size(); ++i) {
        QCOMPARE(actual.keys[i].first, expected.keys[i].first);
        QVERIFY(keys::serializeKeyMaterial(actual.keys[i].second)
                    .equals(keys::serializeKeyMaterial(expected.keys[i].second)));
    }
}

} // namespace

/// The file: that it holds everything, and that nothing but an unchanged one opens.
class BundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEverythingBackByteForByte();
    void isWhatItsDescriptionSays();
    void showsNothingOfItsContents();
    void refusesEveryFlippedByte();
    void refusesEveryTruncation();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void refusesAWeakOrExhaustingKeyDerivation_data();
    void refusesAWeakOrExhaustingKeyDerivation();
    void refusesAnEmptyPassphrase();
    void readsItsTextStrictly_data();
    void readsItsTextStrictly();
    void refusesKeysThatAreNotTheOnesDescribed();
};

void BundleTest::bringsEverythingBackByteForByte()
{
    const PropertyWithKeys expected = everything();
    const Bundle given = bundleOf(everything());
    const auto back = opened(sealed(given));
    QVERIFY_RESULT(back);
    QCOMPARE(back->madeAt, once);
    QCOMPARE(back->properties.size(), std::size_t(1));
    recipes::Property property = given.properties.front().property;
    QCOMPARE(back->properties.front().property, property);
    compareKeys(back->properties.front(), given.properties.front());
}

// Another implementation of scrypt, HKDF and AES-256-GCM, following nothing but core/vault/bundle.h.
void BundleTest::isWhatItsDescriptionSays()
{
    const QByteArray script = R"(
        const crypto = require('crypto'), file = require('fs').readFileSync(process.argv[1]);
        const fail = what => { console.error(what); process.exit(1); };
        if (file.toString('latin1', 0, 8) !== 'CSBUNDLE' || file.readUInt32BE(8) !== 1) fail('header');
        const sum = crypto.createHash('sha256').update(file.subarray(0, -32)).digest();
        if (!sum.equals(file.subarray(-32))) fail('checksum');
        const salt = file.subarray(28, 60);
        const derived = crypto.scryptSync(process.argv[2], salt, 32, {N: Number(file.readBigUInt64BE(12)),
            r: file.readUInt32BE(20), p: file.readUInt32BE(24), maxmem: 1 << 28});
        const expand = what => Buffer.from(crypto.hkdfSync('sha256', derived, salt, 'countersign bundle ' + what, 32));
        if (!expand('commitment').equals(file.subarray(60, 92))) fail('commitment');
        const seal = file.subarray(92, -32);
        const aead = crypto.createDecipheriv('aes-256-gcm', expand('key'), seal.subarray(0, 12));
        aead.setAAD(file.subarray(0, 92)).setAuthTag(seal.subarray(-16));
        const inside = Buffer.concat([aead.update(seal.subarray(12, -16)), aead.final()]);
        const size = Number(inside.readBigUInt64BE(0));
        const index = JSON.parse(inside.toString('utf8', 8, 8 + size));
        const sizes = index.properties.flatMap(p => p.keyVersions.map(v => v.keySize));
        if (8 + size + sizes.reduce((a, b) => a + b, 0) !== inside.length) fail('sizes');
        console.log(index.properties[0].name + '|' + inside.toString('latin1', 8 + size).includes('planted-secret'));
    )";
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"bundle"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sealedExample());
    file.close();
    QProcess node;
    node.start(u"node"_s,
               {u"-e"_s, QString::fromUtf8(script), file.fileName(), QString::fromLatin1(bundlePassphrase)});
    QVERIFY2(node.waitForFinished(60'000) && node.exitCode() == 0, node.readAllStandardError().constData());
    QCOMPARE(QString::fromUtf8(node.readAllStandardOutput().trimmed()),
             everything().property.name + u"|true"_s);
}

void BundleTest::showsNothingOfItsContents()
{
    for (const char *planted : {"planted", "orlo", "Staging", "keyVersions"}) {
        QVERIFY2(!sealedExample().contains(planted), planted);
    }
}

void BundleTest::refusesEveryFlippedByte()
{
    for (qsizetype at = 0; at < sealedExample().size(); ++at) {
        QByteArray changed = sealedExample();
        changed[at] = char(changed.at(at) ^ 0x40);
        const BundleProblem expected = at < 8    ? BundleProblem::NotABundle
                                       : at < 12 ? BundleProblem::TooNew // any format but the first is newer
                                                 : BundleProblem::Damaged;
        QCOMPARE_PROBLEM(opened(changed), expected);
    }
}

void BundleTest::refusesEveryTruncation()
{
    for (qsizetype size = 0; size < sealedExample().size(); ++size) {
        QCOMPARE_PROBLEM(opened(sealedExample().first(size)),
                         size < 8 ? BundleProblem::NotABundle : BundleProblem::Damaged);
    }
    QCOMPARE_PROBLEM(opened(sealedExample() + '\0'), BundleProblem::Damaged);
}

void BundleTest::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<BundleProblem>("expected");
    const auto changed = [](qsizetype at, char byte) {
        QByteArray file = sealedExample();
        file[at] = byte;
        return withChecksum(file);
    };
    const QByteArray right = bundlePassphrase;
    QTest::newRow("empty") << QByteArray() << right << BundleProblem::NotABundle;
    QTest::newRow("a vault") << VaultFixture().bytes() << right << BundleProblem::NotABundle;
    QTest::newRow("wrong passphrase") << sealedExample() << right + 'x' << BundleProblem::WrongPassphrase;
    QTest::newRow("no passphrase") << sealedExample() << QByteArray() << BundleProblem::WrongPassphrase;
    QTest::newRow("the next format") << changed(11, 2) << right << BundleProblem::TooNew;
    QTest::newRow("format 0") << changed(11, 0) << right << BundleProblem::Damaged;
    QTest::newRow("another salt") << changed(28, char(sealedExample().at(28) ^ 1)) << right
                                  << BundleProblem::WrongPassphrase;
    QTest::newRow("another commitment")
        << changed(60, char(sealedExample().at(60) ^ 1)) << right << BundleProblem::WrongPassphrase;
    QTest::newRow("another nonce") << changed(92, char(sealedExample().at(92) ^ 1)) << right
                                   << BundleProblem::Damaged;
    QTest::newRow("another text") << changed(200, char(sealedExample().at(200) ^ 1)) << right
                                  << BundleProblem::Damaged;
}

void BundleTest::tellsWhatIsWrong()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, passphrase);
    QFETCH(const BundleProblem, expected);
    QCOMPARE_PROBLEM(opened(file, passphrase.constData()), expected);
}

void BundleTest::refusesAWeakOrExhaustingKeyDerivation_data()
{
    QTest::addColumn<quint64>("cost");
    QTest::addColumn<quint32>("parallelization");
    QTest::newRow("weak") << quint64{1} << quint32{1};
    QTest::newRow("a petabyte") << (quint64{1} << 40) << quint32{1};
    QTest::newRow("for ever") << (quint64{1} << 17) << quint32{1000};
}

void BundleTest::refusesAWeakOrExhaustingKeyDerivation()
{
    QFETCH(const quint64, cost);
    QFETCH(const quint32, parallelization);
    QByteArray file = sealedExample();
    qToBigEndian(cost, file.data() + 12);
    qToBigEndian(parallelization, file.data() + 24);
    QCOMPARE_PROBLEM(opened(withChecksum(file)), BundleProblem::Damaged);
    QCOMPARE_ERROR(sealBundle({}, secret(bundlePassphrase), {cost, 8, parallelization}),
                   ErrorCode::InvalidInput);
}

void BundleTest::refusesAnEmptyPassphrase()
{
    QCOMPARE_ERROR(sealBundle(bundleOf(everything()), {}, {}), ErrorCode::InvalidInput);
}

void BundleTest::readsItsTextStrictly_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("named");
    QTest::newRow("member missing") << QByteArray(R"("notes":"two\nlines",)") << QByteArray()
                                    << u"properties[0].notes"_s;
    QTest::newRow("member unknown") << QByteArray(R"("archived":true)")
                                    << QByteArray(R"("archived":true,"more":1)")
                                    << u"properties[0] has a member"_s;
    QTest::newRow("unknown at the top")
        << QByteArray(R"({"madeAt")") << QByteArray(R"({"more":1,"madeAt")") << u"no known name"_s;
    QTest::newRow("member twice") << QByteArray(R"("archived":true)")
                                  << QByteArray(R"("archived":true,"archived":true)") << u"archived"_s;
    QTest::newRow("text for a number")
        << QByteArray(R"("madeAt":1700000000)") << QByteArray(R"("madeAt":"soon")") << u"madeAt"_s;
    QTest::newRow("status of no name") << QByteArray(R"("status":"standby")")
                                       << QByteArray(R"("status":"asleep")") << u"keyVersions[3].status"_s;
    QTest::newRow("two current versions")
        << QByteArray(R"("status":"standby")") << QByteArray(R"("status":"current")") << u"keyVersions"_s;
    QTest::newRow("a destroyed key with bytes")
        << QByteArray(R"("status":"standby")") << QByteArray(R"("status":"destroyed")")
        << u"keyVersions[3].keySize"_s;
    QTest::newRow("id that is none") << QByteArray("00112233445566778899aabbccddeeff")
                                     << QByteArray("../../etc") << u"properties[0].id"_s;
    QTest::newRow("no name") << QByteArray(R"("recipe":"orlo")") << QByteArray(R"("recipe":"")")
                             << u"properties[0]"_s;
    QTest::newRow("text behind it") << QByteArray("}]}") << QByteArray("}]} x") << u""_s;
}

void BundleTest::readsItsTextStrictly()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, named);
    const PropertyWithKeys whole = everything();
    IndexedProperty indexed{whole.property, {}};
    for (const auto &[version, material] : whole.keys) {
        indexed.keySizes.insert(version.number, 10);
    }
    const QByteArray text = writeBundleIndex({once, {indexed}});
    QVERIFY_RESULT(readBundleIndex(text));
    QVERIFY2(text.contains(before), text.constData());
    const auto read = readBundleIndex(QByteArray(text).replace(before, after));
    QCOMPARE_ERROR(read, ErrorCode::InvalidJson);
    QVERIFY2(read.error().detail.contains(named), qPrintable(read.error().detail));
}

void BundleTest::refusesKeysThatAreNotTheOnesDescribed()
{
    PropertyWithKeys changed = everything();
    changed.keys[0].second = secretKey("another secret");
    QCOMPARE_PROBLEM(opened(sealed(bundleOf(std::move(changed)))), BundleProblem::Damaged);
    PropertyWithKeys fewer = everything();
    fewer.keys.pop_back(); // the last version says it has one
    QCOMPARE_PROBLEM(opened(sealed(bundleOf(std::move(fewer)))), BundleProblem::Damaged);
}

Q_DECLARE_METATYPE(countersign::vault::BundleProblem)

QTEST_GUILESS_MAIN(BundleTest)
#include "tst_bundle.moc"
