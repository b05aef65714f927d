// The low-level calls are the reference the figures are stated against, and deprecated for anything else.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "benchmarks.h"
#include "measure.h"

#include "core/crypto/hashkernel_p.h"
#include "core/crypto/macbatch.h"
#include "core/verify/hypothesissearch.h"
#include "core/verify/whose.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::bench {

namespace {

using crypto::HashAlgorithm;

constexpr std::size_t idCount = 4096;
constexpr char keyText[] = "0123456789abcdef0123456789abcdef01234567";

QByteArray secretText(int number)
{
    return QByteArray::number(number).rightJustified(40, 'k');
}

/// Ids of 20 bytes, as the figures are stated for.
struct Ids
{
    Ids()
    {
        for (std::size_t i = 0; i < idCount; ++i) {
            texts.push_back(QByteArray::number(i).rightJustified(20, 'u'));
        }
        for (const QByteArray &text : texts) {
            views.push_back(bytesOf(text));
        }
    }
    std::vector<QByteArray> texts;
    std::vector<ByteView> views;
};

/// Inner and outer state saved once, then OpenSSL's low-level SHA-256 twice for each message.
class SavedStates final
{
public:
    explicit SavedStates(QByteArrayView key)
    {
        start(&m_inner, key, 0x36);
        start(&m_outer, key, 0x5c);
    }

    void compute(ByteView message, unsigned char *tag) const
    {
        SHA256_CTX context = m_inner;
        SHA256_Update(&context, message.data(), message.size());
        SHA256_Final(tag, &context);
        context = m_outer;
        SHA256_Update(&context, tag, SHA256_DIGEST_LENGTH);
        SHA256_Final(tag, &context);
    }

private:
    static void start(SHA256_CTX *context, QByteArrayView key, unsigned char pad)
    {
        std::array<unsigned char, SHA256_CBLOCK> block;
        block.fill(pad);
        for (qsizetype i = 0; i < key.size(); ++i) {
            block[static_cast<std::size_t>(i)] ^= static_cast<unsigned char>(key[i]);
        }
        SHA256_Init(context);
        SHA256_Update(context, block.data(), block.size());
    }

    SHA256_CTX m_inner;
    SHA256_CTX m_outer;
};

QString rate(Duration perCall, std::size_t count)
{
    return u"%1 M/s"_s.arg(static_cast<double>(count) / perCall.count() * 1e3, 0, 'f', 1);
}

void measureMacs()
{
    const Ids ids;
    const ByteView key = bytesOf(keyText);
    const crypto::MacKeySet keys(HashAlgorithm::Sha256, {&key, 1});
    const SavedStates reference(keyText);
    std::vector<crypto::MacTag> tags(idCount);
    const Pair pair = timeBoth([&] { keys.computeMacs(0, ids.views, tags); },
                               [&] {
                                   for (std::size_t i = 0; i < idCount; ++i) {
                                       reference.compute(ids.views[i], tags[i].data());
                                   }
                               });
    const double ratio = pair.reference / pair.ours;
    printNote(
        u"HMAC-SHA256 by: %1."_s.arg(QString::fromLatin1(crypto::kernelFor(HashAlgorithm::Sha256).name)));
    printFigure(u"HMAC of a 20-byte id, one key"_s, rate(pair.ours, idCount),
                u"low-level SHA-256, saved states: %1 (x %2)"_s.arg(rate(pair.reference, idCount))
                    .arg(ratio, 0, 'f', 2),
                u"at least x 1.0"_s, ratio >= 1.0);
}

/// How long OpenSSL's one-shot HMAC() takes.
Duration oneShot()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> tag;
    return timePerCall([&] {
        unsigned int size = 0;
        HMAC(EVP_sha256(), keyText, sizeof keyText - 1, bytesOf("user-id-of-20-bytes!").data(), 20,
             tag.data(), &size);
        keep(tag);
    });
}

keys::SecretKey secret(int number)
{
    return {SecretBytes::copyOf(bytesOf(secretText(number))), keys::SecretEncoding::Text};
}

/// With as many mistakes at once as a verification tries: of a vault's keys two, of samples three.
std::vector<verify::SearchKey> searchKeys(std::span<const keys::SecretKey> secrets)
{
    std::vector<const keys::SecretKey *> all;
    std::ranges::transform(secrets, std::back_inserter(all), [](const auto &secret) { return &secret; });
    std::vector<verify::SearchKey> keys;
    for (auto &forms : verify::formsOfSecrets(all)) {
        keys.push_back({static_cast<int>(keys.size()), std::move(forms), 2});
    }
    keys.push_back({-1, verify::sampleKeyForms(), 3});
    return keys;
}

