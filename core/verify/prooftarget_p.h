#pragma once

#include "core/jose/jwt.h"
#include "core/verify/messageform.h"
#include "core/verify/tagreading.h"
#include "core/verify/whose.h"

namespace countersign::verify {

/// What a key has to reproduce, whether it came as a hash or as a token's signature.
struct ProofTarget
{
    QList<TagReading> readings;
    std::vector<MessageForm> messages;
    QList<QByteArray> rightMessages; ///< tried before any mistake
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::Sha256;

    /// Whether any reading is as long as a tag of this hash.
    bool couldBe(crypto::HashAlgorithm tried) const;
    /// Whether any reading is this tag.
    bool isTag(ByteView tag) const;
};

/// A hash over the user id or the e-mail, of which one is given at least.
ProofTarget targetOfHash(const WhoseRequest &request);
/// The signature with the hash of the header's algorithm, or with SHA-256 where that is no known one.
ProofTarget targetOfToken(const jose::UnverifiedJwt &jwt);

} // namespace countersign::verify
