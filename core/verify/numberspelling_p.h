#pragma once

#include <QString>

namespace countersign::verify {

// Other ways to write a number. Whatever is no number comes back as it is.

QString withoutLeadingZeros(const QString &text);        ///< "007" as "7"
QString asInteger(const QString &text);                  ///< "7.0", "7e0" and "+7" as "7"
QString withOneDecimal(const QString &text);             ///< "7" as "7.0"
QString withTwoDecimals(const QString &text);            ///< "7" as "7.00"
QString withPlus(const QString &text);                   ///< "7" as "+7"
QString inScientificForm(const QString &text);           ///< "20418" as JavaScript's "2.0418e+4"
QString inShortScientificForm(const QString &text);      ///< the same without the plus: "7e0"
QString inSixDecimalScientificForm(const QString &text); ///< C's "2.041800e+04"
/// As JavaScript writes a number of more than 15 digits: "12345678901234567000".
QString asDouble(const QString &text);
QString groupedBy(const QString &text, QChar separator); ///< "20,418"
QString paddedTo(const QString &text, qsizetype digits); ///< "007"

} // namespace countersign::verify
