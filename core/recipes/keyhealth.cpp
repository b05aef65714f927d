#include "core/recipes/keyhealth.h"

#include "core/keys/keymaterial.h"
#include "core/recipes/sharedsecret.h"

#include <QtGlobal>

#include <algorithm>

namespace countersign::recipes {

namespace {

bool isAboutReading(keys::KeyWeakness weakness)
{
    return weakness == keys::KeyWeakness::SecretLooksLikeHex ||
           weakness == keys::KeyWeakness::SecretLooksLikeBase64;
}

/// Whether the secret is used in the form in which the vendor's keys are known to be used.
bool hasVendorsForm(const KeyRule &rule, const keys::SecretKey &secret)
{
    return !rule.pattern.isEmpty() && secret.encoding == rule.secretEncoding &&
           !keyFormWarning(rule, keys::secretText(secret).bytes());
}

} // namespace

QList<keys::KeyWeakness> doubtsAbout(const KeyRule &rule, const keys::KeyMaterial &material)
{
    QList<keys::KeyWeakness> doubts = keys::weaknessesOf(material);
    const auto *secret = std::get_if<keys::SecretKey>(&material);
    if (secret && hasVendorsForm(rule, *secret)) {
        doubts.removeIf(isAboutReading);
    }
    return doubts;
}

KeyHealth healthOf(const QList<keys::KeyWeakness> &doubts)
{
    if (doubts.isEmpty()) {
        return KeyHealth::Sound;
    }
    return std::ranges::all_of(doubts, isAboutReading) ? KeyHealth::Questionable : KeyHealth::Weak;
}

#define MARKED(text) QT_TRANSLATE_NOOP("KeyWeakness", text)
const char *remedyFor(keys::KeyWeakness weakness)
{
    switch (weakness) {
    case keys::KeyWeakness::RsaTooShort:
    case keys::KeyWeakness::RsaSmallExponent:
        return MARKED("Rotate to a new pair made here.");
    case keys::KeyWeakness::SecretTooShort:
    case keys::KeyWeakness::SecretLowEntropy:
        return MARKED("Rotate to a long random secret, where the vendor lets you choose or renew it.");
    case keys::KeyWeakness::SecretWellKnown:
        return MARKED(
            "Anybody can use it: rotate and revoke it now, and put your own secret on your server.");
    case keys::KeyWeakness::SecretHasWhiteSpace:
    case keys::KeyWeakness::SecretHasSurroundings:
        return MARKED("If it is not part of the secret at the vendor, import the secret again without it.");
    case keys::KeyWeakness::SecretLooksLikeHex:
        return MARKED("If the vendor means the bytes it stands for, import it again and say that it is hex.");
    case keys::KeyWeakness::SecretLooksLikeBase64:
        return MARKED(
            "If the vendor means the bytes it stands for, import it again and say that it is base64.");
    }
    return "";
}
#undef MARKED

QStringList propertiesSharingSecret(const QList<Property> &all, const Property &property,
                                    const keys::KeyVersion &version)
{
    QStringList names;
    if (version.description.type != crypto::KeyType::Secret || version.status == keys::KeyStatus::Destroyed ||
        version.description.fingerprint.isEmpty()) {
        return names;
    }
    for (const Property &other : all) {
        if (other.id != property.id && secretFingerprints(other).contains(version.description.fingerprint)) {
            names.append(other.name);
        }
    }
    return names;
}

} // namespace countersign::recipes
