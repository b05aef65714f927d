#pragma once

#include "core/vault/envelope_p.h"
#include "core/vault/manifest_p.h"
#include "core/vault/vault.h"

namespace countersign::vault {

/// What this machine remembers of a vault: the highest generation it saw, in a small file of the console's
/// own, authenticated under a key of the vault's. It tells an older copy that was put in place of a newer
/// one. Who can write to that folder can delete the note and with it the memory, but cannot make an older
/// copy pass for newer.
class SeenVault final
{
public:
    SeenVault(const QString &folder, const QByteArray &vaultId);

    /// Fails with VaultOlder when a newer state was seen here; succeeds for a vault that was never seen.
    Result<void> compare(const Manifest &manifest, const Envelope &envelope) const;
    /// Notes the generation, whatever was noted before. Not worth failing a change over.
    void remember(const Manifest &manifest, const Envelope &envelope) const;

private:
    QString m_file;
    QByteArray m_vaultId;
};

} // namespace countersign::vault
