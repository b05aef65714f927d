#pragma once

#include "core/base/error.h"
#include "core/crypto/algorithm.h"

#include <openssl/types.h>

namespace countersign::crypto::openssl {

/// A library context of our own with OpenSSL's default provider and nothing else. QCA loads the
/// legacy provider into the process-wide one, and a system's configuration may load anything there.
OSSL_LIB_CTX *context();

// Fetched once: a fetch takes a lock and a search by name.
const EVP_MD *messageDigest(HashAlgorithm hash);
const EVP_CIPHER *aes256Gcm();
EVP_KDF *scryptKdf();
EVP_KDF *hkdfKdf();

/// CryptoFailed with OpenSSL's reason; empties its queue of errors. The reasons are fixed texts and
/// hold no data.
std::unexpected<Error> failed(const char *operation);
/// Empties the queue where a failure is an ordinary answer, such as a signature that does not match.
void forgetErrors();

} // namespace countersign::crypto::openssl
