#pragma once

#include "core/keys/keyreader.h"

namespace countersign::keys {

inline constexpr qsizetype maximumJwkSetSize = 100;

/// Reads the text of a JWK, or of a JWK Set (RFC 7517 section 5) with one entry per key.
///
/// In a set, keys of a kind Countersign does not use are left out with a note on the first that is used; keys
/// that are broken, two keys of one kind with one `kid`, and secrets beside public keys fail with InvalidKey:
/// a set like that is how a public key comes to be taken for a secret.
Result<std::vector<ReadKey>> readJwkText(ByteView text);

} // namespace countersign::keys
