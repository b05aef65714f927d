#pragma once

#include "core/base/error.h"

#include <QTest>

/// Goes on only with a value, and shows the error otherwise.
#define QVERIFY_RESULT(result)                                                                               \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : qPrintable((result).error().detail))

/// Goes on only when the result failed with this code.
#define QCOMPARE_ERROR(result, expected)                                                                     \
    do {                                                                                                     \
        QVERIFY2(!(result).has_value(), "succeeded, and should have failed");                                \
        QCOMPARE((result).error().code, expected);                                                           \
    } while (false)

Q_DECLARE_METATYPE(countersign::ErrorCode)
