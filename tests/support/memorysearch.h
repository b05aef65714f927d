#pragma once

#include "tests/support/maskedbytes.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>

namespace countersign::test {

/// Looks for secrets in the memory of the own process: as they are, back to front as big numbers are kept, as
/// hex in both cases and as base64 in both alphabets at every alignment, each also in UTF-16. A piece of 16
/// bytes is enough, so that what is left of a half overwritten copy is found too.
class MemorySearch final
{
public:
    /// Opens the own memory; do so before the process is hardened.
    MemorySearch();
    ~MemorySearch();
    MemorySearch(const MemorySearch &) = delete;
    MemorySearch &operator=(const MemorySearch &) = delete;

    bool isReady() const { return m_memory >= 0; }
    /// At least 16 bytes, or it could be there by chance.
    void add(const QString &name, const MaskedBytes &secret);
    /// "passphrase as UTF-16 at byte 32, in [heap]", one for each place; empty when nothing is there.
    QStringList run() const;
    /// How much the last run read.
    qint64 searchedBytes() const { return m_searched; }

private:
    static constexpr std::size_t pieceSize = 16;
    struct Needle
    {
        std::array<std::uint64_t, 2> masked;
        QString name;
    };
    struct Region
    {
        quintptr begin, end;
        QString name;
    };

    void addForm(const QString &name, const MaskedBytes &form);
    void addPieces(const QString &name, const MaskedBytes &form);
    QList<Region> regions() const;
    void addWithoutBuffer(const Region &region, QList<Region> *regions) const;
    void searchRegion(const Region &region, QStringList *found) const;
    void searchBuffer(const Region &region, std::size_t size, QStringList *found) const;

    int m_memory = -1;
    unsigned char *m_buffer = nullptr; ///< its pages are left out of the search
    std::vector<Needle> m_needles;     ///< sorted
    std::vector<unsigned char> m_filter;
    mutable qint64 m_searched = 0;
};

} // namespace countersign::test
