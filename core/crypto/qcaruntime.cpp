#include "core/crypto/qcaruntime_p.h"

#include "core/base/sanitizer.h"

#include <QtCrypto>

namespace countersign::crypto {

bool isQcaReady()
{
    static const bool ready = [] {
        // QCA's OpenSSL plugin loses its providers when QCA unloads it at the end.
        [[maybe_unused]] const LeakAmnesty amnesty;
        // Not undone: QCA cleans up after QCoreApplication by itself, and a static destructor of ours
        // would come later than that.
        QCA::init();
        return QCA::isSupported("pkey") && QCA::PKey::supportedTypes().contains(QCA::PKey::RSA);
    }();
    return ready;
}

SecretBytes generateRsaWithQca(int bits)
{
    if (!isQcaReady()) {
        return {};
    }
    const QCA::PrivateKey key = QCA::KeyGenerator().createRSA(bits);
    if (key.isNull()) {
        return {};
    }
    const QCA::SecureArray der = key.toDER(); // wiped by QCA
    return SecretBytes::copyOf(bytesOf({der.constData(), der.size()}));
}

} // namespace countersign::crypto
