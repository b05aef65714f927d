#pragma once

#include <QByteArray>

namespace countersign::test {

/// JSON written with single quotes: moc loses its way in raw string literals.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace countersign::test
