#pragma once

#include "core/base/secretbytes.h"

#include <QObject>

#include <expected>
#include <functional>

namespace countersign::ui {

// The desktop's keyring: Windows Credential Manager, macOS Keychain, the Secret Service or KWallet. It keeps
// one key for each vault, under the vault's id. Each of these returns at once and answers on the thread of
// `context`, unless that is gone by then. Where no keyring answers, nothing else is used in its place.

enum class KeyringProblem {
    NotBuiltIn,  ///< this program was built without a library for keyrings
    Unavailable, ///< none answers, or it stays locked
    NothingKept, ///< it answers, and holds nothing for this vault
};

struct KeyringError
{
    KeyringProblem problem{};
    QString detail; ///< as the keyring says it
};

template<typename T>
using KeyringResult = std::expected<T, KeyringError>;

/// What happened and what to do, translated.
QString keyringText(KeyringProblem problem);

/// Whether this program was built with a library for keyrings. Without it everything fails.
bool hasKeyringSupport();

void readKeyringKey(const QString &vaultId, QObject *context,
                    std::function<void(KeyringResult<SecretBytes>)> done);
/// In place of one it keeps already.
void storeKeyringKey(const QString &vaultId, const SecretBytes &key, QObject *context,
                     std::function<void(const KeyringResult<void> &)> done);
/// It is no failure when there was none.
void removeKeyringKey(const QString &vaultId, QObject *context,
                      std::function<void(const KeyringResult<void> &)> done);

} // namespace countersign::ui
