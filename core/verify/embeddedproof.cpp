#include "core/verify/embeddedproof_p.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr std::array<qsizetype, 4> hexHashSizes{64, 128, 96, 40}; ///< the likeliest first

/// The characters of base64url of all the signatures there are: HMAC, RSA and ECDSA.
constexpr std::array<qsizetype, 9> signatureSizes{43, 64, 86, 128, 171, 176, 342, 512, 683};

bool isOneOf(std::span<const qsizetype> sizes, qsizetype size)
{
    return std::ranges::find(sizes, size) != sizes.end();
}

bool isHexDigit(QChar character)
{
    const char16_t c = character.toLower().unicode();
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

bool isAsciiLetterOrDigit(QChar character)
{
    return character.unicode() < 128 && character.isLetterOrNumber();
}

bool isHex(QStringView text)
{
    return std::ranges::all_of(text, isHexDigit);
}

bool isBase64(QStringView text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return isAsciiLetterOrDigit(c) || u"+/=-_"_s.contains(c); });
}

bool isTokenText(QStringView text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return isAsciiLetterOrDigit(c) || u"+/=-_.…"_s.contains(c); });
}

/// The first three parts where the third is as long as a signature is: what follows is no part of it.
QString signedBeginning(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[\\w-]+\\.[\\w-]+\\.([\\w-]++)(?![=+])"_s);
    const auto match = pattern.match(text);
    return match.hasMatch() && isOneOf(signatureSizes, match.capturedLength(1)) ? match.captured()
                                                                                : QString();
}

/// Copied twice in a row.
QString halfOfDouble(const QString &text)
{
    const QString half = text.first(text.size() / 2);
    const bool isDouble = text.size() % 2 == 0 && half == QStringView(text).sliced(half.size());
    const bool isHash = isHex(half) && isOneOf(hexHashSizes, half.size());
    return isDouble && (isHash || isSignedToken(half)) ? half : QString();
}

struct Place
{
    qsizetype at = -1;
    qsizetype size = 0;
};

/// Whether a token may end there: another sign is one that does not belong into a token, and part of it.
bool isEnd(QStringView after)
{
    return after.isEmpty() || after.front().isSpace() || u"\"'`“”‘’;,)&<>}]\\#|"_s.contains(after.front());
}

Place tokenIn(const QString &text)
{
    static const QRegularExpression pattern(u"(?<![\\w.-])(?:eyJ|eyA|ewo|ewk|ew0)[\\w-]*[.…][\\w+/=.…-]*"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch() || !isEnd(QStringView(text).sliced(match.capturedEnd()))) {
        return {};
    }
    const QString beginning = signedBeginning(match.captured());
    const QStringView rest = match.capturedView().sliced(beginning.size());
    const bool isPath = rest.startsWith(u'/') && match.capturedStart() > 0;
    const bool isDots = std::ranges::all_of(rest, [](QChar c) { return c == u'.' || c == u'…'; });
    const bool isCut = !beginning.isEmpty() && (isPath || isDots);
    return {match.capturedStart(), isCut ? beginning.size() : match.capturedLength()};
}

/// Of a hash's length, or else the longest; a shorter one is more likely a number or a word.
Place hexIn(const QString &text)
{
    static const QRegularExpression pattern(u"(?<![0-9A-Za-z._-])[0-9A-Fa-f]{32,128}(?![0-9A-Za-z])"_s);
    Place best;
    const auto rank = [](qsizetype size) { return std::ranges::find(hexHashSizes, size); };
    for (const auto &match : pattern.globalMatch(text)) {
        const qsizetype size = match.capturedLength();
        if (best.at < 0 || rank(size) < rank(best.size) ||
            (rank(size) == rank(best.size) && size > best.size)) {
            best = {match.capturedStart(), size};
        }
    }
    return best;
}

/// Of 32 bytes: only its padding tells base64 from words.
Place base64In(const QString &text)
{
    static const QRegularExpression pattern(u"(?<![\\w+/-])[A-Za-z0-9+/]{43}=(?![\\w+/=-])"_s);
    const auto match = pattern.match(text);
    return match.hasMatch() ? Place{match.capturedStart(), match.capturedLength()} : Place{};
}

