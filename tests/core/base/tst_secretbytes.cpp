#include "core/base/secretbytes.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace countersign;

namespace {

SecretBytes secret(QByteArrayView text)
{
    return SecretBytes::copyOf(bytesOf(text));
}

bool isZero(std::span<const unsigned char> memory)
{
    return std::ranges::all_of(memory, [](unsigned char byte) { return byte == 0; });
}

} // namespace

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> &&
              std::is_nothrow_move_assignable_v<SecretBytes>);

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void startsZeroFilled();
    void movesWithoutLeavingACopy();
    void movesOverAnOther();
    void movesOntoItself();
    void clonesDeliberately();
    void wipesWhatTruncateCutsOff();
    void clearsToNothing();
    void reusedMemoryIsZero_data();
    void reusedMemoryIsZero();
    void growsByAppending();
    void appendsItself();
    void comparesContents();
    void survivesManyThreads();
    void keepsTensOfThousands();
};

void TestSecretBytes::startsEmpty()
{
    const SecretBytes empty;
    QVERIFY(empty.isEmpty());
    QCOMPARE(empty.size(), 0U);
    QVERIFY(empty.bytes().empty());
    QVERIFY(SecretBytes(0).isEmpty());
    QVERIFY(SecretBytes::copyOf({}).isEmpty());
    QVERIFY(empty.clone().isEmpty());
}

void TestSecretBytes::startsZeroFilled()
{
    const SecretBytes zeros(100);
    QCOMPARE(zeros.size(), 100U);
    QVERIFY(isZero(zeros.bytes()));
}

void TestSecretBytes::movesWithoutLeavingACopy()
{
    SecretBytes source = secret("hunter2");
    const unsigned char *address = source.bytes().data();
    const SecretBytes target(std::move(source));
    QCOMPARE(target.bytes().data(), address);
    QCOMPARE(viewOf(target.bytes()), QByteArrayView("hunter2"));
    QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): that is the promise
    QCOMPARE(source.bytes().data(), nullptr);
}

void TestSecretBytes::movesOverAnOther()
{
    SecretBytes target = secret("old");
    target = secret("new and longer than any slot of thirty-two bytes");
    QCOMPARE(viewOf(target.bytes()), QByteArrayView("new and longer than any slot of thirty-two bytes"));
}

void TestSecretBytes::movesOntoItself()
{
    SecretBytes one = secret("same");
    SecretBytes &other = one;
    one = std::move(other);
    QCOMPARE(viewOf(one.bytes()), QByteArrayView("same"));
}

void TestSecretBytes::clonesDeliberately()
{
    SecretBytes source = secret("hunter2");
    const SecretBytes copy = source.clone();
    QVERIFY(copy.bytes().data() != source.bytes().data());
    source.clear();
    QCOMPARE(viewOf(copy.bytes()), QByteArrayView("hunter2"));
}

void TestSecretBytes::wipesWhatTruncateCutsOff()
{
    SecretBytes one = secret("user:hunter2");
    const std::span<const unsigned char> whole = one.bytes();
    one.truncate(4);
    QCOMPARE(viewOf(one.bytes()), QByteArrayView("user"));
    QVERIFY(isZero(whole.subspan(4))); // still this object's memory
    one.truncate(4);
    QCOMPARE(one.size(), 4U);
    one.truncate(0);
    QVERIFY(one.isEmpty() && isZero(whole));
    one.append(bytesOf("x"));
    QCOMPARE(viewOf(one.bytes()), QByteArrayView("x"));
}

void TestSecretBytes::clearsToNothing()
{
    SecretBytes one = secret("hunter2");
    one.clear();
    QVERIFY(one.isEmpty());
    QCOMPARE(one.bytes().data(), nullptr);
    one.clear();
}

void TestSecretBytes::reusedMemoryIsZero_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 31, 32, 33, 64, 1000, 4096, 4097, 100000}) {
        QTest::addRow("%d bytes", size) << size;
    }
}

void TestSecretBytes::reusedMemoryIsZero()
{
    QFETCH(int, size);
    const auto count = static_cast<std::size_t>(size);
    const unsigned char *address = nullptr;
    {
        SecretBytes first(count);
        address = first.bytes().data();
        std::ranges::fill(first.writableBytes(), 0xA5);
    }
    const SecretBytes second(count);
    QVERIFY(isZero(second.bytes()));
    if (size <= 4096) { // a slot of the arena: the very memory the first one had
        QCOMPARE(second.bytes().data(), address);
    }
}

void TestSecretBytes::growsByAppending()
{
    SecretBytes grown;
    QByteArray expected;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray piece = QByteArray::number(i);
        grown.append(bytesOf(piece));
        expected += piece;
    }
    QCOMPARE(viewOf(grown.bytes()), expected);
    grown.append({});
    QCOMPARE(viewOf(grown.bytes()), expected);
}

void TestSecretBytes::appendsItself()
{
    SecretBytes one = secret("0123456789abcdef0123456789abcdef"); // fills its slot: has to move
    one.append(one.bytes());
    QCOMPARE(viewOf(one.bytes()),
             QByteArrayView("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"));
}

void TestSecretBytes::comparesContents()
{
    QVERIFY(secret("abc").equals(secret("abc")));
    QVERIFY(!secret("abc").equals(secret("abd")));
    QVERIFY(!secret("abc").equals(secret("ab")));
    QVERIFY(SecretBytes().equals(SecretBytes()));
    QVERIFY(!equalConstantTime(bytesOf("a"), {}));
}

void TestSecretBytes::survivesManyThreads()
{
    std::vector<std::jthread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&wrong, t] {
            for (std::size_t i = 0; i < 5000; ++i) {
                SecretBytes one(1 + i % 200);
                wrong += !isZero(one.bytes());
                std::ranges::fill(one.writableBytes(), static_cast<unsigned char>(t + 1));
                wrong += std::ranges::count(one.bytes(), t + 1) != static_cast<std::ptrdiff_t>(one.size());
            }
        });
    }
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

void TestSecretBytes::keepsTensOfThousands()
{
    std::vector<SecretBytes> all;
    for (int i = 0; i < 50000; ++i) {
        all.push_back(secret(QByteArray::number(i)));
    }
    for (int i = 0; i < 50000; ++i) {
        QCOMPARE(viewOf(all[static_cast<std::size_t>(i)].bytes()), QByteArray::number(i));
    }
}

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
