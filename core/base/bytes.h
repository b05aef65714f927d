#pragma once

#include <QByteArrayView>

#include <span>

namespace countersign {

/// Bytes to read; never owns.
using ByteView = std::span<const unsigned char>;

inline ByteView bytesOf(QByteArrayView view)
{
    return {reinterpret_cast<const unsigned char *>(view.data()), static_cast<std::size_t>(view.size())};
}

inline QByteArrayView viewOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

} // namespace countersign