Place proofIn(const QString &text)
{
    const Place token = tokenIn(text);
    if (token.at >= 0 || beginsLikeToken(text)) { // what looks like a hash in a token is a part of it
        return token;
    }
    const Place hex = hexIn(text);
    return hex.at >= 0 ? hex : base64In(text);
}

QString percentDecoded(const QString &text)
{
    // An address within an address is encoded twice.
    const QString once = QUrl::fromPercentEncoding(text.toUtf8());
    return QUrl::fromPercentEncoding(once.toUtf8());
}

bool isAddress(QStringView before)
{
    return before.contains("://"_L1) || before.contains(u'?') || before.contains(u'&');
}

/// `"hash": "`, `var JWT_TOKEN = '`, `'hash' =>`
bool isAssignment(QStringView before)
{
    static const QRegularExpression pattern(u"(?::|=>?)\\s*[\"'`\\\\]*\\z"_s);
    return pattern.match(before.toString()).hasMatch();
}

const char *phraseFor(QStringView before, QStringView after)
{
    if (before == "\\\""_L1 && after == "\\\""_L1) {
        return QT_TRANSLATE_NOOP("CauseValue", "escaped quotes around it");
    }
    if (isAddress(before)) {
        return QT_TRANSLATE_NOOP("CauseValue", "an address around it");
    }
    if (before.startsWith(u'{') || before.startsWith(u'[') || isAssignment(before)) {
        return QT_TRANSLATE_NOOP("CauseValue", "a line of code or JSON around it");
    }
    if (before.isEmpty()) {
        const bool isPunctuation = std::ranges::all_of(after, [](QChar c) { return c.isPunct(); });
        return isPunctuation ? QT_TRANSLATE_NOOP("CauseValue", "punctuation at its end")
                             : QT_TRANSLATE_NOOP("CauseValue", "other text behind it");
    }
    return after.isEmpty() ? QT_TRANSLATE_NOOP("CauseValue", "other text in front")
                           : QT_TRANSLATE_NOOP("CauseValue", "other text around it");
}

/// Dots behind the beginning of a hash: what they stand for was left out, and nothing is around it.
bool isShortened(const QString &text, Place place)
{
    const QStringView after = QStringView(text).sliced(place.at + place.size);
    return place.at == 0 && place.size != hexHashSizes.front() && (after == u"…" || after == u"...") &&
           isHex(QStringView(text).first(place.size));
}

std::optional<EmbeddedProof> cutOut(const QString &text, Place place)
{
    if (place.at < 0 || place.size == text.size() || isShortened(text, place)) {
        return std::nullopt;
    }
    const QStringView whole(text);
    return EmbeddedProof{
        text.sliced(place.at, place.size),
        phraseFor(whole.first(place.at).trimmed(), whole.sliced(place.at + place.size).trimmed())};
}

} // namespace

std::optional<EmbeddedProof> embeddedProof(const QString &text)
{
    if (const QString half = halfOfDouble(text); !half.isEmpty()) {
        return EmbeddedProof{half, QT_TRANSLATE_NOOP("CauseValue", "the same once more behind it")};
    }
    const QString decoded = text.contains(u'%') ? percentDecoded(text) : text;
    return cutOut(decoded, proofIn(decoded));
}

bool isWholeProof(const QString &text)
{
    if (!halfOfDouble(text).isEmpty()) {
        return false;
    }
    if (beginsLikeToken(text)) {
        const QString isSigned = signedBeginning(text);
        return isTokenText(text) && (isSigned.isEmpty() || isSigned.size() == text.size());
    }
    if (isHex(text)) {
        return isOneOf(hexHashSizes, text.size());
    }
    return (text.size() == 43 || text.size() == 44 || text.size() == 88) && isBase64(text);
}

bool isSignedToken(const QString &text)
{
    return !text.isEmpty() && signedBeginning(text).size() == text.size();
}

bool beginsLikeToken(QStringView text)
{
    return text.startsWith("eyJ"_L1) || text.startsWith("ewog"_L1) || text.startsWith("eyAi"_L1);
}

} // namespace countersign::verify
