#pragma once

#include "core/crypto/asymmetrickey.h"
#include "core/crypto/keykind_p.h"
#include "core/crypto/opensslhandles_p.h"
#include "core/crypto/qcasigner_p.h"
#include "core/crypto/signaturecontexts_p.h"

namespace countersign::crypto {

/// What the copies of a PublicKey share.
struct PublicKey::Handle
{
    Handle(PkeyPtr key, const KeyKind &keyKind)
        : pkey(std::move(key))
        , kind(keyKind)
    {
    }

    static Result<PublicKey> adopt(PkeyPtr pkey);

    PkeyPtr pkey;
    KeyKind kind;
    mutable SignatureContexts contexts{SignatureContexts::Purpose::Verify};
};

/// What the copies of a PrivateKey share.
struct PrivateKey::Handle
{
    Handle(PkeyPtr key, const KeyKind &keyKind, PublicKey half)
        : pkey(std::move(key))
        , kind(keyKind)
        , publicKey(std::move(half))
    {
    }

    static Result<PrivateKey> adopt(PkeyPtr pkey);

    PkeyPtr pkey;
    KeyKind kind;
    PublicKey publicKey; ///< holds no private number
    mutable SignatureContexts contexts{SignatureContexts::Purpose::Sign};
    mutable QcaSigner qcaSigner;
};

int keyBits(const EVP_PKEY *pkey, const KeyKind &kind);
/// PKCS#8 in memory that is wiped; empty when it cannot be made.
SecretBytes derOf(const PKCS8_PRIV_KEY_INFO *info);
SecretBytes privateKeyInfoOf(const EVP_PKEY *pkey);

} // namespace countersign::crypto
