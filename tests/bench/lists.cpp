#include "benchmarks.h"
#include "measure.h"

#include "core/base/filestream.h"
#include "core/bulk/listpreview.h"
#include "core/bulk/listsummary.h"
#include "core/crypto/macbatch.h"
#include "core/jose/compactjws.h"
#include "core/recipes/recipecatalog.h"
#include "ui/models/listresultsmodel.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace countersign::bench {

namespace {

constexpr int hashRows = 1'000'000;
constexpr int tokenRows = 100'000;
constexpr int distinctTokens =
    1'000; ///< signing takes thirteen times as long as verifying; nothing remembers a token
constexpr const char *secretText = "0123456789abcdef0123456789abcdef01234567";

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().detail));
    }
    return *std::move(result);
}

keys::KeyMaterial secret()
{
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(secretText)), keys::SecretEncoding::Text};
}

keys::KeyMaterial copyOf(const keys::KeyMaterial &material)
{
    return must(keys::deserializeKeyMaterial(keys::serializeKeyMaterial(material).bytes()));
}

std::vector<verify::CandidateKey> candidates(const keys::KeyMaterial &material)
{
    verify::CandidateKey key{{}, copyOf(material)};
    key.version.number = 1;
    key.version.status = keys::KeyStatus::Current;
    std::vector<verify::CandidateKey> result;
    result.push_back(std::move(key));
    return result;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s", qPrintable(file.errorString()));
    }
}

QByteArray hashList()
{
    const auto batch = must(crypto::MacBatch::create(crypto::HashAlgorithm::Sha256, bytesOf(secretText)));
    QByteArray list = "id,hash\n";
    list.reserve(90 * hashRows);
    for (int row = 0; row < hashRows; ++row) {
        const QByteArray id = "customer-" + QByteArray::number(row).rightJustified(11, '0'); // 20 bytes
        const ByteView message = bytesOf(id);
        crypto::MacTag tag;
        batch.computeMacs({&message, 1}, {&tag, 1});
        list += id + ',' + encode(ByteView(tag).first(32), Encoding::Hex) + '\n';
    }
    return list;
}

QByteArray tokenList(const keys::KeyMaterial &key)
{
    QByteArrayList tokens;
    for (int n = 0; n < distinctTokens; ++n) {
        const QByteArray claims = R"({"name":"Ada Lovelace","isLoggedIn":true,"email":"ada)" +
                                  QByteArray::number(n) + R"(@example.com"})";
        tokens.append(must(
            jose::signCompact(key, crypto::JwsAlgorithm::RS256, R"({"alg":"RS256","typ":"JWT"})", claims)));
    }
    QByteArray list = "name,token\n";
    for (int row = 0; row < tokenRows; ++row) {
        list += "Ada Lovelace," + tokens[row % distinctTokens] + '\n';
    }
    return list;
}

/// What most people would write.
constexpr const char *pythonScript = R"(
import csv, hashlib, hmac, sys
key = sys.argv[2].encode()
good = 0
with open(sys.argv[1], newline="", encoding="utf-8") as lines:
    for row in csv.DictReader(lines):
        tag = hmac.new(key, row["id"].encode(), hashlib.sha256).hexdigest()
        good += hmac.compare_digest(tag, row["hash"])
print(good)
)";

/// The same with the faster reader and the faster call, which few know.
constexpr const char *fastPythonScript = R"(
import csv, hmac, sys
key = sys.argv[2].encode()
good = 0
with open(sys.argv[1], newline="", encoding="utf-8") as lines:
    rows = csv.reader(lines)
    next(rows)
    for id, tag in rows:
        good += hmac.compare_digest(hmac.digest(key, id.encode(), "sha256").hex(), tag)
print(good)
)";

Duration timePython(const char *script, const QString &list)
{
    QProcess python;
    const Duration took = timeOnce([&] {
        python.start(u"python3"_s,
                     {u"-c"_s, QString::fromLatin1(script), list, QString::fromLatin1(secretText)});
        python.waitForFinished(-1);
    });
    if (python.readAllStandardOutput().trimmed().toInt() != hashRows) {
        qFatal("the Python script did not verify every row: %s", python.readAllStandardError().constData());
    }
    return took;
}

bulk::ListRequest requestFor(const QString &path, int threads)
{
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    const auto preview = must(bulk::previewList(file.read(bulk::dialectSampleSize), bulk::Beginning::Part));
    bulk::ListRequest request;
    request.shape = {preview.dialect, preview.guess, preview.fieldCount};
    request.threads = threads;
    return request;
}

