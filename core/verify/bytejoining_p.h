#pragma once

#include "core/base/secretbytes.h"

#include <QByteArrayView>

namespace countersign::verify {

inline SecretBytes joined(QByteArrayView before, ByteView text, QByteArrayView after)
{
    SecretBytes result = SecretBytes::copyOf(bytesOf(before));
    result.append(text);
    result.append(bytesOf(after));
    return result;
}

} // namespace countersign::verify
