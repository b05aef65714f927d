#include "core/crypto/asymmetrickey.h"
#include "core/crypto/digestbatch.h"
#include "core/crypto/hashkernel_p.h"
#include "core/crypto/macbatch.h"
#include "core/crypto/random.h"
#include "core/crypto/sharedmessages.h"
#include "tests/support/result.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtCrypto>
#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <memory>
#include <set>
#include <thread>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(const countersign::crypto::HashKernel *)
Q_DECLARE_METATYPE(countersign::crypto::HashAlgorithm)

namespace {

struct Vector
{
    QByteArray key;
    QByteArray message;
    const char *sha256;
    const char *sha384;
    const char *sha512;
};

/// RFC 4231 section 4; the fifth is cut to 128 bits there.
const Vector vectors[] = {
    {QByteArray(20, '\x0b'), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
     "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6",
     "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914"
     "eeb61f1702e696c203a126854"},
    {QByteArray("Jefe"), "what do ya want for nothing?",
     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
     "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
     "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a"
     "34d4a6b4b636e070a38bce737"},
    {QByteArray(20, '\xaa'), QByteArray(50, '\xdd'),
     "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
     "88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b2a5ab39dc13814b94e3ab6e101a34f27",
     "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a33"
     "7bee8942674278859e13292fb"},
    {QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819"), QByteArray(50, '\xcd'),
     "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
     "3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e6801dd23c4a7d679ccf8a386c674cffb",
     "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f1974"
     "1120c4f2de2adebeb10a298dd"},
    {QByteArray(20, '\x0c'), "Test With Truncation", "a3b6167473100ee06e0c796c2955552b",
     "3abf34c3503b2a23a46efc619baef897", "415fad6271580a531d4179bc891d87a6"},
    {QByteArray(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
     "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952",
     "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f7"
     "3f63f0aec8b915a985d786598"},
    {QByteArray(131, '\xaa'),
     "This is a test using a larger than block-size key and a larger than block-size data. The key needs to "
     "be hashed before being used by the HMAC algorithm.",
     "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
     "6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5a678cc31e799176d3860e6110c46523e",
     "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944b6022cac3c4982b10d5eeb55c3e4de15134676f"
     "b6de0446065c97440fa8c6a58"},
};

constexpr HashAlgorithm hashes[] = {HashAlgorithm::Sha1, HashAlgorithm::Sha256, HashAlgorithm::Sha384,
                                    HashAlgorithm::Sha512};

const EVP_MD *opensslDigest(HashAlgorithm hash)
{
    const EVP_MD *const digests[] = {EVP_sha1(), EVP_sha256(), EVP_sha384(), EVP_sha512()};
    return digests[static_cast<int>(hash)];
}

/// OpenSSL's one-shot call, in its process-wide context.
QByteArray opensslMac(HashAlgorithm hash, const QByteArray &key, const QByteArray &message)
{
    QByteArray tag(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    HMAC(opensslDigest(hash), key.constData(), static_cast<int>(key.size()), bytesOf(message).data(),
         std::size_t(message.size()), reinterpret_cast<unsigned char *>(tag.data()), &size);
    return tag.first(size);
}

QByteArray qcaMac(HashAlgorithm hash, const QByteArray &key, const QByteArray &message)
{
    static const QString names[] = {u"hmac(sha1)"_s, u"hmac(sha256)"_s, u"hmac(sha384)"_s, u"hmac(sha512)"_s};
    QCA::MessageAuthenticationCode mac(names[static_cast<int>(hash)], QCA::SymmetricKey(key));
    mac.update(message);
    return mac.final().toByteArray();
}

QByteArray bytes(const MacTag &tag, HashAlgorithm hash)
{
    return QByteArray(reinterpret_cast<const char *>(tag.data()), qsizetype(hashSize(hash)));
}

/// Every way this processor can compute, also those that are not chosen.
void addKernels()
{
    QTest::addColumn<HashAlgorithm>("hash");
    QTest::addColumn<const HashKernel *>("kernel");
    for (const HashAlgorithm hash : hashes) {
        for (const HashKernel *kernel : kernelsFor(hash)) {
            QTest::addRow("%s, %s", qPrintable(hashName(hash)), kernel->name) << hash << kernel;
        }
    }
}

struct Texts
{
    explicit Texts(std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            texts.push_back(randomBytes(QRandomGenerator::global()->bounded(1, 301)));
        }
        views.assign(texts.size(), {});
        std::ranges::transform(texts, views.begin(), [](const QByteArray &text) { return bytesOf(text); });
    }
    std::vector<QByteArray> texts;
    std::vector<ByteView> views;
};

} // namespace

class TestMacBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rfc4231_data() { addKernels(); }
    void rfc4231();
    void everyLengthIsOpensslsAndQcas_data() { addKernels(); }
    void everyLengthIsOpensslsAndQcas();
    void everyKeyLengthIsOpensslsAndQcas_data() { addKernels(); }
    void everyKeyLengthIsOpensslsAndQcas();
    void takesAnyNumberOfMixedJobs_data() { addKernels(); }
    void takesAnyNumberOfMixedJobs();
    void digestsAreOpenssls_data() { addKernels(); }
    void digestsAreOpenssls();
    void findsEveryTagThatBeginsAlike_data() { addKernels(); }
    void findsEveryTagThatBeginsAlike();
    void everyKernelPassesTheSelfTest_data() { addKernels(); }
    void everyKernelPassesTheSelfTest();
    void aWrongKernelFailsTheSelfTest();
    void choosesTheFirst();
    void refusesAnEmptyKey();
    void emptyKeyIsAZeroByteInASet();
    void servesManyThreads();

private:
    std::unique_ptr<QCA::Initializer> m_qca;
};

