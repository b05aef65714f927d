#include "core/crypto/digest.h"

#include "core/crypto/openssl_p.h"

#include <openssl/evp.h>

namespace countersign::crypto {

QByteArray digest(HashAlgorithm hash, ByteView message)
{
    QByteArray value(static_cast<qsizetype>(hashSize(hash)), Qt::Uninitialized);
    if (!EVP_Digest(message.data(), message.size(), reinterpret_cast<unsigned char *>(value.data()), nullptr,
                    openssl::messageDigest(hash), nullptr)) {
        qFatal(
            "OpenSSL could not compute a digest: no memory"); // nothing else can fail with a fetched digest
    }
    return value;
}

} // namespace countersign::crypto