/// From the file's name to the totals, the keys made ready too.
Duration timeList(const recipes::Recipe &recipe, const keys::KeyMaterial &key, const QString &path,
                  int threads, quint64 rows)
{
    return timeOnce([&] {
        const SystemClock clock;
        bulk::ListVerification verification(recipe, {}, candidates(key), clock, requestFor(path, threads));
        auto reader = must(FileReader::open(path));
        const std::atomic<bool> cancelled{false};
        const auto totals = must(verification.run(
            [&](std::span<unsigned char> block) { return reader.read(block); }, {}, cancelled));
        const auto summary = bulk::summaryOf(totals, verification.outcomes());
        if (summary.count(bulk::RowKind::Verified) != rows) {
            qFatal("%s", qPrintable(bulk::totalsSentence(summary)));
        }
    });
}

Duration shortestList(const recipes::Recipe &recipe, const keys::KeyMaterial &key, const QString &path,
                      int threads, quint64 rows)
{
    Duration best = timeList(recipe, key, path, threads, rows);
    for (int i = 0; i < 4; ++i) {
        best = std::min(best, timeList(recipe, key, path, threads, rows));
    }
    return best;
}

QString rate(int rows, Duration took)
{
    return u"%1 (%2 rows/s)"_s.arg(text(took))
        .arg(rows / std::chrono::duration<double>(took).count(), 0, 'f', 0);
}

void measureHashes(const recipes::RecipeCatalog &catalog, const QString &path)
{
    write(path, hashList());
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        printNote(u"There is no python3 to measure beside."_s);
        return;
    }
    const recipes::Recipe &recipe = *catalog.find(u"tawk-to");
    const Duration python = timePython(pythonScript, path);
    const Duration fastPython = timePython(fastPythonScript, path);
    const std::pair<int, double> aims[] = {{1, 10}, {2, 18}};
    for (const auto &[threads, aim] : aims) {
        const Duration ours = shortestList(recipe, secret(), path, threads, hashRows);
        const QString name = u"1,000,000 hashes, threads: %1"_s.arg(threads);
        printFigure(name, rate(hashRows, ours),
                    u"Python, csv and hmac: %1 (x %2)"_s.arg(text(python)).arg(python / ours, 0, 'f', 1),
                    u"x %1"_s.arg(aim), python / ours >= aim);
        printNote(u"Python's fastest way, csv.reader and hmac.digest: %1 (x %2)"_s.arg(text(fastPython))
                      .arg(fastPython / ours, 0, 'f', 1));
    }
}

/// OpenSSL alone, with one context for all verifications as `openssl speed` has.
class RawVerifier final
{
public:
    RawVerifier(const crypto::PublicKey &key, const QByteArray &token)
    {
        const QByteArray der = key.spkiDer();
        const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
        m_pkey = d2i_PUBKEY(nullptr, &data, static_cast<long>(der.size()));
        m_context = EVP_PKEY_CTX_new(m_pkey, nullptr);
        EVP_PKEY_verify_init(m_context);
        EVP_PKEY_CTX_set_signature_md(m_context, EVP_sha256());
        const qsizetype dot = token.lastIndexOf('.');
        m_signature = must(decode(token.mid(dot + 1), Encoding::Base64Url));
        EVP_Digest(token.constData(), static_cast<std::size_t>(dot), m_hash.data(), nullptr, EVP_sha256(),
                   nullptr);
    }
    RawVerifier(const RawVerifier &) = delete;
    RawVerifier &operator=(const RawVerifier &) = delete;
    ~RawVerifier()
    {
        EVP_PKEY_CTX_free(m_context);
        EVP_PKEY_free(m_pkey);
    }

    void verify()
    {
        const int verified =
            EVP_PKEY_verify(m_context, reinterpret_cast<const unsigned char *>(m_signature.constData()),
                            static_cast<std::size_t>(m_signature.size()), m_hash.data(), m_hash.size());
        if (verified != 1) {
            qFatal("OpenSSL does not verify the token");
        }
    }

private:
    EVP_PKEY *m_pkey = nullptr;
    EVP_PKEY_CTX *m_context = nullptr;
    QByteArray m_signature;
    std::array<unsigned char, 32> m_hash{};
};

/// How long one verification takes while so many threads verify: what is called a core may be half of one.
Duration timeRawVerify(const crypto::PublicKey &key, const QByteArray &token, int threads)
{
    std::atomic<bool> isOver{false};
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i) {
        others.emplace_back([&] {
            RawVerifier verifier(key, token);
            while (!isOver) {
                verifier.verify();
            }
        });
    }
    RawVerifier verifier(key, token);
    const Duration took = timePerCall([&] { verifier.verify(); });
    isOver = true;
    for (std::thread &other : others) {
        other.join();
    }
    return took;
}

