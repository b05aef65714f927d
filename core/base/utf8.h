#pragma once

#include <QString>
#include <QStringDecoder>

namespace countersign {

/// QString::fromUtf8 drops a byte-order mark in front: the member "\ufeffalg" would become "alg".
inline QString fromUtf8Exactly(QByteArrayView bytes)
{
    if (!bytes.startsWith("\xEF\xBB\xBF")) {
        return QString::fromUtf8(bytes);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

} // namespace countersign
