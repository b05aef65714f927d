#include "core/crypto/keyhandle_p.h"
#include "core/crypto/openssl_p.h"
#include "core/crypto/pem_p.h"
#include "core/crypto/pkeynumbers_p.h"
#include "core/crypto/privatekeyreader_p.h"
#include "core/crypto/rsafactors_p.h"

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

Result<PrivateKey> adoptResult(Result<PkeyPtr> pkey)
{
    if (!pkey) {
        return std::unexpected(pkey.error());
    }
    return PrivateKey::Handle::adopt(*std::move(pkey));
}

Result<PrivateKey> fromRead(Result<KeyNumbers> numbers)
{
    if (!numbers) {
        return std::unexpected(numbers.error());
    }
    return PrivateKey::fromNumbers(numbers->publicNumbers, numbers->privateNumbers);
}

/// Whether there is a private number in range at all; that it fits the public one is isConsistent().
bool hasPrivatePart(EVP_PKEY *pkey, const KeyKind &kind)
{
    if (kind.type == KeyType::Ec) {
        const PkeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(openssl::context(), pkey, nullptr));
        return context && EVP_PKEY_private_check(context.get()) == 1;
    }
    return !privateNumbersOf(pkey, kind).d.isEmpty();
}

} // namespace

Result<PrivateKey> PrivateKey::Handle::adopt(PkeyPtr pkey)
{
    const auto kind = kindOf(pkey.get());
    if (!kind) {
        return std::unexpected(kind.error());
    }
    if (!hasPrivatePart(pkey.get(), *kind)) {
        openssl::forgetErrors();
        return failure(ErrorCode::InvalidKey, u"the private number is missing or out of range"_s);
    }
    auto half = PublicKey::fromNumbers(publicNumbersOf(pkey.get(), *kind));
    if (!half) {
        return std::unexpected(half.error());
    }
    return PrivateKey(std::make_shared<const Handle>(std::move(pkey), *kind, *std::move(half)));
}

PrivateKey::PrivateKey(std::shared_ptr<const Handle> handle)
    : m_handle(std::move(handle))
{
}

Result<PrivateKey> PrivateKey::fromPkcs8Der(ByteView der)
{
    return fromRead(readPrivateKeyInfo(der));
}

Result<PrivateKey> PrivateKey::fromPkcs1Der(ByteView der)
{
    return fromRead(readPkcs1PrivateKey(der));
}

Result<PrivateKey> PrivateKey::fromSec1Der(ByteView der)
{
    return fromRead(readSec1PrivateKey(der));
}

Result<PrivateKey> PrivateKey::fromNumbers(const PublicNumbers &publicNumbers,
                                           const PrivateNumbers &privateNumbers)
{
    if (publicNumbers.type != KeyType::Rsa || !privateNumbers.p.isEmpty()) {
        return adoptResult(privateKeyFromNumbers(publicNumbers, privateNumbers));
    }
    const auto completed = withCrtValues(publicNumbers, privateNumbers.d);
    if (!completed) {
        return std::unexpected(completed.error());
    }
    return adoptResult(privateKeyFromNumbers(publicNumbers, *completed));
}

KeyType PrivateKey::type() const
{
    return m_handle->kind.type;
}

PublicKey PrivateKey::publicKey() const
{
    return m_handle->publicKey;
}

PrivateNumbers PrivateKey::numbers() const
{
    return privateNumbersOf(m_handle->pkey.get(), m_handle->kind);
}

SecretBytes PrivateKey::pkcs8Der() const
{
    return privateKeyInfoOf(m_handle->pkey.get());
}

SecretBytes PrivateKey::pkcs8Pem() const
{
    return toPem(pkcs8Der().bytes(), "PRIVATE KEY");
}

bool PrivateKey::isConsistent() const
{
    const PublicNumbers publicNumbers = m_handle->publicKey.numbers();
    const PrivateNumbers privateNumbers = numbers();
    if (type() == KeyType::Rsa) {
        return areRsaNumbersConsistent(publicNumbers, privateNumbers);
    }
    const auto derived = publicNumbersFor(privateNumbers.d, m_handle->kind);
    return derived && derived->x == publicNumbers.x && derived->y == publicNumbers.y;
}

Result<QByteArray> PrivateKey::sign(JwsAlgorithm algorithm, ByteView message) const
{
    if (!m_handle->kind.suits(algorithm)) {
        return failure(ErrorCode::UnsupportedAlgorithm,
                       u"%1 is not an algorithm of this key"_s.arg(algorithmName(algorithm)));
    }
    EVP_PKEY *pkey = m_handle->pkey.get();
    std::optional<QByteArray> signature;
    if (QcaSigner::serves(algorithm)) {
        signature = m_handle->qcaSigner.sign(algorithm, message, [pkey] { return privateKeyInfoOf(pkey); });
    }
    if (!signature) { // not QCA's, or QCA has no provider
        signature = m_handle->contexts.sign(pkey, algorithm, message);
    }
    return signature ? Result<QByteArray>(*std::move(signature)) : openssl::failed("signing");
}

} // namespace countersign::crypto
