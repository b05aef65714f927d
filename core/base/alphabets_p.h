#pragma once

#include "core/base/encoding.h"

#include <array>
#include <string_view>

namespace countersign {

inline constexpr std::string_view hexAlphabet = "0123456789abcdef";
inline constexpr std::string_view base64Alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
inline constexpr std::string_view base64UrlAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
inline constexpr unsigned char noDigit = 0xff;

using DigitTable = std::array<unsigned char, 256>;

constexpr DigitTable digitsOf(std::string_view alphabet)
{
    DigitTable table;
    table.fill(noDigit);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<unsigned char>(i);
    }
    return table;
}

inline constexpr DigitTable hexDigits = [] {
    DigitTable table = digitsOf(hexAlphabet);
    for (unsigned char c = 'A'; c <= 'F'; ++c) {
        table[c] = static_cast<unsigned char>(c - 'A' + 10);
    }
    return table;
}();
inline constexpr DigitTable base64Digits = digitsOf(base64Alphabet);
inline constexpr DigitTable base64UrlDigits = digitsOf(base64UrlAlphabet);

constexpr const DigitTable &digitsFor(Encoding encoding)
{
    return encoding == Encoding::Hex      ? hexDigits
           : encoding == Encoding::Base64 ? base64Digits
                                          : base64UrlDigits;
}

} // namespace countersign
