#include "core/verify/signaturereading_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// Shorter ones are no signature in any spelling.
constexpr qsizetype shortestSignature = 20;

void add(QList<TagReading> &readings, const QByteArray &bytes, const Cause &fault, qsizetype characters)
{
    if (bytes.size() >= shortestSignature &&
        std::ranges::find(readings, bytes, &TagReading::bytes) == readings.end()) {
        readings.append({bytes, {fault}, characters});
    }
}

QByteArray fromWholeHex(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromHex(text);
    return bytes.toHex() == text.toLower() ? bytes : QByteArray();
}

/// Base64 or base64url, with padding or without.
QByteArray fromWholeBase64(QByteArray text)
{
    while (text.endsWith('=')) {
        text.chop(1);
    }
    text.replace('+', '-').replace('/', '_');
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
    const auto decoded = QByteArray::fromBase64Encoding(text, options);
    return decoded ? *decoded : QByteArray();
}

} // namespace

QList<TagReading> readSignature(const QByteArray &signature, const QByteArray &thirdPart)
{
    QList<TagReading> readings{{signature, {}, signature.size()}};
    const Cause hex{CauseId::TokenSignatureHex, {}, {}, {}};
    add(readings, fromWholeHex(signature), hex, signature.size());
    add(readings, fromWholeHex(thirdPart), hex, thirdPart.size());
    const QString found =
        QString::fromLatin1(QT_TRANSLATE_NOOP("CauseValue", "the base64 text, in base64url once more"));
    add(readings, fromWholeBase64(signature),
        {CauseId::TagEncodedTwice, {{u"found"_s, found}, {u"expected"_s, u"base64url"_s}}, {}, {}},
        signature.size());
    return readings;
}

} // namespace countersign::verify
