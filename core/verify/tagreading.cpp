#include "core/verify/tagreading.h"

#include "core/verify/unwrap.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using Faults = QList<Cause>;

Cause writtenAs(CauseId id, Encoding expected)
{
    return {id, {{u"expected"_s, QString::fromLatin1(encodingPhrase(expected))}}, {}, {}};
}

bool isHexText(QByteArrayView text)
{
    return text.size() >= 2 * minimumPrefix && std::ranges::all_of(text, [](char c) {
               return QByteArrayView("0123456789abcdefABCDEF").contains(c);
           });
}

Faults hexFaults(QByteArrayView text, Encoding expected)
{
    if (expected != Encoding::Hex) {
        return {writtenAs(CauseId::TagHex, expected)};
    }
    const bool capitals = std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'F'; });
    return capitals ? Faults{{CauseId::TagUpperCase, {}, {}, {}}} : Faults{};
}

bool isHashSize(qsizetype size)
{
    return size == 20 || size == 32 || size == 48 || size == 64;
}

Cause oneTooMany()
{
    const char *phrase = QT_TRANSLATE_NOOP("CauseValue", "a character too many at its end");
    return {CauseId::TagWrapped, {{u"difference"_s, QString::fromLatin1(phrase)}}, {}, {}};
}

void readHex(const QByteArray &text, Encoding expected, const Faults &before, QList<TagReading> &readings)
{
    if (isHexText(text)) {
        const QByteArray even = text.left(text.size() / 2 * 2); // an odd digit is left over from a cut
        TagReading reading{QByteArray::fromHex(even), before + hexFaults(text, expected), text.size()};
        if (even.size() != text.size() && isHashSize(reading.bytes.size())) {
            reading.faults.append(oneTooMany());
        }
        readings.append(reading);
    }
}

/// Base64 whose decoded bytes are the hex text of a hash: two steps where one was asked for.
void readHexWithin(const TagReading &outer, Encoding expected, const Faults &before,
                   QList<TagReading> &readings)
{
    if (isHexText(outer.bytes)) {
        readings.append({QByteArray::fromHex(outer.bytes),
                         before + Faults{writtenAs(CauseId::TagBase64OfHex, expected)}, outer.characters});
    }
}

QByteArray decodedLeniently(QByteArray text, QByteArray::Base64Options alphabet)
{
    while (text.endsWith('=')) {
        text.chop(1);
    }
    if (text.size() % 4 == 1) {
        text.chop(1); // cut within a group
    }
    auto decoded = QByteArray::fromBase64Encoding(text, alphabet | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

void readBase64(const QByteArray &text, Encoding alphabet, Encoding expected, const Faults &before,
                QList<TagReading> &readings)
{
    const bool url = alphabet == Encoding::Base64Url;
    TagReading reading{
        decodedLeniently(text, url ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding), before,
        text.size()};
    if (reading.bytes.size() < minimumPrefix) {
        return;
    }
    if (alphabet != expected) {
        reading.faults.append(writtenAs(url ? CauseId::TagBase64Url : CauseId::TagBase64, expected));
    }
    // What a lenient decoder lets pass is not what the vendor compares with.
    if (reading.faults.isEmpty() && encode(bytesOf(reading.bytes), expected) != text) {
        reading.faults.append(
            {CauseId::TagWrapped,
             {{u"difference"_s, QString::fromLatin1(QT_TRANSLATE_NOOP(
                                    "CauseValue", "other padding or a changed last character"))}},
             {},
             {}});
    }
    readHexWithin(reading, expected, before, readings);
    readings.append(reading);
}

Faults wrappingFaults(const Unwrapped &bare)
{
    if (bare.isUnchanged()) {
        return {};
    }
    const CauseId id = bare.onlyWhiteSpace ? CauseId::TagWhiteSpace : CauseId::TagWrapped;
    return {{id, {{u"difference"_s, bare.removed.first()}}, {}, {}}};
}

bool hasUrlLetters(QByteArrayView text)
{
    return text.contains('-') || text.contains('_');
}

void readEveryWay(const QByteArray &text, Encoding expected, const Faults &before,
                  QList<TagReading> &readings)
{
    readHex(text, expected, before, readings);
    const bool classic = text.contains('+') || text.contains('/') || text.endsWith('=');
    // Without a telling letter the two alphabets read the same; what lacks its padding is base64url then.
    const bool url = hasUrlLetters(text) || (!classic && text.size() % 4 != 0);
    readBase64(text, url ? Encoding::Base64Url : Encoding::Base64, expected, before, readings);
}

} // namespace

QList<TagReading> readTag(const QString &proof, Encoding expected)
{
    QList<TagReading> readings;
    const Unwrapped bare = unwrap(proof);
    readEveryWay(bare.text.toUtf8(), expected, wrappingFaults(bare), readings);
    return readings;
}

const char *encodingPhrase(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Hex:
        return QT_TRANSLATE_NOOP("CauseValue", "small hex digits");
    case Encoding::Base64:
        return QT_TRANSLATE_NOOP("CauseValue", "base64");
    case Encoding::Base64Url:
        return QT_TRANSLATE_NOOP("CauseValue", "base64url without padding");
    }
    Q_UNREACHABLE();
}

} // namespace countersign::verify
