#pragma once

#include "core/crypto/mac.h"
#include "core/verify/cause.h"
#include "core/verify/rarity.h"

#include <vector>

namespace countersign::verify {

/// How key and message were put together.
enum class ConstructionKind {
    Hmac,
    Swapped,         ///< HMAC with key and message exchanged
    KeyThenMessage,  ///< plain hash
    MessageThenKey,  ///< plain hash
    MessageAlone,    ///< plain hash without any key
    KeyColonMessage, ///< plain hash of both with a colon between
    MessageColonKey, ///< plain hash of both with a colon between
    KeyBarMessage,   ///< plain hash of both with a bar between
    MessageBarKey,   ///< plain hash of both with a bar between
    KeyMessageKey,   ///< plain hash
    HashOfHash,      ///< plain hash of the hex text of the message's hash
    HmacOfHash,      ///< HMAC of the hex text of the message's hash
    HmacOfRawHash,   ///< HMAC of the bytes of the message's hash
    HmacOfRawHmac,   ///< HMAC of the bytes of the HMAC
    HmacOfKey,       ///< HMAC of the key under itself
    HmacOfHmac,      ///< HMAC of the hex text of the HMAC
    HashOfHmac,      ///< plain hash of the hex text of the HMAC
    CryptoJsNumber,  ///< see cryptojsnumber.h
};

struct Construction
{
    ConstructionKind kind;
    crypto::HashAlgorithm hash;
    std::optional<Cause> fault;    ///< none for the right one
    Rarity rarity = Rarity::Usual; ///< of the fault

    std::size_t size() const { return crypto::hashSize(hash); }
    int weight() const { return fault ? weightOf(rarity) : 0; }
    bool usesKey() const
    {
        return kind != ConstructionKind::MessageAlone && kind != ConstructionKind::HashOfHash;
    }
    bool usesMessage() const
    {
        return kind != ConstructionKind::CryptoJsNumber && kind != ConstructionKind::HmacOfKey;
    }
};

/// What of a match does not depend on the customer: which key, read how, put together how. Where one explains
/// a proof of a property it is the first thing to try on the next one.
struct Hypothesis
{
    int keyIndex = -1;
    std::size_t keyForm = 0; ///< its place among the key's forms
    ConstructionKind construction = ConstructionKind::Hmac;
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::Sha256;

    bool operator==(const Hypothesis &) const = default;
};

/// The right construction for the hash first, then every known mistake with it.
std::vector<Construction> constructionsFor(crypto::HashAlgorithm expected);

} // namespace countersign::verify
