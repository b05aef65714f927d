#include "core/vault/activity.h"

#include <QtGlobal>

#include <array>

namespace countersign::vault {
namespace {

struct Names
{
    const char *name;
    const char *sentence;
};

/// In the order of ActivityKind.
constexpr std::array<Names, 30> table = {{
    {"vault-created", QT_TRANSLATE_NOOP("Activity", "Vault created")},
    {"vault-unlocked", QT_TRANSLATE_NOOP("Activity", "Vault unlocked")},
    {"passphrase-changed", QT_TRANSLATE_NOOP("Activity", "Passphrase changed")},
    {"property-added", QT_TRANSLATE_NOOP("Activity", "Property added")},
    {"property-edited", QT_TRANSLATE_NOOP("Activity", "Property edited")},
    {"property-archived", QT_TRANSLATE_NOOP("Activity", "Property archived")},
    {"property-restored", QT_TRANSLATE_NOOP("Activity", "Property restored")},
    {"property-removed", QT_TRANSLATE_NOOP("Activity", "Property removed")},
    {"key-generated", QT_TRANSLATE_NOOP("Activity", "Key generated")},
    {"key-imported", QT_TRANSLATE_NOOP("Activity", "Key imported")},
    {"key-rotated", QT_TRANSLATE_NOOP("Activity", "Key rotated")},
    {"key-promoted", QT_TRANSLATE_NOOP("Activity", "Key made current")},
    {"key-revoked", QT_TRANSLATE_NOOP("Activity", "Key revoked")},
    {"key-destroyed", QT_TRANSLATE_NOOP("Activity", "Key destroyed")},
    {"secret-revealed", QT_TRANSLATE_NOOP("Activity", "Secret revealed")},
    {"secret-copied", QT_TRANSLATE_NOOP("Activity", "Secret copied")},
    {"public-key-exported", QT_TRANSLATE_NOOP("Activity", "Public key exported")},
    {"private-key-exported", QT_TRANSLATE_NOOP("Activity", "Private key exported")},
    {"proof-made", QT_TRANSLATE_NOOP("Activity", "Proof made")},
    {"proof-verified", QT_TRANSLATE_NOOP("Activity", "Proof verified")},
    {"proof-failed", QT_TRANSLATE_NOOP("Activity", "Proof failed")},
    {"snippet-exported", QT_TRANSLATE_NOOP("Activity", "Code exported")},
    {"recovery-key-made", QT_TRANSLATE_NOOP("Activity", "Recovery key made")},
    {"recovery-key-removed", QT_TRANSLATE_NOOP("Activity", "Recovery key removed")},
    {"vault-rekeyed", QT_TRANSLATE_NOOP("Activity", "Vault given a new key")},
    {"vault-upgraded", QT_TRANSLATE_NOOP("Activity", "Vault brought to a newer format")},
    {"vault-restored", QT_TRANSLATE_NOOP("Activity", "Vault restored from a backup")},
    {"backup-made", QT_TRANSLATE_NOOP("Activity", "Backup made")},
    {"property-taken-back", QT_TRANSLATE_NOOP("Activity", "Property taken out of the bin")},
    {"property-deleted", QT_TRANSLATE_NOOP("Activity", "Property deleted for good")},
}};
static_assert(table.size() == static_cast<std::size_t>(ActivityKind::PropertyDeleted) + 1);

} // namespace

QString activityName(ActivityKind kind)
{
    return QString::fromLatin1(table.at(static_cast<std::size_t>(kind)).name);
}

const char *activitySentence(ActivityKind kind)
{
    return table.at(static_cast<std::size_t>(kind)).sentence;
}

} // namespace countersign::vault
