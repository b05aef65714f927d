#pragma once

#include "core/base/error.h"
#include "core/keys/keyversion.h"

#include <QList>

namespace countersign::keys {

enum class RevokeOld { No, Yes };

/// The versions of one logical key, and the moves between their statuses. Every move either
/// happens whole or fails with IllegalKeyTransition, PublicKeyAlone or UnknownKeyVersion and changes nothing.
class KeySet final
{
public:
    KeySet() = default;
    /// As read from a vault. Fails with VaultDamaged unless numbers rise and at most one is current.
    static Result<KeySet> fromVersions(QList<KeyVersion> versions);

    const QList<KeyVersion> &versions() const { return m_versions; } ///< oldest first
    bool isEmpty() const { return m_versions.isEmpty(); }
    const KeyVersion *current() const;
    const KeyVersion *find(int number) const;
    /// The version that is this very key, whatever its status: a destroyed one keeps its fingerprint. Null
    /// when there is none, and for the private half of a key pair that is still of use and has only the
    /// public half here.
    const KeyVersion *find(const KeyDescription &description) const;

    /// Adds a version as standby (as current when the set has no current one) and returns its number.
    int add(const KeyDescription &description, KeyOrigin origin, Timestamp now);
    /// Adds a version as current. The old current becomes previous, or revoked together with every
    /// previous one. Returns the new number. A key without its private part takes the place of none with it.
    Result<int> rotate(const KeyDescription &description, KeyOrigin origin, RevokeOld revokeOld,
                       Timestamp now);
    /// Standby, previous or revoked becomes current; the old current becomes previous. The same holds as for
    /// rotate().
    Result<void> promote(int number, Timestamp now);
    Result<void> revoke(int number, Timestamp now);
    /// Only from revoked or standby: a version in use is revoked first.
    Result<void> destroy(int number, Timestamp now);
    void markUsed(int number, Timestamp now);

    bool operator==(const KeySet &) const = default;

private:
    QList<KeyVersion> m_versions;
};

} // namespace countersign::keys
