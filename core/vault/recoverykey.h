#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

namespace countersign::vault {

/// 130 random bits and a checksum of 10, in seven groups of four: "7KQ2-…". Letters and digits of Crockford's
/// base 32, which leaves out I, L, O and U, so that a printed key can be read and typed.
SecretBytes makeRecoveryKey();

/// The key as it is used, whatever way it was typed: lower case, without hyphens, with O for 0 or I for 1.
/// Fails with InvalidInput, saying what is wrong, before anything is derived from a mistyped one.
Result<SecretBytes> parseRecoveryKey(ByteView typed);

} // namespace countersign::vault
