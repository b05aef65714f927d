#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// libFuzzer calls it once for every input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace countersign::fuzz {

/// What must hold for every input; a broken promise is a finding like a crash.
inline void require(bool holds, const char *promise)
{
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", promise);
        std::abort();
    }
}

inline QByteArrayView viewOfInput(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

} // namespace countersign::fuzz
