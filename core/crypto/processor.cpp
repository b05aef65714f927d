#include "core/crypto/processor_p.h"

#include <array>
#include <cstdint>

#if defined(__x86_64__) || defined(_M_X64)
#define COUNTERSIGN_X86_64
#ifdef _MSC_VER
#include <immintrin.h>
#include <intrin.h>
#else
#include <cpuid.h>
#endif
#endif

namespace countersign::crypto::processor {

namespace {

enum Register { Eax, Ebx, Ecx, Edx };
using Registers = std::array<std::uint32_t, 4>;

#ifdef COUNTERSIGN_X86_64

/// All zero when the processor does not know the leaf.
Registers cpuid(std::uint32_t leaf)
{
    Registers registers{};
#ifdef _MSC_VER
    std::array<int, 4> values{};
    __cpuid(values.data(), 0);
    if (static_cast<std::uint32_t>(values[0]) >= leaf) {
        __cpuidex(values.data(), static_cast<int>(leaf), 0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            registers[i] = static_cast<std::uint32_t>(values[i]);
        }
    }
#else
    __get_cpuid_count(leaf, 0, &registers[Eax], &registers[Ebx], &registers[Ecx], &registers[Edx]);
#endif
    return registers;
}

/// The register that says which parts of the processor's state the system saves when it switches threads.
std::uint64_t savedState()
{
    constexpr std::uint32_t osxsave = 1U << 27;
    if (!(cpuid(1)[Ecx] & osxsave)) {
        return 0;
    }
#ifdef _MSC_VER
    return _xgetbv(0);
#else
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return std::uint64_t{high} << 32 | low;
#endif
}

#else

Registers cpuid(std::uint32_t /*leaf*/)
{
    return {};
}

std::uint64_t savedState()
{
    return 0;
}

#endif

bool hasAll(std::uint32_t value, std::uint32_t bits)
{
    return (value & bits) == bits;
}

bool saves(std::uint64_t bits)
{
    return (savedState() & bits) == bits;
}

} // namespace

bool hasShaExtensions()
{
    constexpr std::uint32_t ssse3AndSse41 = 1U << 9 | 1U << 19;
    constexpr std::uint32_t sha = 1U << 29;
    return hasAll(cpuid(1)[Ecx], ssse3AndSse41) && hasAll(cpuid(7)[Ebx], sha);
}

bool hasAvx2()
{
    constexpr std::uint32_t avx2 = 1U << 5;
    constexpr std::uint64_t xmmAndYmm = 0x06;
    return hasAll(cpuid(7)[Ebx], avx2) && saves(xmmAndYmm);
}

bool hasAvx512()
{
    constexpr std::uint32_t foundationAndBytes = 1U << 16 | 1U << 30;
    constexpr std::uint64_t xmmToZmm = 0xe6;
    return hasAll(cpuid(7)[Ebx], foundationAndBytes) && saves(xmmToZmm);
}

} // namespace countersign::crypto::processor
