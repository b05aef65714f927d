#include "core/crypto/qcasigner_p.h"

#include "core/crypto/qcaruntime_p.h"

#include <QtCrypto>

namespace countersign::crypto {

namespace {

/// QCA takes any number for an algorithm and signs raw what it does not know: only these three reach it.
std::optional<QCA::SignatureAlgorithm> qcaAlgorithm(JwsAlgorithm algorithm)
{
    switch (algorithm) {
    case JwsAlgorithm::RS256:
        return QCA::EMSA3_SHA256;
    case JwsAlgorithm::RS384:
        return QCA::EMSA3_SHA384;
    case JwsAlgorithm::RS512:
        return QCA::EMSA3_SHA512;
    default:
        return std::nullopt;
    }
}

} // namespace

struct QcaSigner::Key
{
    QCA::PrivateKey key;
};

QcaSigner::QcaSigner() = default;
QcaSigner::~QcaSigner() = default;

bool QcaSigner::serves(JwsAlgorithm algorithm)
{
    return qcaAlgorithm(algorithm).has_value();
}

void QcaSigner::load(const SecretBytes &privateKeyInfo)
{
    m_key = std::make_unique<Key>();
    if (isQcaReady()) {
        QCA::SecureArray der(static_cast<int>(privateKeyInfo.size()));
        std::memcpy(der.data(), privateKeyInfo.bytes().data(), privateKeyInfo.size());
        m_key->key = QCA::PrivateKey::fromDER(der);
    }
}

std::optional<QByteArray> QcaSigner::signLocked(JwsAlgorithm algorithm, ByteView message)
{
    const auto scheme = qcaAlgorithm(algorithm);
    if (!scheme || m_key->key.isNull()) {
        return std::nullopt;
    }
    const QByteArrayView view = viewOf(message);
    const QByteArray signature =
        m_key->key.signMessage(QByteArray::fromRawData(view.data(), view.size()), *scheme);
    return signature.isEmpty() ? std::nullopt : std::optional(signature);
}

} // namespace countersign::crypto
