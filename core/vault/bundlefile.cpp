#include "core/vault/bundlefile_p.h"

#include "core/crypto/aead.h"
#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr QByteArrayView magic = "CSBUNDLE";
constexpr std::size_t saltSize = 32;
constexpr std::size_t derivedSize = 32;
constexpr qsizetype commitmentAt = 60;
constexpr qsizetype headerSize = 92;
constexpr qsizetype checksumSize = 32;
constexpr qsizetype smallestSize =
    headerSize + qsizetype{crypto::aeadNonceSize + crypto::aeadTagSize} + checksumSize;

template<typename Number>
void append(QByteArray *bytes, Number number)
{
    const Number bigEndian = qToBigEndian(number);
    bytes->append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

template<typename Number>
Number numberAt(QByteArrayView bytes, qsizetype offset)
{
    return qFromBigEndian<Number>(bytes.data() + offset);
}

QByteArray checksumOf(QByteArrayView bytes)
{
    return crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(bytes));
}

struct BundleKey
{
    crypto::AeadKey key;
    QByteArray commitment;
};

Result<BundleKey> deriveKey(const SecretBytes &passphrase, ByteView salt, const crypto::ScryptParameters &kdf)
{
    const auto derived = crypto::scrypt(passphrase.bytes(), salt, kdf, derivedSize);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    const auto keyBytes = crypto::hkdf(*derived, salt, bytesOf("countersign bundle key"), derivedSize);
    const auto commitment =
        crypto::hkdf(*derived, salt, bytesOf("countersign bundle commitment"), derivedSize);
    if (!keyBytes || !commitment) {
        return failure(ErrorCode::CryptoFailed, u"deriving the bundle's key"_s);
    }
    auto key = crypto::AeadKey::create(*keyBytes);
    if (!key) {
        return std::unexpected(key.error());
    }
    return BundleKey{std::move(*key), viewOf(commitment->bytes()).toByteArray()};
}

crypto::ScryptParameters parametersIn(QByteArrayView file)
{
    return {numberAt<quint64>(file, 12), numberAt<quint32>(file, 20), numberAt<quint32>(file, 24)};
}

QByteArray headerFor(const crypto::ScryptParameters &kdf, const QByteArray &salt)
{
    QByteArray header = magic.toByteArray();
    append(&header, quint32{bundleFormatVersion});
    append(&header, quint64{kdf.cost});
    append(&header, quint32{kdf.blockSize});
    append(&header, quint32{kdf.parallelization});
    return header.append(salt);
}

std::unexpected<BundleError> bundleFailure(BundleProblem problem, const QString &detail = {})
{
    return std::unexpected(BundleError{problem, detail});
}

/// All that can be told without the passphrase.
std::expected<void, BundleError> checkFile(QByteArrayView file)
{
    if (!file.startsWith(magic)) {
        return bundleFailure(BundleProblem::NotABundle);
    }
    if (file.size() < smallestSize) {
        return bundleFailure(BundleProblem::Damaged, u"it is cut off"_s);
    }
    const quint32 format = numberAt<quint32>(file, magic.size());
    if (format > quint32{bundleFormatVersion}) {
        return bundleFailure(BundleProblem::TooNew, u"format %1"_s.arg(format));
    }
    if (file.last(checksumSize) != checksumOf(file.chopped(checksumSize))) {
        return bundleFailure(BundleProblem::Damaged, u"it does not match its checksum"_s);
    }
    if (format != quint32{bundleFormatVersion} || !crypto::isAcceptableForVault(parametersIn(file))) {
        return bundleFailure(BundleProblem::Damaged, u"its parameters are out of bounds"_s);
    }
    return {};
}

} // namespace

Result<QByteArray> sealBundleFile(const SecretBytes &content, const SecretBytes &passphrase,
                                  const crypto::ScryptParameters &kdf)
{
    if (passphrase.isEmpty() || !crypto::isAcceptableForVault(kdf)) {
        return failure(ErrorCode::InvalidInput, u"no passphrase, or scrypt parameters out of bounds"_s);
    }
    const QByteArray salt = crypto::randomBytes(saltSize);
    const auto derived = deriveKey(passphrase, bytesOf(salt), kdf);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    QByteArray file = headerFor(kdf, salt) + derived->commitment;
    const auto sealed = derived->key.seal(content.bytes(), bytesOf(file));
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    file += *sealed;
    return file + checksumOf(file);
}

std::expected<SecretBytes, BundleError> openBundleFile(ByteView bytes, const SecretBytes &passphrase)
{
    const QByteArrayView file = viewOf(bytes);
    if (auto checked = checkFile(file); !checked) {
        return std::unexpected(checked.error());
    }
    const QByteArrayView header = file.first(headerSize);
    const auto derived = deriveKey(
        passphrase, bytesOf(file.sliced(commitmentAt - qsizetype{saltSize}, saltSize)), parametersIn(file));
    if (!derived) {
        return bundleFailure(BundleProblem::Damaged, derived.error().detail);
    }
    if (!equalConstantTime(bytesOf(derived->commitment), bytesOf(header.sliced(commitmentAt)))) {
        return bundleFailure(BundleProblem::WrongPassphrase);
    }
    auto opened = derived->key.open(bytesOf(file.sliced(headerSize).chopped(checksumSize)), bytesOf(header));
    if (!opened) {
        return bundleFailure(BundleProblem::Damaged, u"it was changed"_s);
    }
    return *std::move(opened);
}

} // namespace countersign::vault
