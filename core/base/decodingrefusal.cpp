#include "core/base/decodingrefusal_p.h"

#include "core/base/alphabets_p.h"

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

/// What is wrong with a character, without repeating it: it may be part of a secret.
QString describeStranger(unsigned char c, Encoding encoding)
{
    const auto name = encoding == Encoding::Hex      ? "hex"_L1
                      : encoding == Encoding::Base64 ? "base64"_L1
                                                     : "base64url"_L1;
    if (c == '\n' || c == '\r') {
        return u"a line break"_s;
    }
    if (c == ' ' || c == '\t') {
        return u"white space"_s;
    }
    if (c == '=') {
        return encoding == Encoding::Base64 ? u"padding before the end"_s
                                            : u"padding, which %1 has none of"_s.arg(name);
    }
    if (encoding == Encoding::Base64Url && (c == '+' || c == '/')) {
        return u"'+' or '/': this looks like base64, which base64url writes with '-' and '_'"_s;
    }
    if (encoding == Encoding::Base64 && (c == '-' || c == '_')) {
        return u"'-' or '_': this looks like base64url, which base64 writes with '+' and '/'"_s;
    }
    return u"not a character of %1"_s.arg(name);
}

} // namespace

std::unexpected<Error> refuseAt(std::size_t index, const QString &reason)
{
    return failure(ErrorCode::InvalidEncoding, u"character %1: %2"_s.arg(index + 1).arg(reason));
}

std::unexpected<Error> refuseStranger(ByteView text, Encoding encoding)
{
    const DigitTable &table = digitsFor(encoding);
    std::size_t i = 0;
    while (table[text[i]] != noDigit) {
        ++i;
    }
    return refuseAt(i, describeStranger(text[i], encoding));
}

} // namespace countersign
