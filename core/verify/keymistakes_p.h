#pragma once

#include "core/base/secretbytes.h"
#include "core/verify/cause.h"

#include <optional>
#include <span>

namespace countersign::verify {

/// Something servers do to a key's text before they use it.
struct KeyMistake
{
    CauseId id;
    const char *difference; ///< "a space at its end"; marked for translation in "CauseValue"
    std::optional<SecretBytes> (*apply)(ByteView text); ///< nothing where it cannot be done to this text
};

// Hypotheses are data: a new mistake is a new row.
std::span<const KeyMistake> keyMistakes();
/// Those that are rare.
std::span<const KeyMistake> rareKeyMistakes();
/// What languages write for a setting that is missing.
std::span<const char *const> wordsForNoKey();
/// Keys that stand in documentation pages, tutorials and templates. None is a secret.
std::span<const char *const> sampleKeys();

} // namespace countersign::verify
