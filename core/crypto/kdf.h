#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>

namespace countersign::crypto {

/// scrypt (RFC 7914). `cost` is N, a power of two.
struct ScryptParameters
{
    std::uint64_t cost = 1U << 17;
    std::uint32_t blockSize = 8;
    std::uint32_t parallelization = 1;

    bool operator==(const ScryptParameters &) const = default;
};

inline constexpr std::uint64_t minimumVaultScryptCost = 1U << 17;
inline constexpr std::uint64_t maximumVaultScryptCost = 1U << 20;

/// What calibration goes up to: half a GiB of memory is no longer everybody's.
inline constexpr std::uint64_t maximumCalibratedScryptCost = 1U << 19;

/// Whether a vault may carry these: N 2^17…2^20, r 8, p 1…4. Bounded both ways, so a planted file can
/// neither weaken the key nor exhaust the machine.
bool isAcceptableForVault(const ScryptParameters &parameters);

Result<SecretBytes> scrypt(ByteView passphrase, ByteView salt, const ScryptParameters &parameters,
                           std::size_t size);

/// The largest N between 2^17 and 2^19 that takes no longer than `target` on this machine.
ScryptParameters calibrateScrypt(std::chrono::milliseconds target);

/// HKDF-SHA256 (RFC 5869): a subkey of `key` for one named purpose.
Result<SecretBytes> hkdf(const SecretBytes &key, ByteView salt, ByteView info, std::size_t size);

} // namespace countersign::crypto
