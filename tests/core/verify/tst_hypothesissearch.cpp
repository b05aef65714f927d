#include "core/verify/hypothesissearch.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace countersign;
using namespace countersign::verify;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::verify::ConstructionKind)
Q_DECLARE_METATYPE(countersign::crypto::HashAlgorithm)

namespace {

using crypto::HashAlgorithm;

constexpr char key[] = "the key of the property";
constexpr char message[] = "user123";

/// Made by Qt, which shares no code with the search.
QByteArray made(ConstructionKind kind, QCryptographicHash::Algorithm hash)
{
    const auto mac = [&](const QByteArray &text, const QByteArray &with) {
        return QMessageAuthenticationCode::hash(text, with, hash);
    };
    const auto plain = [&](const QByteArray &text) { return QCryptographicHash::hash(text, hash); };
    switch (kind) {
    case ConstructionKind::Hmac:
        return mac(message, key);
    case ConstructionKind::Swapped:
        return mac(key, message);
    case ConstructionKind::KeyThenMessage:
        return plain(QByteArray(key) + message);
    case ConstructionKind::MessageThenKey:
        return plain(QByteArray(message) + key);
    case ConstructionKind::MessageAlone:
        return plain(message);
    case ConstructionKind::KeyColonMessage:
        return plain(QByteArray(key) + ':' + message);
    case ConstructionKind::MessageColonKey:
        return plain(QByteArray(message) + ':' + key);
    case ConstructionKind::KeyBarMessage:
        return plain(QByteArray(key) + '|' + message);
    case ConstructionKind::MessageBarKey:
        return plain(QByteArray(message) + '|' + key);
    case ConstructionKind::KeyMessageKey:
        return plain(QByteArray(key) + message + key);
    case ConstructionKind::HashOfHash:
        return plain(plain(message).toHex());
    case ConstructionKind::HmacOfHash:
        return mac(plain(message).toHex(), key);
    case ConstructionKind::HmacOfRawHash:
        return mac(plain(message), key);
    case ConstructionKind::HmacOfRawHmac:
        return mac(mac(message, key), key);
    case ConstructionKind::HmacOfKey:
        return mac(key, key);
    case ConstructionKind::HmacOfHmac:
        return mac(mac(message, key).toHex(), key);
    case ConstructionKind::HashOfHmac:
        return plain(mac(message, key).toHex());
    case ConstructionKind::CryptoJsNumber:
        break;
    }
    return {};
}

KeyForm form(const char *text, std::optional<CauseId> fault = {})
{
    return {SecretBytes::copyOf(bytesOf(text)),
            fault ? std::optional(Cause{*fault, {}, {}, {}}) : std::nullopt};
}

/// One key of `index` in two forms.
SearchKey searchKey(int index, const char *text, const char *mistaken)
{
    SearchKey searchKey;
    searchKey.index = index;
    searchKey.forms.push_back(form(text));
    searchKey.forms.push_back(form(mistaken, CauseId::KeyLineBreak));
    return searchKey;
}

SearchKeys keysToSearch(int mostMistakes = SearchKey::everyCombination)
{
    std::vector<SearchKey> keys;
    for (int i = 0; i < 300; ++i) { // more than go into one batch
        keys.push_back(searchKey(i, qPrintable(u"other key %1"_s.arg(i)), "no"));
    }
    keys.push_back(searchKey(300, key, "the key of the property\n"));
    for (SearchKey &each : keys) {
        each.mostMistakes = mostMistakes;
    }
    return SearchKeys(std::move(keys));
}

std::vector<MessageForm> messagesToSearch()
{
    return {{message, {}}, {"User123", {{CauseId::MessageOtherCase, {}, {}, {}}}}};
}

QList<TagReading> reading(const QByteArray &tag)
{
    return {{tag, {}, 2 * tag.size()}};
}

bool usesKey(ConstructionKind kind)
{
    return kind != ConstructionKind::MessageAlone && kind != ConstructionKind::HashOfHash;
}

QList<CauseId> idsOf(const SearchMatch &match)
{
    QList<CauseId> ids;
    std::ranges::transform(match.faults, std::back_inserter(ids), &Cause::id);
    return ids;
}

} // namespace

class TestHypothesisSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryConstruction_data();
    void findsEveryConstruction();
    void findsAKeyFaultWithAMessageFault();
    void countsWhatItTried();
    void namesTheFirstOfManyOnEveryCore();
    void namesWhatIsCutOff();
    void triesNoMoreMistakesThanAllowed();
    void givesUpWhenCancelled();
    void findsAmongKnownHypothesesAlone();
};

void TestHypothesisSearch::findsEveryConstruction_data()
{
    QTest::addColumn<ConstructionKind>("kind");
    QTest::addColumn<HashAlgorithm>("hash");
    QTest::addColumn<QByteArray>("tag");
    const std::pair<HashAlgorithm, QCryptographicHash::Algorithm> hashes[] = {
        {HashAlgorithm::Sha1, QCryptographicHash::Sha1},
        {HashAlgorithm::Sha256, QCryptographicHash::Sha256},
        {HashAlgorithm::Sha384, QCryptographicHash::Sha384},
        {HashAlgorithm::Sha512, QCryptographicHash::Sha512}};
    for (const auto &[hash, qtHash] : hashes) {
        for (const Construction &construction : constructionsFor(hash)) {
            if (construction.hash == hash && construction.kind != ConstructionKind::CryptoJsNumber) {
                QTest::addRow("%s, construction %d", qPrintable(hashName(hash)), int(construction.kind))
                    << construction.kind << hash << made(construction.kind, qtHash);
            }
        }
    }
}

