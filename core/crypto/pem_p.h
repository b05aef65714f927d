#pragma once

#include "core/base/secretbytes.h"

#include <string_view>

namespace countersign::crypto {

/// PEM (RFC 7468) as OpenSSL writes it: 64 characters a line. Through secret memory, whatever it holds.
SecretBytes toPem(ByteView der, std::string_view label);

} // namespace countersign::crypto
