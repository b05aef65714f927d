#pragma once

#include "core/base/clock.h"

#include <QString>

namespace countersign::vault {

/// Makes guessing at the keyboard slow: counts the tries that did not open a vault in a small file, for both
/// programs and across their restarts, and says how long to wait before the next one. The file holds no path
/// and nothing of what was tried. It stops nobody who has a copy of the vault or may write to the folder:
/// that is the key derivation's part.
class UnlockAttempts final
{
public:
    /// `folder` is that of VaultMemory; an empty one counts nothing.
    UnlockAttempts(const QString &folder, const QString &vaultPath);

    /// Nothing for the first three; then a second, and twice as long each time, up to a minute.
    static std::chrono::seconds delayAfter(int failures);

    int failures() const { return read().failures; }
    /// A clock set back makes nobody wait longer than the delay.
    std::chrono::seconds waitFrom(Timestamp now) const;
    /// Where the file cannot be written there is no delay.
    void noteFailure(Timestamp now) const;
    void noteSuccess() const;

private:
    struct Count
    {
        int failures = 0;
        Timestamp last{};
    };
    Count read() const;

    QString m_file;
};

} // namespace countersign::vault