void measureTokens(const recipes::RecipeCatalog &catalog, const QString &path)
{
    const keys::KeyMaterial key = must(keys::generateKey(
        {crypto::KeyType::Rsa, 2048, crypto::EcCurve::P256, keys::GeneratedSecretForm::Hex}));
    const QByteArray list = tokenList(key);
    write(path, list);
    const QByteArray token = list.split('\n').at(1).split(',').at(1);
    const recipes::Recipe &recipe = *catalog.find(u"orlo");
    for (const int threads : {1, QThread::idealThreadCount()}) {
        const Duration raw = timeRawVerify(*keys::publicKeyOf(key), token, threads);
        const Duration ours = shortestList(recipe, key, path, threads, tokenRows);
        const double share = raw * tokenRows / (ours * threads);
        printFigure(
            u"100,000 RS256 tokens, threads: %1"_s.arg(threads), rate(tokenRows, ours),
            u"OpenSSL alone on as many: %1 a verification (x %2)"_s.arg(text(raw)).arg(share, 0, 'f', 2),
            u"x 0.85"_s, share >= 0.85);
    }
}

/// How long the window's thread is held up, and how long the rows are on their way on another.
void measureSort(ui::ListResultsModel &model)
{
    bool isSorted = false;
    QObject::connect(&model, &ui::ListResultsModel::sorted, &model, [&] { isSorted = true; });
    Duration longestHold{};
    const Duration whole = timeOnce([&] {
        longestHold = timeOnce([&] { model.sort(ui::ListResultsModel::Verdict, Qt::DescendingOrder); });
        while (!isSorted) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            longestHold = std::max(longestHold, timeOnce([] { QCoreApplication::processEvents(); }));
        }
    });
    printFigure(u"sort 1,000,000 results, window held up"_s, text(longestHold),
                u"on another thread: %1"_s.arg(text(whole)), u"at most 50 ms"_s,
                longestHold <= std::chrono::milliseconds(50));
}

void measureFilter(const recipes::RecipeCatalog &catalog, const QString &path)
{
    const SystemClock clock;
    const bulk::ListRequest request = requestFor(path, 2);
    bulk::ListVerification verification(*catalog.find(u"tawk-to"), {}, candidates(secret()), clock, request);
    auto reader = must(FileReader::open(path));
    auto results = std::make_shared<ui::ListResults>(ui::ListFile::at(path, request.shape));
    const std::atomic<bool> cancelled{false};
    const auto totals =
        must(verification.run([&](std::span<unsigned char> block) { return reader.read(block); },
                              {[&](const bulk::DoneRows &rows) -> Result<void> {
                                   results->append(rows);
                                   return {};
                               },
                               {}},
                              cancelled));
    results->finish(totals, verification.outcomes());
    ui::ListResultsModel model;
    model.setResults(results);
    Duration slowest{};
    for (const QString &typed : {u"9"_s, u"99"_s, u"customer"_s, u"00999999"_s, u"nobody"_s, u""_s}) {
        ui::ListFilter filter;
        filter.text = typed;
        Duration best = timeOnce([&] { model.setFilter(filter); });
        for (int i = 0; i < 4; ++i) {
            model.setFilter({bulk::RowKind::Malformed, {}, {}});
            best = std::min(best, timeOnce([&] { model.setFilter(filter); }));
        }
        slowest = std::max(slowest, best);
    }
    printFigure(u"filter 1,000,000 results, slowest text"_s, text(slowest), u"a frame of a screen: 16.7 ms"_s,
                u"at most 50 ms"_s, slowest <= std::chrono::milliseconds(50));
    measureSort(model);
}

} // namespace

void measureLists()
{
    printHeading(u"Lists"_s);
    const auto catalog = must(recipes::RecipeCatalog::builtIn());
    const QTemporaryDir folder;
    measureHashes(catalog, folder.filePath(u"hashes.csv"_s));
    measureFilter(catalog, folder.filePath(u"hashes.csv"_s));
}

void measureTokenLists()
{
    printHeading(u"Lists of tokens"_s);
    const auto catalog = must(recipes::RecipeCatalog::builtIn());
    const QTemporaryDir folder;
    measureTokens(catalog, folder.filePath(u"tokens.csv"_s));
}

} // namespace countersign::bench