void TestMacBatch::initTestCase()
{
    // Starts QCA as the program does: by itself it loads OpenSSL's legacy provider and never lets go of it.
    QVERIFY(PrivateKey::generateRsa(2048));
    m_qca = std::make_unique<QCA::Initializer>();
    QVERIFY2(QCA::isSupported("hmac(sha256)"),
             "QCA has no provider: install its ossl plugin or set QCA_PLUGIN_PATH");
}

void TestMacBatch::rfc4231()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    for (const Vector &vector : vectors) {
        const ByteView key = bytesOf(vector.key);
        MacTag tag;
        MacKeySet(hash, {&key, 1}, *kernel).computeMacs(0, 1, bytesOf(vector.message), {&tag, 1});
        const QByteArray hex = bytes(tag, hash).toHex();
        if (hash == HashAlgorithm::Sha1) {
            QCOMPARE(hex, opensslMac(hash, vector.key, vector.message).toHex()); // the RFC has none
            continue;
        }
        const QByteArray expected = hash == HashAlgorithm::Sha256   ? vector.sha256
                                    : hash == HashAlgorithm::Sha384 ? vector.sha384
                                                                    : vector.sha512;
        QCOMPARE(hex.first(expected.size()), expected);
    }
}

void TestMacBatch::everyLengthIsOpensslsAndQcas()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    const QByteArray key = randomBytes(32);
    const ByteView keyView = bytesOf(key);
    std::vector<QByteArray> messages;
    std::vector<ByteView> views;
    for (std::size_t size = 0; size <= 300; ++size) {
        messages.push_back(size == 0 ? QByteArray() : randomBytes(size));
    }
    for (const QByteArray &message : messages) {
        views.push_back(bytesOf(message));
    }
    std::vector<MacTag> tags(messages.size());
    MacKeySet(hash, {&keyView, 1}, *kernel).computeMacs(0, views, tags);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        QCOMPARE(bytes(tags[i], hash).toHex(), opensslMac(hash, key, messages[i]).toHex());
        QCOMPARE(bytes(tags[i], hash).toHex(), qcaMac(hash, key, messages[i]).toHex());
    }
}

void TestMacBatch::everyKeyLengthIsOpensslsAndQcas()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    std::vector<QByteArray> keys;
    std::vector<ByteView> views;
    for (std::size_t size = 1; size <= 300; ++size) {
        keys.push_back(randomBytes(size));
    }
    for (const QByteArray &key : keys) {
        views.push_back(bytesOf(key));
    }
    std::vector<MacTag> tags(keys.size());
    const MacKeySet set(hash, views, *kernel);
    QCOMPARE(set.size(), keys.size());
    set.computeMacs(0, keys.size(), bytesOf("user123"), tags);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        QCOMPARE(bytes(tags[i], hash).toHex(), opensslMac(hash, keys[i], "user123").toHex());
        QCOMPARE(bytes(tags[i], hash).toHex(), qcaMac(hash, keys[i], "user123").toHex());
    }
}

void TestMacBatch::takesAnyNumberOfMixedJobs()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    for (std::size_t count = 0; count <= 3 * maximumLanes + 1; ++count) { // full rounds and every rest
        const Texts keys(count);
        const Texts messages(count);
        std::vector<MacJob> jobs;
        for (std::size_t i = 0; i < count; ++i) {
            jobs.push_back({count - 1 - i, messages.views[i]});
        }
        std::vector<MacTag> tags(count);
        MacKeySet(hash, keys.views, *kernel).computeMacs(jobs, tags);
        for (std::size_t i = 0; i < count; ++i) {
            QCOMPARE(bytes(tags[i], hash).toHex(),
                     opensslMac(hash, keys.texts[count - 1 - i], messages.texts[i]).toHex());
        }
    }
}

void TestMacBatch::digestsAreOpenssls()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    std::vector<QByteArray> texts;
    std::vector<ByteView> views;
    for (std::size_t size = 0; size <= 300; ++size) {
        texts.push_back(size == 0 ? QByteArray() : randomBytes(size));
    }
    std::ranges::transform(texts, std::back_inserter(views), [](const auto &text) { return bytesOf(text); });
    std::vector<MacTag> digests(texts.size());
    computeDigests(hash, views, digests, *kernel);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> expected{};
        EVP_Digest(texts[i].constData(), std::size_t(texts[i].size()), expected.data(), nullptr,
                   opensslDigest(hash), nullptr);
        QVERIFY(equalConstantTime(ByteView(digests[i]).first(hashSize(hash)),
                                  ByteView(expected).first(hashSize(hash))));
    }
}

