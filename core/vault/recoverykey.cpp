#include "core/vault/recoverykey.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t randomSymbols = 26; // 130 bits
constexpr std::size_t checkSymbols = 2;
constexpr std::size_t allSymbols = randomSymbols + checkSymbols;
constexpr std::size_t groupSize = 4;

std::array<unsigned char, checkSymbols> checkOf(ByteView symbols)
{
    const QByteArray hash = crypto::digest(crypto::HashAlgorithm::Sha256, symbols);
    std::array<unsigned char, checkSymbols> check{};
    for (std::size_t i = 0; i < checkSymbols; ++i) {
        check.at(i) =
            static_cast<unsigned char>(alphabet[static_cast<unsigned char>(hash[qsizetype(i)]) % 32]);
    }
    return check;
}

bool isSeparator(unsigned char letter)
{
    return letter == '-' || letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/// What the alphabet leaves out because it looks like another, read as that other; 0 for anything else.
unsigned char symbolFor(unsigned char letter)
{
    if (letter >= 'a' && letter <= 'z') {
        letter = static_cast<unsigned char>(letter - 'a' + 'A');
    }
    if (letter == 'O') {
        return '0';
    }
    if (letter == 'I' || letter == 'L') {
        return '1';
    }
    return alphabet.find(static_cast<char>(letter)) == std::string_view::npos ? 0 : letter;
}

} // namespace

SecretBytes makeRecoveryKey()
{
    SecretBytes symbols = crypto::randomSecret(randomSymbols);
    for (unsigned char &symbol : symbols.writableBytes()) {
        symbol = static_cast<unsigned char>(alphabet[symbol % 32]); // 256 is a multiple of 32: no bias
    }
    symbols.append(checkOf(symbols.bytes()));
    SecretBytes grouped;
    for (std::size_t at = 0; at < allSymbols; at += groupSize) {
        if (at > 0) {
            grouped.append(bytesOf("-"));
        }
        grouped.append(symbols.bytes().subspan(at, groupSize));
    }
    return grouped;
}

Result<SecretBytes> parseRecoveryKey(ByteView typed)
{
    SecretBytes symbols(allSymbols);
    std::size_t count = 0;
    for (const unsigned char letter : typed) {
        if (isSeparator(letter)) {
            continue;
        }
        const unsigned char symbol = symbolFor(letter);
        if (symbol == 0) {
            return failure(ErrorCode::InvalidInput,
                           u"character %1 of the recovery key occurs in none"_s.arg(count + 1));
        }
        if (count < allSymbols) {
            symbols.writableBytes()[count] = symbol;
        }
        ++count;
    }
    if (count != allSymbols) {
        return failure(ErrorCode::InvalidInput,
                       u"a recovery key has %1 letters and digits, this one %2"_s.arg(allSymbols).arg(count));
    }
    const auto check = checkOf(symbols.bytes().first(randomSymbols));
    if (!equalConstantTime(check, symbols.bytes().last(checkSymbols))) {
        return failure(ErrorCode::InvalidInput, u"a character of the recovery key is mistyped"_s);
    }
    return symbols;
}

} // namespace countersign::vault
