#include "tests/support/maskedbytes.h"

namespace countersign::test {

QByteArray MaskedBytes::toMaskedHex() const
{
    return QByteArray(reinterpret_cast<const char *>(m_masked.data()), qsizetype(m_masked.size())).toHex();
}

MaskedBytes MaskedBytes::fromMaskedHex(const QByteArray &hex)
{
    MaskedBytes bytes;
    const QByteArray masked = QByteArray::fromHex(hex);
    bytes.m_masked.assign(masked.begin(), masked.end());
    return bytes;
}

} // namespace countersign::test
