#include "core/recipes/sharedsecret.h"

namespace countersign::recipes {

QStringList secretFingerprints(const Property &property)
{
    QStringList fingerprints;
    for (const keys::KeyVersion &version : property.keys.versions()) {
        const keys::KeyDescription &key = version.description;
        if (key.type == crypto::KeyType::Secret && version.status != keys::KeyStatus::Destroyed &&
            !key.fingerprint.isEmpty()) {
            fingerprints.append(key.fingerprint);
        }
    }
    return fingerprints;
}

} // namespace countersign::recipes
