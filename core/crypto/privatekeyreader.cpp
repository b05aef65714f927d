#include "core/crypto/privatekeyreader_p.h"

#include "core/crypto/derreader_p.h"
#include "core/crypto/keyencoding_p.h"
#include "core/crypto/keykind_p.h"
#include "core/crypto/pkeynumbers_p.h"

#include <openssl/objects.h>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace countersign::crypto {

namespace {

constexpr std::string_view ecPublicKey = "\x2a\x86\x48\xce\x3d\x02\x01"sv; // RFC 5480
constexpr std::string_view ed25519 = "\x2b\x65\x70"sv;                     // RFC 8410
constexpr std::pair<std::string_view, EcCurve> curves[] = {
    {"\x2a\x86\x48\xce\x3d\x03\x01\x07"sv, EcCurve::P256},
    {"\x2b\x81\x04\x00\x22"sv, EcCurve::P384},
    {"\x2b\x81\x04\x00\x23"sv, EcCurve::P521},
};

std::unexpected<Error> notReadable(QLatin1StringView name)
{
    return failure(ErrorCode::InvalidKey, u"not a readable %1"_s.arg(name));
}

std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

QByteArray publicBytesOf(ByteView bytes)
{
    return viewOf(bytes).toByteArray();
}

/// For messages: "secp256k1", or the numbers of what nobody has named.
QString objectName(ByteView identifier)
{
    const unsigned char *data = identifier.data();
    using ObjectPtr = std::unique_ptr<ASN1_OBJECT, FreeWith<ASN1_OBJECT_free>>;
    QByteArray der = publicBytesOf(identifier);
    if (identifier.empty() || identifier.size() > 0x7f) {
        return u"unknown"_s;
    }
    der.prepend(static_cast<char>(identifier.size())).prepend('\x06');
    data = reinterpret_cast<const unsigned char *>(der.constData());
    const ObjectPtr object(d2i_ASN1_OBJECT(nullptr, &data, static_cast<long>(der.size())));
    char name[80] = {};
    if (object) {
        OBJ_obj2txt(name, sizeof name, object.get(), 0);
    }
    return QString::fromLatin1(name);
}

/// ECParameters (RFC 5480 section 2.1.1). A curve of the sender's choosing may have a key that anybody knows
/// (CVE-2020-0601).
Result<EcCurve> readCurve(DerReader &reader)
{
    if (reader.nextIs(DerTag::Sequence)) {
        return failure(ErrorCode::UnsupportedKey, u"an EC key whose curve is written out instead of named"_s);
    }
    const ByteView identifier = reader.take(DerTag::ObjectIdentifier);
    if (!reader.isGood()) {
        return failure(ErrorCode::InvalidKey, u"an EC key without a curve"_s);
    }
    const auto curve =
        std::ranges::find(curves, textOf(identifier), &std::pair<std::string_view, EcCurve>::first);
    if (curve == std::end(curves)) {
        return failure(
            ErrorCode::UnsupportedKey,
            u"an EC key on the curve %1; P-256, P-384 and P-521 are used"_s.arg(objectName(identifier)));
    }
    return curve->second;
}

bool isProduct(ByteView p, ByteView q, ByteView n)
{
    const BignumPtr product(BN_secure_new());
    const BignumContextPtr context(BN_CTX_secure_new());
    return product && BN_mul(product.get(), bignumOf(p).get(), bignumOf(q).get(), context.get()) &&
           BN_cmp(product.get(), bignumOf(n).get()) == 0;
}

/// d padded to the curve's size: some programs leave out its leading zeros.
Result<SecretBytes> readScalar(ByteView d, std::size_t size)
{
    if (d.empty() || d.size() > size) {
        return failure(ErrorCode::InvalidKey,
                       u"the private number has %1 bytes and must have %2"_s.arg(d.size()).arg(size));
    }
    SecretBytes padded(size);
    std::ranges::copy(d, padded.writableBytes().last(d.size()).begin());
    return padded;
}

/// A point as SEC 1 section 2.3.3 writes it: in full, or as x and which of two y's.
bool isPoint(ByteView point, const PublicNumbers &numbers)
{
    const QByteArrayView view = viewOf(point);
    const char sign = static_cast<char>(2 + (numbers.y.back() & 1));
    return view == '\4' + numbers.x + numbers.y || view == sign + numbers.x;
}

Result<KeyNumbers> ecNumbers(ByteView d, EcCurve curve, ByteView point)
{
    auto scalar = readScalar(d, coordinateSize(curve));
    if (!scalar) {
        return std::unexpected(scalar.error());
    }
    auto numbers = publicNumbersFor(*scalar, {KeyType::Ec, curve});
    if (!numbers) {
        return failure(ErrorCode::InvalidKey, u"the private number is missing or out of range"_s);
    }
    if (!point.empty() && !isPoint(point, *numbers)) {
        return failure(ErrorCode::InvalidKey, u"the private and the public numbers do not belong together"_s);
    }
    KeyNumbers key{*std::move(numbers), {}};
    key.privateNumbers.d = std::move(*scalar);
    return key;
}

/// `curve` is what stands around the structure, in PKCS#8; the structure may repeat it.
Result<KeyNumbers> readEcPrivateKey(ByteView der, std::optional<EcCurve> curve)
{
    DerReader outer(der);
    DerReader reader(outer.take(DerTag::Sequence));
    const ByteView version = reader.takeNumber();
    const ByteView d = reader.take(DerTag::OctetString);
    if (reader.isGood() && reader.nextIs(DerTag::Explicit0)) {
        DerReader parameters(reader.take(DerTag::Explicit0));
        const auto named = readCurve(parameters);
        if (!named) {
            return std::unexpected(named.error());
        }
        if (!parameters.isComplete() || (curve && *curve != *named)) {
            return failure(ErrorCode::InvalidKey, u"an EC key with two curves"_s);
        }
        curve = *named;
    }
    ByteView point;
    if (reader.nextIs(DerTag::Explicit1)) {
        DerReader publicKey(reader.take(DerTag::Explicit1));
        point = publicKey.takeBits();
        if (!publicKey.isComplete() || point.empty()) {
            return notReadable("ECPrivateKey (SEC 1)"_L1);
        }
    }
    if (!reader.isComplete() || !outer.isComplete() || textOf(version) != "\1"sv) {
        return notReadable("ECPrivateKey (SEC 1)"_L1);
    }
    return curve ? ecNumbers(d, *curve, point)
                 : failure(ErrorCode::InvalidKey, u"an EC key without a curve"_s);
}

Result<KeyNumbers> readEd25519PrivateKey(ByteView der, ByteView publicKey)
{
    DerReader reader(der);
    const ByteView d = reader.take(DerTag::OctetString); // CurvePrivateKey, RFC 8410 section 7
    if (!reader.isComplete() || d.size() != ed25519KeySize) {
        return notReadable("CurvePrivateKey (RFC 8410)"_L1);
    }
    KeyNumbers key;
    key.privateNumbers.d = SecretBytes::copyOf(d);
    auto numbers = publicNumbersFor(key.privateNumbers.d, {KeyType::Ed25519, std::nullopt});
    if (!numbers || (!publicKey.empty() && viewOf(publicKey) != numbers->x)) {
        return failure(ErrorCode::InvalidKey, u"the private and the public numbers do not belong together"_s);
    }
    key.publicNumbers = *std::move(numbers);
    return key;
}

Result<KeyNumbers> readForAlgorithm(DerReader algorithm, ByteView privateKey, ByteView publicKey)
{
    const ByteView identifier = algorithm.take(DerTag::ObjectIdentifier);
    if (textOf(identifier) == ecPublicKey) {
        const auto curve = readCurve(algorithm);
        if (!curve) {
            return std::unexpected(curve.error());
        }
        return algorithm.isComplete() ? readEcPrivateKey(privateKey, *curve)
                                      : notReadable("PrivateKeyInfo (PKCS#8)"_L1);
    }
    const bool isRsa = viewOf(identifier) == rsaEncryption;
    if (isRsa && algorithm.nextIs(DerTag::Null) && !algorithm.take(DerTag::Null).empty()) {
        return notReadable("PrivateKeyInfo (PKCS#8)"_L1);
    }
    if (!isRsa && textOf(identifier) != ed25519) {
        return algorithm.isGood()
                   ? Result<KeyNumbers>(failure(
                         ErrorCode::UnsupportedKey,
                         u"a key of type %1; RSA, EC and Ed25519 are used"_s.arg(objectName(identifier))))
                   : notReadable("PrivateKeyInfo (PKCS#8)"_L1);
    }
    if (!algorithm.isComplete()) {
        return notReadable("PrivateKeyInfo (PKCS#8)"_L1);
    }
    return isRsa ? readPkcs1PrivateKey(privateKey) : readEd25519PrivateKey(privateKey, publicKey);
}

} // namespace

