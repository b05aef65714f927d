#pragma once

#include "core/base/secretbytes.h"

#include <QByteArray>

namespace countersign::crypto {

SecretBytes randomSecret(std::size_t size);
QByteArray randomBytes(std::size_t size); ///< for nonces, salts and identifiers

} // namespace countersign::crypto
