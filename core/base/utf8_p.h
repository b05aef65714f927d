#pragma once

#include <QString>
#include <QStringDecoder>

#include <string_view>

namespace countersign {

/// QString::fromUtf8 drops a byte-order mark in front: the member "\ufeffalg" would become "alg".
inline QString fromUtf8Exactly(std::string_view text)
{
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    if (!text.starts_with("\xEF\xBB\xBF")) {
        return QString::fromUtf8(bytes);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

} // namespace countersign
