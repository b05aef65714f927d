#pragma once

#include "core/base/error.h"

#include <QTest>

/// Goes on only with a value, and shows the error otherwise.
#define QVERIFY_RESULT(result)                                                                               \
    do {                                                                                                     \
        const auto &checkedResult = (result);                                                                \
        QVERIFY2(checkedResult.has_value(), checkedResult ? "" : qPrintable(checkedResult.error().detail));  \
    } while (false)

/// Goes on only when the result failed with this code.
#define QCOMPARE_ERROR(result, expected)                                                                     \
    do {                                                                                                     \
        const auto &checkedResult = (result);                                                                \
        QVERIFY2(!checkedResult.has_value(), "succeeded, and should have failed");                           \
        QCOMPARE(checkedResult.error().code, expected);                                                      \
    } while (false)

Q_DECLARE_METATYPE(countersign::ErrorCode)
