#pragma once

#include "core/jose/jwt.h"
#include "core/verify/messageform.h"
#include "core/verify/verification_p.h"

namespace countersign::verify {

/// What may have been signed instead of the token's header and payload as they are: another part or spelling
/// of them, or what they were before somebody changed them. The right one first, without fault.
std::vector<MessageForm> signingInputsOf(const Verification &verification, const recipes::JwtRule &rule,
                                         const jose::UnverifiedJwt &jwt);

} // namespace countersign::verify