/// A value that nothing explains, so that everything is tried; keys are in the memory and their forms are
/// not.
void measureDiagnosis(Duration reference)
{
    std::vector<keys::SecretKey> secrets;
    for (int i = 0; i < 200 * 5; ++i) {
        secrets.push_back(secret(i));
    }
    verify::SearchResult result;
    Duration best{};
    for (int round = 0; round < 7; ++round) {
        const Duration took = timeOnce([&] {
            const verify::SearchKeys keys(searchKeys(secrets));
            const verify::HypothesisSearch search(
                keys,
                verify::formsOfMessage(
                    {verify::SubjectKind::UserId, u"user123"_s, u"ada@example.com"_s, {}, {}}),
                verify::constructionsFor(HashAlgorithm::Sha256));
            result = search.find({{QByteArray(32, 'x'), {}, 64}});
        });
        best = round == 0 ? took : std::min(best, took);
    }
    const Duration oneByOne = reference * result.tried;
    const double ratio = oneByOne / best;
    printFigure(u"diagnosis: 200 properties x 5 keys"_s, text(best),
                u"%1 HMAC() calls: %2 (x %3)"_s.arg(result.tried).arg(text(oneByOne)).arg(ratio, 0, 'f', 1),
                u"at least x 3, at most 100 ms"_s, ratio >= 3 && best <= std::chrono::milliseconds(100));
}

recipes::Recipe hashRecipe()
{
    recipes::FieldRule field;
    field.id = u"userId"_s;
    recipes::ProofRule rule;
    rule.mechanism = recipes::MacRule{HashAlgorithm::Sha256, field.id, Encoding::Hex};
    recipes::Recipe recipe;
    recipe.visitorFields = {field};
    recipe.proofs = {rule};
    return recipe;
}

std::vector<verify::SearchedProperty> manyProperties(const recipes::Recipe &recipe, int count)
{
    std::vector<verify::SearchedProperty> properties;
    for (int i = 0; i < count; ++i) {
        properties.push_back({&recipe, {}, {}});
        properties.back().property.id = QString::number(i);
        for (int version = 1; version <= 5; ++version) {
            verify::CandidateKey key{{}, secret(5 * i + version)};
            key.version.number = version;
            key.version.status = keys::KeyStatus::Previous;
            properties.back().keys.push_back(std::move(key));
        }
    }
    return properties;
}

/// A hash made with the last of all keys.
void measureWhose(const QString &name, const QByteArray &message, const QByteArray &keyEnd,
                  Duration reference)
{
    constexpr int propertyCount = 10'000;
    const recipes::Recipe recipe = hashRecipe();
    const QByteArray key = secretText(5 * propertyCount) + keyEnd;
    std::array<unsigned char, 32> tag;
    SavedStates(key).compute(bytesOf(message), tag.data());
    const QString hash = QString::fromLatin1(
        QByteArrayView(reinterpret_cast<const char *>(tag.data()), 32).toByteArray().toHex());
    verify::WhoseAnswer answer;
    Duration best{};
    for (int round = 0; round < 3; ++round) {
        auto properties = manyProperties(recipe, propertyCount);
        const Duration took = timeOnce([&] {
            answer = verify::findOwner(std::move(properties), {u"user123"_s, u"ada@example.com"_s, hash},
                                       SystemClock());
        });
        best = round == 0 ? took : std::min(best, took);
    }
    const int tried = answer.hypothesesTried + 5 * propertyCount;
    printFigure(name, text(best), u"%1 HMAC() calls: %2"_s.arg(tried).arg(text(reference * tried)),
                u"at most 1 s"_s,
                best <= std::chrono::seconds(1) && answer.outcome == verify::WhoseOutcome::Found);
}

} // namespace

void measureMacSpeed()
{
    printHeading(u"MACs (one core), diagnosis and whose (every core)"_s);
    measureMacs();
    const Duration reference = oneShot();
    measureDiagnosis(reference);
    measureWhose(u"whose: 10,000 properties x 5 keys"_s, "user123", {}, reference);
    measureWhose(u"whose: the same, one mistake"_s, "user123", "\n", reference);
}

} // namespace countersign::bench
