#pragma once

#include "core/crypto/mackeyset.h"

namespace countersign::verify {

/// What CryptoJS.HmacSHA256 of crypto-js 4 returns for any number, array or object in place of a text. It
/// counts the bytes of the message as NaN, so that the inner hash ends in a block without message and
/// without length: the result depends on the key alone. An empty key is taken as none.
/// Here it is computed for each of `keys`, places in a set made for SHA-256. `tags` must be at least as long.
void cryptoJsHmacsOfAnyNumber(const crypto::MacKeySet &set, std::span<const std::size_t> keys,
                              std::span<crypto::MacTag> tags);

} // namespace countersign::verify
