#include "core/verify/bytetext_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// Fewer numbers are no hash, more no hash either.
constexpr qsizetype fewestBytes = 16;
constexpr qsizetype longestText = 2048;

std::optional<ByteText> readBuffer(const QString &text)
{
    static const QRegularExpression pattern(u"<(?:Slow)?Buffer((?: [0-9a-f]{2}){16,64})>"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return ByteText{QByteArray::fromHex(match.captured(1).toLatin1()),
                    QT_TRANSLATE_NOOP("CauseValue", "Node's <Buffer …>")};
}

/// From 0 to 255, or signed as Java's are.
std::optional<ByteText> readNumbers(const QString &text)
{
    static const QRegularExpression pattern(u"-?\\d{1,3}(?:\\s*,\\s*-?\\d{1,3}){15,63}"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    QByteArray bytes;
    for (const QString &number : match.captured().split(u',')) {
        const int value = number.trimmed().toInt();
        if (value < -128 || value > 255) {
            return std::nullopt;
        }
        bytes.append(static_cast<char>(value));
    }
    return ByteText{bytes, QT_TRANSLATE_NOOP("CauseValue", "a list of numbers")};
}

/// The character behind a backslash; -1 where it is no escape of one character.
int unescaped(QChar escaped)
{
    constexpr QStringView names = u"nrt\\'\"";
    constexpr QByteArrayView values = "\n\r\t\\'\"";
    const qsizetype at = names.indexOf(escaped);
    return at < 0 ? -1 : values[at];
}

/// b'\x1a+\n…'
std::optional<ByteText> readPython(const QString &text)
{
    static const QRegularExpression pattern(u"b(?:'(.*\\\\x.*)'|\"(.*\\\\x.*)\")"_s);
    const auto match = pattern.match(text);
    const QString literal = match.captured(1) + match.captured(2);
    QByteArray bytes;
    for (qsizetype at = 0; at < literal.size(); ++at) {
        const QChar next = at + 1 < literal.size() ? literal[at + 1] : QChar();
        if (literal[at] != u'\\') {
            bytes.append(literal[at].toLatin1());
        } else if (next == u'x') {
            bytes.append(static_cast<char>(literal.mid(at + 2, 2).toInt(nullptr, 16)));
            at += 3;
        } else if (const int value = unescaped(next); value >= 0) {
            bytes.append(static_cast<char>(value));
            ++at;
        }
    }
    return bytes.size() < fewestBytes
               ? std::nullopt
               : std::optional(ByteText{bytes, QT_TRANSLATE_NOOP("CauseValue", "Python's b'…'")});
}

} // namespace

std::optional<ByteText> readByteText(const QString &text)
{
    if (text.size() < 2 * fewestBytes - 1 || text.size() > longestText) {
        return std::nullopt;
    }
    for (const auto &read : {readBuffer, readNumbers, readPython}) {
        if (auto found = read(text)) {
            return found;
        }
    }
    return std::nullopt;
}

bool isNameOfBytes(const QString &text)
{
    static const QRegularExpression pattern(u"\\A\\W*(?:\\[B@[0-9a-f]{1,8}|System\\.Byte\\[\\]|#?<?Buffer>?|"
                                            u"\\[object (?:ArrayBuffer|Uint8Array|Buffer)\\])\\W*\\z"_s);
    return text.size() < 64 && pattern.match(text).hasMatch();
}

} // namespace countersign::verify
