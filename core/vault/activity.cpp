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
constexpr std::array<Names, 22> table = {{
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
}};
static_assert(table.size() == static_cast<std::size_t>(ActivityKind::SnippetExported) + 1);

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