Result<KeyNumbers> readPrivateKeyInfo(ByteView der)
{
    DerReader outer(der);
    DerReader reader(der.size() > largestKey ? ByteView() : outer.take(DerTag::Sequence));
    const ByteView version = reader.takeNumber();
    const DerReader algorithm(reader.take(DerTag::Sequence));
    const ByteView privateKey = reader.take(DerTag::OctetString);
    if (reader.nextIs(DerTag::Explicit0)) {
        reader.take(DerTag::Explicit0); // attributes, which say nothing about the key
    }
    ByteView publicKey;
    const bool isSecond = textOf(version) == "\1"sv; // RFC 5958 section 2
    if (isSecond && reader.nextIs(DerTag::Implicit1)) {
        publicKey = reader.takeBits(DerTag::Implicit1);
    }
    if (!reader.isComplete() || !outer.isGood() || !(version.empty() || isSecond)) {
        return notReadable("PrivateKeyInfo (PKCS#8)"_L1);
    }
    if (!outer.isComplete()) {
        return failure(ErrorCode::InvalidKey,
                       u"%1 bytes after the end of the PrivateKeyInfo (PKCS#8)"_s.arg(outer.rest().size()));
    }
    return readForAlgorithm(algorithm, privateKey, publicKey);
}

Result<KeyNumbers> readPkcs1PrivateKey(ByteView der)
{
    DerReader outer(der);
    DerReader reader(der.size() > largestKey ? ByteView() : outer.take(DerTag::Sequence));
    const ByteView version = reader.takeNumber();
    ByteView numbers[8]; // n, e, d, p, q, dp, dq, qi
    for (ByteView &number : numbers) {
        number = reader.takeNumber();
    }
    if (textOf(version) == "\1"sv && reader.nextIs(DerTag::Sequence)) {
        return failure(ErrorCode::UnsupportedKey, u"an RSA key with more than two primes"_s);
    }
    if (!reader.isComplete() || !outer.isComplete() || !version.empty()) {
        return notReadable("RSAPrivateKey (PKCS#1)"_L1);
    }
    const auto [n, e, d, p, q, dp, dq, qi] = numbers;
    if (!(p.empty() && q.empty()) && !isProduct(p, q, n)) {
        return failure(ErrorCode::InvalidKey, u"the primes are not those of the modulus"_s);
    }
    KeyNumbers key;
    key.publicNumbers.n = publicBytesOf(n);
    key.publicNumbers.e = publicBytesOf(e);
    key.privateNumbers = {SecretBytes::copyOf(d),  SecretBytes::copyOf(p),  SecretBytes::copyOf(q),
                          SecretBytes::copyOf(dp), SecretBytes::copyOf(dq), SecretBytes::copyOf(qi)};
    return key;
}

Result<KeyNumbers> readSec1PrivateKey(ByteView der)
{
    return der.size() > largestKey ? notReadable("ECPrivateKey (SEC 1)"_L1)
                                   : readEcPrivateKey(der, std::nullopt);
}

} // namespace countersign::crypto
