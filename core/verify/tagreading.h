#pragma once

#include "core/base/encoding.h"
#include "core/verify/cause.h"

#include <QByteArray>
#include <QList>

namespace countersign::verify {

/// One way to read a pasted tag as bytes, and what is wrong with it if it was meant like that.
struct TagReading
{
    QByteArray bytes;
    QList<Cause> faults;
    qsizetype characters = 0; ///< of the text the bytes were read from
};

/// A cut-off tag shorter than this is not worth comparing: chance would match it.
inline constexpr qsizetype minimumPrefix = 8;

/// Every way to read the text, the plainest first. Nothing fits: an empty list.
QList<TagReading> readTag(const QString &proof, Encoding expected);

/// "small hex digits", for {expected}: English, marked for translation in "CauseValue".
const char *encodingPhrase(Encoding encoding);

} // namespace countersign::verify
