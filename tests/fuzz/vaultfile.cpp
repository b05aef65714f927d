#include "tests/core/vault/vaultfixture.h"
#include "tests/fuzz/fuzztarget.h"

#include <QtEndian>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

struct Template
{
    vault::VaultFixture fixture;
    QByteArray file = fixture.bytes();
    SecretBytes derived =
        SecretBytes::copyOf(bytesOf(QByteArray::fromHex(vault::VaultFixture::derivedKeyHex())));
    QByteArray contents;

    Template() { contents = *vault::contentsOf(**fixture.open()); }
};

Template &original()
{
    static Template made;
    return made;
}

/// In place of scrypt, which would take all the time there is.
Result<SecretBytes> derive(const QByteArray &, const crypto::ScryptParameters &)
{
    return original().derived.clone();
}

/// The vault as the input damages it: three bytes each, a place and what stands there instead; a place past
/// the end cuts the file off.
QByteArray damagedFile(const std::uint8_t *data, std::size_t size)
{
    QByteArray file = original().file;
    for (std::size_t i = 0; i + 3 <= size; i += 3) {
        const auto place = qsizetype{qFromBigEndian<quint16>(data + i)};
        if (place < file.size()) {
            file[place] = static_cast<char>(data[i + 2]);
        } else {
            file.truncate(file.size() - file.size() * data[i + 2] / 256);
        }
    }
    return file;
}

/// A key slot with the input as its columns and a checksum that fits, so that it gets past that.
void damageSlot(const std::uint8_t *data, std::size_t size)
{
    vault::KeySlot slot;
    const auto take = [&](std::size_t wanted) {
        const std::size_t count = std::min(wanted, size);
        const QByteArray taken = fuzz::viewOfInput(data, count).toByteArray();
        data += count;
        size -= count;
        return taken;
    };
    slot.kind = vault::SlotKind(take(1).append('\0').front());
    slot.parameters.cost = qFromBigEndian<quint64>(take(8).append(8, '\0').constData());
    slot.parameters.blockSize = qFromBigEndian<quint32>(take(4).append(4, '\0').constData());
    slot.parameters.parallelization = qFromBigEndian<quint32>(take(4).append(4, '\0').constData());
    slot.salt = take(32);
    slot.wrappedKey = take(60);
    slot.commitment = take(32);
    original().fixture.setBytes(original().file);
    static_cast<void>(original().fixture.edit(
        {u"UPDATE key_slot SET id=?, cost=?, block_size=?, parallelization=?, salt=?, wrapped_key=?, "
         "commitment=?, checksum=?"_s},
        {slot.id(), qulonglong{slot.parameters.cost}, slot.parameters.blockSize,
         slot.parameters.parallelization, slot.salt, slot.wrappedKey, slot.commitment,
         slot.expectedChecksum()}));
}

} // namespace

/// A vault file damaged in any way is refused, or opens to exactly what it held.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 0 && data[0] == '+') {
        damageSlot(data + 1, size - 1);
    } else {
        original().fixture.setBytes(damagedFile(data, size));
    }
    static const FixedClock clock(Timestamp(std::chrono::seconds(1790000000)));
    const auto opened =
        vault::VaultOpening::open(original().fixture.path(), derive, original().fixture.actor(), clock);
    if (!opened) {
        return 0;
    }
    const auto contents = vault::contentsOf(**opened);
    fuzz::require(!contents || *contents == original().contents, "no damage changes what a vault says");
    static_cast<void>((*opened)->check());
    return 0;
}
