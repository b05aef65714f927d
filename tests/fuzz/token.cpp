#include "core/base/encoding.h"
#include "core/jose/compactjws.h"
#include "core/jose/jwsverifier.h"
#include "core/jose/jwtverifier.h"
#include "tests/fuzz/fuzztarget.h"

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView secretText = "a secret of the fuzz target, 32+ bytes";
const FixedClock standingClock(Timestamp(std::chrono::seconds(1790000000)));

/// Prepared once: what is fuzzed is the token.
struct Fixture
{
    Fixture();

    crypto::MacKey mac;
    jose::VerificationKey secret, pair;
    jose::JwtVerifier verifier;
};

keys::KeyMaterial secretMaterial()
{
    return keys::SecretKey{SecretBytes::copyOf(bytesOf(secretText)), keys::SecretEncoding::Text};
}

/// RFC 8032 section 7.1, test 1.
keys::KeyMaterial publicMaterial()
{
    const auto key = crypto::PublicKey::fromNumbers(
        {.type = crypto::KeyType::Ed25519,
         .curve = {},
         .n = {},
         .e = {},
         .x = QByteArray::fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
         .y = {}});
    return *key;
}

Fixture::Fixture()
    : mac(*crypto::MacKey::create(crypto::HashAlgorithm::Sha256, bytesOf(secretText)))
    , secret(*jose::VerificationKey::create(secretMaterial(), {}, u"k1"_s))
    , pair(*jose::VerificationKey::create(publicMaterial()))
    , verifier({.issuer = u"issuer"_s,
                .audience = u"audience"_s,
                .missingExpiration = jose::MissingExpiration::Allowed,
                .clockSkew = std::chrono::seconds(30)},
               standingClock)
{
}

const Fixture &fixture()
{
    static const Fixture fixture;
    return fixture;
}

void check(QByteArrayView token)
{
    const jose::DecodedToken decoded = jose::decodeToken(token);
    fuzz::require(decoded.jwt || !decoded.findings.isEmpty(), "what cannot be shown has a reason");
    for (const jose::TokenFinding &finding : decoded.findings) {
        fuzz::require(!finding.detail.isEmpty() || finding.fault == jose::TokenFault::Empty,
                      "a finding says what it is about");
    }
    for (const jose::VerificationKey *key : {&fixture().secret, &fixture().pair}) {
        const auto verified = fixture().verifier.verify(decoded, *key);
        const auto signedOnly = jose::verifyJws(decoded, *key);
        if (verified) {
            fuzz::require(decoded.isAcceptable() && signedOnly, "verified means acceptable and signed");
            fuzz::require(key->allows(verified->algorithm()), "the algorithm is the key's");
            fuzz::require(token.startsWith(decoded.jwt->signingInput + '.'), "nothing was put right");
        } else {
            fuzz::require(!verified.error().isEmpty(), "not verified has a reason");
        }
    }
}

/// A header and a payload, signed as they stand, so that inputs get past the signature to the claims.
QByteArray signedToken(QByteArrayView input)
{
    const qsizetype end = input.toByteArray().indexOf('\n');
    const QByteArrayView header = end < 0 ? input : input.first(end);
    const QByteArrayView payload = end < 0 ? QByteArrayView() : input.sliced(end + 1);
    const QByteArray signingInput = jose::makeSigningInput(header, payload);
    return signingInput + '.' +
           encode(bytesOf(fixture().mac.computeMac(bytesOf(signingInput))), Encoding::Base64Url);
}

} // namespace

/// A token as it stands; or behind "+", a header and a payload to be signed, a line each.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input = fuzz::viewOfInput(data, size);
    if (input.startsWith('+')) {
        check(signedToken(input.sliced(1)));
    } else {
        check(input);
    }
    return 0;
}