void TestMacBatch::findsEveryTagThatBeginsAlike()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    const Texts keys(90);
    const Texts messages(40);
    const MacKeySet set(hash, keys.views, *kernel);
    const SharedMessages shared(hash, messages.views, *kernel);
    for (const std::size_t count : {1, 7, 8, 16, 33, 80}) { // too few for the lanes, full rounds and rests
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < count; ++i) {
            places.push_back(89 - i);
        }
        std::vector<std::uint32_t> wanted;
        std::set<std::pair<std::size_t, std::size_t>> expected;
        for (std::size_t i = 0; i < 20; ++i) {
            const std::size_t message = 2 * i;
            const std::size_t key = i * count / 20;
            const QByteArray tag = opensslMac(hash, keys.texts[places[key]], messages.texts[message]);
            wanted.push_back(qFromBigEndian<std::uint32_t>(tag.constData()));
            expected.emplace(key, message);
        }
        std::set<std::pair<std::size_t, std::size_t>> found;
        for (const MacPlace &place : set.find(places, shared, wanted)) {
            QVERIFY(found.emplace(place.key, place.message).second);
            const QByteArray tag =
                opensslMac(hash, keys.texts[places[place.key]], messages.texts[place.message]);
            QVERIFY(std::ranges::find(wanted, qFromBigEndian<std::uint32_t>(tag.constData())) !=
                    wanted.end());
        }
        QVERIFY(std::ranges::includes(found, expected));
    }
}

void TestMacBatch::everyKernelPassesTheSelfTest()
{
    QFETCH(HashAlgorithm, hash);
    QFETCH(const HashKernel *, kernel);
    QVERIFY(agreesWithOpenssl(*kernel, hash));
}

void TestMacBatch::aWrongKernelFailsTheSelfTest()
{
    // Right but for one bit in one stream of the second.
    static constexpr HashKernel faulty{"faulty", 2,
                                       [](void *const *states, const unsigned char *const *blocks) {
                                           const HashKernel &right = opensslKernel(HashAlgorithm::Sha256);
                                           right.compress(states, blocks);
                                           right.compress(states + 1, blocks + 1);
                                           *static_cast<unsigned char *>(states[1]) ^= 1;
                                       }};
    QVERIFY(!agreesWithOpenssl(faulty, HashAlgorithm::Sha256));
    // Right one by one, wrong over shared messages.
    static const HashKernel blind{
        "blind", 1, opensslKernel(HashAlgorithm::Sha256).compress,
        [](const unsigned char *const *, std::span<const SharedMessage> messages, std::size_t,
           std::uint32_t *beginnings) { std::ranges::fill_n(beginnings, std::ssize(messages), 0); }};
    QVERIFY(!agreesWithOpenssl(blind, HashAlgorithm::Sha256));
}

void TestMacBatch::choosesTheFirst()
{
    for (const HashAlgorithm hash : hashes) {
        QCOMPARE(kernelFor(hash).name, kernelsFor(hash).front()->name);
        QCOMPARE(kernelsFor(hash).back(), &opensslKernel(hash));
    }
}

void TestMacBatch::refusesAnEmptyKey()
{
    QCOMPARE_ERROR(MacBatch::create(HashAlgorithm::Sha256, {}), ErrorCode::InvalidKey);
}

void TestMacBatch::emptyKeyIsAZeroByteInASet()
{
    const ByteView keys[] = {ByteView(), bytesOf(QByteArrayView("\0", 1))};
    MacTag tags[2];
    MacKeySet(HashAlgorithm::Sha256, keys).computeMacs(0, 2, bytesOf("m"), tags);
    QCOMPARE(bytes(tags[0], HashAlgorithm::Sha256), opensslMac(HashAlgorithm::Sha256, "", "m"));
    QCOMPARE(bytes(tags[1], HashAlgorithm::Sha256), bytes(tags[0], HashAlgorithm::Sha256));
}

void TestMacBatch::servesManyThreads()
{
    const auto batch = MacBatch::create(HashAlgorithm::Sha256, bytesOf("key"));
    const Texts messages(64);
    std::array<std::vector<MacTag>, 4> tags;
    {
        std::vector<std::jthread> threads;
        for (std::vector<MacTag> &own : tags) {
            own.resize(messages.views.size());
            threads.emplace_back([&] {
                for (int round = 0; round < 50; ++round) {
                    batch->computeMacs(messages.views, own);
                }
            });
        }
    }
    for (std::size_t i = 0; i < messages.views.size(); ++i) {
        const QByteArray right = opensslMac(HashAlgorithm::Sha256, "key", messages.texts[i]);
        for (const std::vector<MacTag> &own : tags) {
            QCOMPARE(bytes(own[i], HashAlgorithm::Sha256), right);
        }
    }
}

QTEST_GUILESS_MAIN(TestMacBatch)
#include "tst_macbatch.moc"
