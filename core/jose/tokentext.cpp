#include "core/jose/tokentext.h"

#include "core/base/ascii.h"
#include "core/base/encoding.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

void add(QList<TokenFinding> *findings, TokenFault fault, const QString &detail)
{
    findings->append({fault, detail, TokenPart::Whole});
}

constexpr std::array<bool, 256> tokenCharacters = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") {
        table[c] = c != '\0';
    }
    return table;
}();

bool isPlain(QByteArrayView token)
{
    bool isPlain = true; // nearly every token is: to look at all of it is faster than to stop early
    for (const char c : token) {
        isPlain &= tokenCharacters[static_cast<unsigned char>(c)];
    }
    return isPlain;
}

QByteArrayView withoutPrefix(QByteArrayView token, QByteArrayView prefix)
{
    const bool has =
        token.size() > prefix.size() && token.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
    return has ? token.sliced(prefix.size()).trimmed() : token;
}

QByteArrayView withoutBearer(QByteArrayView token, QList<TokenFinding> *findings)
{
    const QByteArrayView bare = withoutPrefix(withoutPrefix(token, "Authorization:"), "Bearer ");
    if (bare.size() != token.size()) {
        add(findings, TokenFault::BearerPrefix, u"\"Bearer\" of an HTTP header before the token"_s);
    }
    return bare;
}

QByteArrayView withoutQuotes(QByteArrayView token, QList<TokenFinding> *findings)
{
    const auto isQuote = [](char c) { return c == '"' || c == '\'' || c == '`'; };
    QByteArrayView bare = token;
    while (!bare.isEmpty() && (isQuote(bare.front()) || bare.front() == '<')) {
        bare = bare.sliced(1);
    }
    while (!bare.isEmpty() &&
           (isQuote(bare.back()) || bare.back() == '>' || bare.back() == ',' || bare.back() == ';')) {
        bare.chop(1);
    }
    if (bare.size() != token.size()) {
        add(findings, TokenFault::Quoted, u"quotes or other marks around the token"_s);
    }
    return bare.trimmed();
}

/// Mail clients break long lines, and quoted-printable leaves a "=" at each end.
QByteArray withoutBreaks(QByteArrayView token)
{
    QByteArray joined = token.toByteArray();
    joined.replace("=\r\n", "").replace("=\n", "");
    joined.removeIf(isSpace);
    return joined;
}

bool isJson(QByteArrayView token)
{
    return token.startsWith('{');
}

void nameJson(QByteArrayView token, QList<TokenFinding> *findings)
{
    if (token.contains("\"ciphertext\"")) {
        add(findings, TokenFault::EncryptedToken, u"a JWE in JSON: encrypted, not signed"_s);
    } else if (token.contains("\"signature\"") || token.contains("\"signatures\"")) {
        add(findings, TokenFault::JsonSerialization, u"a JWS in JSON; only the compact form is read"_s);
    } else {
        add(findings, TokenFault::JsonSerialization,
            u"JSON, not a token: perhaps only its header or claims"_s);
    }
}

/// The length in bytes of the MAC a text may stand for, or 0.
std::size_t macSizeOf(QByteArrayView text)
{
    static constexpr std::array<std::size_t, 5> sizes = {16, 20, 32, 48, 64};
    for (const Encoding encoding : {Encoding::Hex, Encoding::Base64, Encoding::Base64Url}) {
        const auto bytes = decode(text, encoding);
        if (bytes && std::ranges::find(sizes, static_cast<std::size_t>(bytes->size())) != sizes.end()) {
            return static_cast<std::size_t>(bytes->size());
        }
    }
    return 0;
}

void nameOnePart(QByteArrayView text, QList<TokenFinding> *findings)
{
    static constexpr qsizetype longestMac = 128; // SHA-512 in hex
    const std::size_t size = text.size() <= longestMac ? macSizeOf(text) : 0;
    if (size > 0) {
        add(findings, TokenFault::LooksLikeHash, u"a hash of %1 bytes, not a token"_s.arg(size));
    } else {
        add(findings, TokenFault::NotThreeParts,
            u"no dots: a token has three parts with dots between them"_s);
    }
}

TokenParts partsAt(QByteArrayView token, qsizetype firstDot, qsizetype secondDot)
{
    return {token.first(firstDot), token.sliced(firstDot + 1, secondDot - firstDot - 1),
            secondDot < token.size() ? token.sliced(secondDot + 1) : QByteArrayView(),
            token.first(secondDot)};
}

void nameWrongCount(qsizetype dots, QList<TokenFinding> *findings)
{
    if (dots == 4) {
        add(findings, TokenFault::EncryptedToken, u"five parts: an encrypted token (JWE)"_s);
    } else {
        add(findings, TokenFault::NotThreeParts, u"%1 parts where a token has three"_s.arg(dots + 1));
    }
}

} // namespace

TokenText unwrapToken(QByteArrayView token, QList<TokenFinding> *findings)
{
    if (isPlain(token) || isJson(token.trimmed())) {
        return {{}, isPlain(token) ? token : token.trimmed()};
    }
    const QByteArrayView bare =
        withoutBearer(withoutQuotes(withoutBearer(token.trimmed(), findings), findings), findings);
    if (bare.isEmpty()) {
        return {};
    }
    const bool isBroken = std::ranges::any_of(bare, isSpace);
    if (isBroken || token.trimmed().size() != token.size()) {
        add(findings, TokenFault::LineBreaks,
            isBroken ? u"white space inside the token"_s : u"white space around the token"_s);
    }
    TokenText text{isBroken ? withoutBreaks(bare) : QByteArray(), bare};
    if (isBroken) {
        text.view = text.repaired;
    }
    return text;
}

std::optional<TokenParts> splitToken(QByteArrayView token, QList<TokenFinding> *findings)
{
    if (token.isEmpty()) {
        add(findings, TokenFault::Empty, u"there is no token"_s);
        return std::nullopt;
    }
    if (isJson(token)) {
        nameJson(token, findings);
        return std::nullopt;
    }
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype secondDot = firstDot < 0 ? -1 : token.indexOf('.', firstDot + 1);
    if (secondDot >= 0 && token.indexOf('.', secondDot + 1) < 0) {
        return partsAt(token, firstDot, secondDot);
    }
    const qsizetype dots = std::ranges::count(token, '.');
    if (dots == 0) {
        nameOnePart(token, findings);
        return std::nullopt;
    }
    nameWrongCount(dots, findings);
    return dots == 1 ? std::optional(partsAt(token, firstDot, token.size())) : std::nullopt;
}

} // namespace countersign::jose
