#pragma once

#include "core/crypto/mac.h"
#include "core/verify/cause.h"

#include <vector>

namespace countersign::verify {

/// How key and message were put together.
enum class ConstructionKind {
    Hmac,
    Swapped,        ///< HMAC with key and message exchanged
    KeyThenMessage, ///< plain hash
    MessageThenKey, ///< plain hash
    MessageAlone,   ///< plain hash without any key
    HmacOfHash,     ///< HMAC of the hex text of the message's hash
    HmacOfHmac,     ///< HMAC of the hex text of the HMAC
    HashOfHmac,     ///< plain hash of the hex text of the HMAC
    CryptoJsNumber, ///< see cryptojsnumber.h
};

struct Construction
{
    ConstructionKind kind;
    crypto::HashAlgorithm hash;
    std::optional<Cause> fault; ///< none for the right one

    std::size_t size() const { return crypto::hashSize(hash); }
    bool usesKey() const { return kind != ConstructionKind::MessageAlone; }
    bool usesMessage() const { return kind != ConstructionKind::CryptoJsNumber; }
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
