#include "core/jose/keychoice.h"

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

bool isMeant(const keys::ReadKey &key, const UnverifiedJwt &token)
{
    const auto algorithm = crypto::algorithmNamed(token.algorithm());
    const bool isOfType = !algorithm || keys::describe(key.material).type == crypto::keyTypeFor(*algorithm);
    return key.keyId == token.keyId() && isOfType;
}

} // namespace

Result<const keys::ReadKey *> chooseKey(const std::vector<keys::ReadKey> &keys, const UnverifiedJwt &token)
{
    if (keys.size() == 1) {
        return &keys.front();
    }
    if (token.keyId().isEmpty()) {
        return failure(ErrorCode::InvalidKey,
                       u"%1 keys, and the token has no kid to choose by"_s.arg(keys.size()));
    }
    const keys::ReadKey *chosen = nullptr;
    for (const keys::ReadKey &key : keys) {
        if (!isMeant(key, token)) {
            continue;
        }
        if (chosen) {
            return failure(ErrorCode::InvalidKey, u"more than one key has the token's kid"_s);
        }
        chosen = &key;
    }
    if (!chosen) {
        return failure(ErrorCode::InvalidKey,
                       u"no key of the %1 has the token's kid \"%2\""_s.arg(keys.size()).arg(token.keyId()));
    }
    return chosen;
}

} // namespace countersign::jose
