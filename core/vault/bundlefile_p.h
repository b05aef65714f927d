#pragma once

#include "core/vault/bundle.h"

namespace countersign::vault {

/// What a bundle holds, sealed as bundle.h says. InvalidInput for parameters out of bounds.
Result<QByteArray> sealBundleFile(const SecretBytes &content, const SecretBytes &passphrase,
                                  const crypto::ScryptParameters &kdf);
/// Fails as openBundle() does.
std::expected<SecretBytes, BundleError> openBundleFile(ByteView file, const SecretBytes &passphrase);

} // namespace countersign::vault