void TestHypothesisSearch::findsEveryConstruction()
{
    QFETCH(ConstructionKind, kind);
    QFETCH(HashAlgorithm, hash);
    QFETCH(QByteArray, tag);
    const SearchKeys keys = keysToSearch();
    const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
    const SearchResult result = search.find(reading(tag));
    QVERIFY(result.match);
    QCOMPARE(result.match->hypothesis.construction, kind);
    QCOMPARE(result.match->hypothesis.hash, hash);
    QCOMPARE(result.match->keyIndex, usesKey(kind) ? 300 : -1);
    QVERIFY(result.isComplete);
}

void TestHypothesisSearch::findsAKeyFaultWithAMessageFault()
{
    const SearchKeys keys = keysToSearch();
    const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
    const auto tag =
        QMessageAuthenticationCode::hash("User123", QByteArray(key) + '\n', QCryptographicHash::Sha256);
    const SearchResult result = search.find(reading(tag));
    QVERIFY(result.match);
    QCOMPARE(idsOf(*result.match), (QList{CauseId::MessageOtherCase, CauseId::KeyLineBreak}));
    QCOMPARE(result.match->hypothesis.keyForm, 1);
}

void TestHypothesisSearch::countsWhatItTried()
{
    const SearchKeys keys = keysToSearch();
    const HypothesisSearch search(keys, messagesToSearch(),
                                  {{ConstructionKind::Hmac, HashAlgorithm::Sha256, {}}});
    const auto tag = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
    QCOMPARE(search.find(reading(tag)).tried, 301); // the right message under each key, up to the last
    QCOMPARE(search.find(reading(QByteArray(32, 'x'))).tried, 301 * 2 * 2);
    QCOMPARE(search.find(reading(QByteArray(33, 'x'))).tried, 0); // no construction has that length
}

void TestHypothesisSearch::namesTheFirstOfManyOnEveryCore()
{
    std::vector<SearchKey> keys;
    for (int i = 0; i < 2000; ++i) {
        const bool isRight = i == 700 || i == 1900;
        keys.push_back(searchKey(i, isRight ? key : qPrintable(u"other key %1"_s.arg(i)), "no"));
    }
    std::vector<MessageForm> messages{{message, {}}};
    for (int i = 0; i < 40; ++i) { // so many combinations that other threads help
        const auto id = i == 17 ? CauseId::MessageWhiteSpace : CauseId::MessageOtherCase;
        messages.push_back({"mistake " + QByteArray::number(i), {{id, {}, {}, {}}}});
    }
    const SearchKeys searched(std::move(keys));
    const HypothesisSearch search(searched, messages, constructionsFor(HashAlgorithm::Sha256));
    const auto tag = QMessageAuthenticationCode::hash("mistake 17", key, QCryptographicHash::Sha256);
    int tried = 0;
    for (int round = 0; round < 10; ++round) {
        const SearchResult result = search.find(reading(tag));
        QVERIFY(result.match);
        QCOMPARE(result.match->keyIndex, 700);
        QCOMPARE(idsOf(*result.match), (QList{CauseId::MessageWhiteSpace}));
        QVERIFY(result.tried == tried || round == 0); // what other threads did beyond does not count
        tried = result.tried;
    }
}

void TestHypothesisSearch::namesWhatIsCutOff()
{
    const SearchKeys keys = keysToSearch();
    const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
    const auto tag = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha512);
    const SearchResult result = search.find(reading(tag.first(32)));
    QVERIFY(result.match);
    QCOMPARE(idsOf(*result.match), (QList{CauseId::OtherHash, CauseId::TagTruncated}));
    QVERIFY(!search.find(reading(tag.first(7))).match);
}

void TestHypothesisSearch::triesNoMoreMistakesThanAllowed()
{
    const auto tag =
        QMessageAuthenticationCode::hash("User123", QByteArray(key) + '\n', QCryptographicHash::Sha256);
    for (const int most : {0, 1, 2}) {
        const SearchKeys keys = keysToSearch(most);
        const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
        QCOMPARE(search.find(reading(tag)).match.has_value(), most == 2);
    }
    // Another hash is one mistake, cutting it off a second.
    const auto cut = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha512).first(32);
    for (const int most : {1, 2}) {
        const SearchKeys keys = keysToSearch(most);
        const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
        QCOMPARE(search.find(reading(cut)).match.has_value(), most == 2);
    }
}

void TestHypothesisSearch::givesUpWhenCancelled()
{
    const SearchKeys keys = keysToSearch();
    const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
    const std::atomic<bool> isCancelled = true;
    const SearchResult result = search.find(reading(QByteArray(32, 'x')), &isCancelled);
    QVERIFY(!result.match);
    QVERIFY(!result.isComplete);
    QCOMPARE(result.tried, 0);
}

void TestHypothesisSearch::findsAmongKnownHypothesesAlone()
{
    const SearchKeys keys = keysToSearch();
    const HypothesisSearch search(keys, messagesToSearch(), constructionsFor(HashAlgorithm::Sha256));
    const auto tag = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
    const Hypothesis right{300, 0, ConstructionKind::Hmac, HashAlgorithm::Sha256};
    const Hypothesis wrong{299, 0, ConstructionKind::Hmac, HashAlgorithm::Sha256};
    const SearchResult found = search.findAmong(std::array{wrong, right}, reading(tag));
    QVERIFY(found.match);
    QCOMPARE(found.match->hypothesis, right);
    const SearchResult missed = search.findAmong(std::array{wrong}, reading(tag));
    QVERIFY(!missed.match);
    QVERIFY(!missed.isComplete);
    QCOMPARE(missed.tried, 2);
}

QTEST_GUILESS_MAIN(TestHypothesisSearch)
#include "tst_hypothesissearch.moc"
