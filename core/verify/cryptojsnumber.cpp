#include "core/verify/cryptojsnumber.h"

namespace countersign::verify {

void cryptoJsHmacsOfAnyNumber(const crypto::MacKeySet &set, std::span<const std::size_t> keys,
                              std::span<crypto::MacTag> tags)
{
    // Its padding bit lands in the last byte of the first word, because the shift by NaN is none.
    static constexpr std::array<unsigned char, 64> block{0, 0, 0, 0x80};
    set.computeMacsOfBareBlock(keys, block, tags);
}

} // namespace countersign::verify
