#pragma once

#include <QByteArrayView>

namespace countersign::crypto {

/// The longest structure that is read as a key; far above any key.
inline constexpr std::size_t largestKey = 1 << 20;
inline constexpr QByteArrayView rsaEncryption =
    "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"; ///< RFC 8017 appendix A.1

} // namespace countersign::crypto
