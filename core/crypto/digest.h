#pragma once

#include "core/base/bytes.h"
#include "core/crypto/algorithm.h"

#include <QByteArray>

namespace countersign::crypto {

QByteArray digest(HashAlgorithm hash, ByteView message);

} // namespace countersign::crypto
