#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

namespace countersign::crypto {

/// Starts QCA at the first call, once for the process, and says whether a provider for RSA came with
/// it. Without one (a plugin that was not installed) OpenSSL does QCA's part: the results are the same
/// bits, and a person who must sign is not helped by a refusal.
bool isQcaReady();

/// PKCS#8 of a new RSA key made by QCA; empty when QCA could not.
SecretBytes generateRsaWithQca(int bits);

} // namespace countersign::crypto
