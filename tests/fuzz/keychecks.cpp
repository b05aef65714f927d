#include "tests/fuzz/keychecks.h"

#include "core/keys/keyweakness.h"
#include "tests/fuzz/fuzztarget.h"

namespace countersign::fuzz {

void checkReadKeys(const std::vector<keys::ReadKey> &keys)
{
    require(!keys.empty(), "what was read holds a key");
    for (const keys::ReadKey &key : keys) {
        const keys::KeyDescription description = keys::describe(key.material);
        require(!key.form.isEmpty() && !description.fingerprint.isEmpty(),
                "a key has a form and a fingerprint");
        keys::weaknessesOf(key.material, crypto::HashAlgorithm::Sha256);
        const auto kept = keys::deserializeKeyMaterial(keys::serializeKeyMaterial(key.material).bytes());
        require(kept && keys::describe(*kept) == description, "the vault gives back the same key");
    }
}

} // namespace countersign::fuzz
