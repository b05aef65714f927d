#include "core/keys/roca.h"

#include <algorithm>
#include <array>

namespace countersign::keys {
namespace {

// Nemec et al., "The Return of Coppersmith's Attack", 2017: the primes whose product the generator used.
constexpr std::array<unsigned, 38> primes = {3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,
                                             47,  53,  59,  61,  67,  71,  73,  79,  83,  89,  97,  101, 103,
                                             107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167};

unsigned remainder(ByteView number, unsigned divisor)
{
    unsigned rest = 0;
    for (const unsigned char byte : number) {
        rest = (rest << 8 | byte) % divisor;
    }
    return rest;
}

bool isPowerOf65537(unsigned value, unsigned prime)
{
    const unsigned generator = 65537 % prime;
    unsigned power = 1;
    do {
        if (power == value) {
            return true;
        }
        power = power * generator % prime;
    } while (power != 1);
    return false;
}

} // namespace

bool hasRocaPattern(ByteView modulus)
{
    return std::ranges::all_of(
        primes, [modulus](unsigned prime) { return isPowerOf65537(remainder(modulus, prime), prime); });
}

} // namespace countersign::keys
