#include "tests/support/memorysearch.h"

#include <QFile>

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace countersign::test {

namespace {

constexpr std::size_t bufferSize = 4U << 20;
constexpr int filterBits = 20;
constexpr std::uint64_t wordMask = 0x0101010101010101ULL * needleMask;
/// The sanitizers' shadow: terabytes of address space without memory behind them.
constexpr quintptr largestRegion = quintptr(4) << 30;

std::size_t slotOf(std::uint64_t maskedWord)
{
    return std::size_t((maskedWord * 0x9E3779B97F4A7C15ULL) >> (64 - filterBits));
}

MaskedBytes reversed(const MaskedBytes &secret)
{
    MaskedBytes form;
    for (std::size_t i = secret.size(); i > 0; --i) {
        form.append(secret.at(i - 1));
    }
    return form;
}

MaskedBytes hexOf(const MaskedBytes &secret, const char *digits)
{
    MaskedBytes form;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        form.append(static_cast<unsigned char>(digits[secret.at(i) >> 4]));
        form.append(static_cast<unsigned char>(digits[secret.at(i) & 15]));
    }
    return form;
}

/// Whole groups from `first` on: what base64 of something longer that holds the secret would show of it.
MaskedBytes base64Of(const MaskedBytes &secret, std::size_t first, const char *alphabet)
{
    MaskedBytes form;
    for (std::size_t i = first; i + 2 < secret.size(); i += 3) {
        const unsigned group =
            unsigned(secret.at(i)) << 16 | unsigned(secret.at(i + 1)) << 8 | secret.at(i + 2);
        for (int shift = 18; shift >= 0; shift -= 6) {
            form.append(static_cast<unsigned char>(alphabet[(group >> shift) & 63]));
        }
    }
    return form;
}

MaskedBytes utf16Of(const MaskedBytes &text)
{
    MaskedBytes form;
    for (std::size_t i = 0; i < text.size(); ++i) {
        form.append(text.at(i));
        form.append(0);
    }
    return form;
}

} // namespace

MemorySearch::MemorySearch()
    : m_memory(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC))
    , m_filter(std::size_t(1) << filterBits)
{
    void *pages = mmap(nullptr, bufferSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    m_buffer = static_cast<unsigned char *>(pages);
}

MemorySearch::~MemorySearch()
{
    munmap(m_buffer, bufferSize);
    ::close(m_memory);
}

void MemorySearch::add(const QString &name, const MaskedBytes &secret)
{
    Q_ASSERT(secret.size() >= pieceSize);
    addForm(name, secret);
    addForm(name + u" back to front"_s, reversed(secret));
    addForm(name + u" as hex"_s, hexOf(secret, "0123456789abcdef"));
    addForm(name + u" as hex"_s, hexOf(secret, "0123456789ABCDEF"));
    const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (const char *last : {"+/", "-_"}) {
        const QByteArray alphabet = QByteArray(letters) + last;
        for (std::size_t first = 0; first < 3; ++first) {
            addForm(name + u" as base64"_s, base64Of(secret, first, alphabet.constData()));
        }
    }
    std::ranges::sort(m_needles, {}, &Needle::masked);
}

void MemorySearch::addForm(const QString &name, const MaskedBytes &form)
{
    addPieces(name, form);
    addPieces(name + u" in UTF-16"_s, utf16Of(form));
}

void MemorySearch::addPieces(const QString &name, const MaskedBytes &form)
{
    for (std::size_t at = 0; at < form.size(); at += pieceSize) {
        const std::size_t begin = std::min(at, form.size() - pieceSize); // the last one is whole too
        Needle needle{{}, u"%1 from byte %2"_s.arg(name).arg(begin)};
        std::memcpy(needle.masked.data(), form.masked().data() + begin, pieceSize);
        m_filter[slotOf(needle.masked[0])] = true;
        m_needles.push_back(std::move(needle));
    }
}

QList<MemorySearch::Region> MemorySearch::regions() const
{
    QFile maps(u"/proc/self/maps"_s);
    QList<Region> regions;
    if (!maps.open(QIODevice::ReadOnly)) {
        return regions;
    }
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        const QList<QByteArray> range = fields.constFirst().split('-');
        if (fields.size() < 5 || !fields[1].startsWith('r')) {
            continue;
        }
        const Region region{range[0].toULongLong(nullptr, 16), range[1].toULongLong(nullptr, 16),
                            QString::fromLocal8Bit(fields.value(5, "anonymous memory"))};
        if (region.end - region.begin <= largestRegion) {
            addWithoutBuffer(region, &regions);
        }
    }
    return regions;
}

/// The kernel may have joined the pages of the buffer to others.
void MemorySearch::addWithoutBuffer(const Region &region, QList<Region> *regions) const
{
    const auto own = reinterpret_cast<quintptr>(m_buffer);
    if (region.end <= own || region.begin >= own + bufferSize) {
        regions->append(region);
        return;
    }
    if (region.begin < own) {
        regions->append({region.begin, own, region.name});
    }
    if (region.end > own + bufferSize) {
        regions->append({own + bufferSize, region.end, region.name});
    }
}

QStringList MemorySearch::run() const
{
    QStringList found;
    m_searched = 0;
    for (const Region &region : regions()) {
        searchRegion(region, &found);
    }
    std::memset(m_buffer, 0, bufferSize);
    return found;
}

void MemorySearch::searchRegion(const Region &region, QStringList *found) const
{
    // Blocks overlap by one piece less a byte, so that none is cut in two.
    for (quintptr address = region.begin; address < region.end; address += bufferSize - pieceSize + 1) {
        const std::size_t wanted = std::min<std::size_t>(region.end - address, bufferSize);
        const ssize_t size = ::pread(m_memory, m_buffer, wanted, off_t(address));
        if (size > 0) {
            searchBuffer(region, std::size_t(size), found);
            m_searched += size;
        }
    }
}

void MemorySearch::searchBuffer(const Region &region, std::size_t size, QStringList *found) const
{
    for (std::size_t at = 0; at + pieceSize <= size; ++at) {
        std::array<std::uint64_t, 2> words;
        std::memcpy(&words[0], m_buffer + at, sizeof words[0]);
        words[0] ^= wordMask;
        if (!m_filter[slotOf(words[0])]) {
            continue;
        }
        std::memcpy(&words[1], m_buffer + at + sizeof words[0], sizeof words[1]);
        words[1] ^= wordMask;
        const auto needle = std::ranges::lower_bound(m_needles, words, {}, &Needle::masked);
        if (needle != m_needles.end() && needle->masked == words) {
            found->append(u"%1, in %2"_s.arg(needle->name, region.name));
        }
    }
}

} // namespace countersign::test
