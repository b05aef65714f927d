#include "core/verify/tagreading.h"

#include "core/verify/bytetext_p.h"
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

/// Hex of the hex text, or of the base64 text.
void readWithinHex(const TagReading &outer, Encoding expected, const Faults &before,
                   QList<TagReading> &readings)
{
    const auto faults = [&](const char *found) {
        return before + Faults{{CauseId::TagEncodedTwice,
                                {{u"found"_s, QString::fromLatin1(found)},
                                 {u"expected"_s, QString::fromLatin1(encodingPhrase(expected))}},
                                {},
                                {}}};
    };
    if (isHexText(outer.bytes)) {
        readings.append({QByteArray::fromHex(outer.bytes),
                         faults(QT_TRANSLATE_NOOP("CauseValue", "hex of the hex text")), outer.characters});
    } else if (outer.bytes.size() == 44 && outer.bytes.endsWith('=')) {
        readings.append({QByteArray::fromBase64(outer.bytes),
                         faults(QT_TRANSLATE_NOOP("CauseValue", "hex of the base64 text")),
                         outer.characters});
    }
}

/// A number turned into hex loses the zeros in front.
void readWithoutZeros(const QByteArray &text, Encoding expected, const Faults &before,
                      QList<TagReading> &readings)
{
    constexpr qsizetype whole = 64;
    constexpr qsizetype mostLost = 4;
    if (isHexText(text) && text.size() < whole && text.size() >= whole - mostLost) {
        readings.append({QByteArray::fromHex(text.rightJustified(whole, '0')),
                         before + hexFaults(text, expected) +
                             Faults{{CauseId::TagZerosLost,
                                     {{u"found"_s, QString::number(text.size())},
                                      {u"expected"_s, QString::number(whole)}},
                                     {},
                                     {}}},
                         text.size()});
    }
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
        readWithinHex(reading, expected, before, readings);
    }
    readWithoutZeros(text, expected, before, readings);
}

/// Base64 of the base64 text.
void readBase64Within(const TagReading &outer, Encoding expected, const Faults &before,
                      QList<TagReading> &readings)
{
    if (outer.bytes.size() == 44 && outer.bytes.endsWith('=')) {
        const char *found = QT_TRANSLATE_NOOP("CauseValue", "base64 of the base64 text");
        readings.append({QByteArray::fromBase64(outer.bytes),
                         before + Faults{{CauseId::TagEncodedTwice,
                                          {{u"found"_s, QString::fromLatin1(found)},
                                           {u"expected"_s, QString::fromLatin1(encodingPhrase(expected))}},
                                          {},
                                          {}}},
                         outer.characters});
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
    readBase64Within(reading, expected, before, readings);
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

Faults with(const Faults &before, const char *difference)
{
    return before +
           Faults{{CauseId::TagWrapped, {{u"difference"_s, QString::fromLatin1(difference)}}, {}, {}}};
}

/// "98:8e:b0" and "98-8E-B0", as tools and .NET print bytes.
void readSeparated(const QByteArray &text, Encoding expected, const Faults &before,
                   QList<TagReading> &readings)
{
    for (const char separator : {':', '-'}) {
        const qsizetype separators = text.count(separator);
        if (separators >= minimumPrefix - 1 && text.size() == 3 * separators + 2) {
            const char *phrase = QT_TRANSLATE_NOOP("CauseValue", "separators between its bytes");
            readHex(QByteArray(text).replace(separator, ""), expected, with(before, phrase), readings);
        }
    }
}

/// "…LYiE%3D", taken out of an address.
void readPercentEncoded(const QByteArray &text, Encoding expected, const Faults &before,
                        QList<TagReading> &readings)
{
    if (text.contains('%')) {
        readEveryWay(QByteArray::fromPercentEncoding(text), expected,
                     with(before, QT_TRANSLATE_NOOP("CauseValue", "URL encoding (%3D for =)")), readings);
    }
}

/// A screen that had no room: "988eb0ea39d60e4c…".
QByteArray withoutEllipsis(QByteArray text)
{
    for (const char *ellipsis : {"…", "..."}) {
        const qsizetype at = text.indexOf(ellipsis);
        if (at >= 2 * minimumPrefix) {
            text.truncate(at);
        }
    }
    return text;
}

/// What a program prints for bytes when nobody told it how.
void readBytes(const QString &proof, Encoding expected, QList<TagReading> &readings)
{
    if (const auto read = readByteText(proof)) {
        Cause cause = writtenAs(CauseId::TagBytes, expected);
        cause.values.insert(u"found"_s, QString::fromUtf8(read->found));
        readings.append({read->bytes, {cause}, 2 * read->bytes.size()});
    }
}

} // namespace

QList<TagReading> readTag(const QString &proof, Encoding expected)
{
    QList<TagReading> readings;
    const Unwrapped bare = unwrap(proof);
    const Faults faults = wrappingFaults(bare);
    const QByteArray text = withoutEllipsis(bare.text.toUtf8());
    readEveryWay(text, expected, faults, readings);
    readSeparated(text, expected, faults, readings);
    readPercentEncoded(text, expected, faults, readings);
    readBytes(proof, expected, readings);
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
