#pragma once

#include "core/base/clock.h"
#include "core/recipes/property.h"

namespace countersign::vault {

enum class ActivityKind {
    VaultCreated,
    VaultUnlocked,
    PassphraseChanged,
    PropertyAdded,
    PropertyEdited,
    PropertyArchived,
    PropertyRestored,
    PropertyRemoved,
    KeyGenerated,
    KeyImported,
    KeyRotated,
    KeyPromoted,
    KeyRevoked,
    KeyDestroyed,
    SecretRevealed,
    SecretCopied,
    PublicKeyExported,
    PrivateKeyExported,
    ProofMade,
    ProofVerified,
    ProofFailed,
    SnippetExported,
    RecoveryKeyMade,
    RecoveryKeyRemoved,
    VaultRekeyed,
    VaultUpgraded,
    VaultRestored,
    BackupMade,
    PropertyTakenBack,
    PropertyDeleted,
};

/// Who did it: the system's user name and machine name.
struct Actor
{
    QString user;
    QString machine;
};

/// One line of the record. Never holds a secret, a whole token or a whole customer id.
struct ActivityEntry
{
    qint64 sequence = 0;
    Timestamp at{};
    Actor actor;
    ActivityKind kind{};
    recipes::PropertyId propertyId; ///< empty for the vault itself
    QString propertyName;
    int keyVersion = 0; ///< 0: none
    QString detail;     ///< "IDV-MESSAGE-EMAIL", "14 verified, 2 failed"
};

QString activityName(ActivityKind kind); ///< "key-rotated"
const char *
activitySentence(ActivityKind kind); ///< "Key rotated": English, marked for translation in "Activity"

} // namespace countersign::vault
