#pragma once

#include "core/vault/vaultprivate_p.h"

#include <QTemporaryDir>

namespace countersign::vault {

inline constexpr const char *fixturePassphrase = "correct horse";

SecretBytes secret(const char *text);
keys::KeyMaterial secretKey(const char *text);
NewProperty newProperty(const QString &name, std::initializer_list<const char *> keys);

/// A vault with two properties of two keys each and some activity, made once a process; each test gets a copy
/// of the file. Opening a copy costs no key derivation, so a test can do it a thousand times.
class VaultFixture final
{
public:
    VaultFixture();

    const QString &path() const { return m_path; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    const Actor &actor() const { return m_actor; }
    FixedClock &clock() { return m_clock; }

    Result<std::unique_ptr<Vault>> open();
    Result<std::unique_ptr<Vault>> openWithPassphrase(const char *passphrase = fixturePassphrase);
    /// A copy of a fixture's file in another place.
    static Result<std::unique_ptr<Vault>> openCopy(const QString &path);
    /// What scrypt makes of the fixture's passphrase, in hexadecimal: for another process.
    static QByteArray derivedKeyHex();

    QByteArray bytes() const;
    void setBytes(const QByteArray &bytes) const;
    /// Runs statements on the file as somebody without the passphrase can, and returns the first column of
    /// the last one's rows.
    QVariantList edit(const QStringList &statements, const QVariantList &values = {}) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
    Actor m_actor{QStringLiteral("ada-lovelace"), QStringLiteral("desk-12")};
    FixedClock m_clock{Timestamp(std::chrono::seconds(1790000000))};
};

/// Everything an unlocked vault tells, as one text: to see whether anything differs.
Result<QByteArray> contentsOf(const Vault &vault);

} // namespace countersign::vault
