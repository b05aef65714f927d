#pragma once

#include "core/keys/keymaterial.h"
#include "core/verify/cause.h"
#include "core/verify/rarity.h"

#include <memory>
#include <span>
#include <vector>

namespace countersign::verify {

/// What is wrong with a form of a key; false where nothing is. Copies are cheap: thousands of keys share what
/// is said about each mistake.
class KeyFault final
{
public:
    KeyFault() = default;
    KeyFault(Cause cause)
        : m_cause(std::make_shared<const Cause>(std::move(cause)))
    {
    }
    KeyFault(std::optional<Cause> cause)
        : m_cause(cause ? std::make_shared<const Cause>(*std::move(cause)) : nullptr)
    {
    }
    /// A cause that stays where it is as long as the program runs.
    static KeyFault lasting(const Cause &cause)
    {
        KeyFault fault;
        fault.m_cause = {std::shared_ptr<const Cause>(), &cause};
        return fault;
    }

    explicit operator bool() const { return m_cause != nullptr; }
    const Cause &operator*() const { return *m_cause; }

private:
    std::shared_ptr<const Cause> m_cause;
};

/// The key as it may have been used by mistake. The first form of a key is the key itself, without fault.
struct KeyForm
{
    SecretBytes bytes;
    KeyFault fault;
    Rarity rarity = Rarity::Usual; ///< of the fault

    int weight() const { return fault ? weightOf(rarity) : 0; }
};

/// What stands beside a key where servers read it, and is taken for it or along with it.
struct KeyNeighbours
{
    QString variable;                      ///< the environment variable the vendor's snippets read
    QMap<QString, QString> propertyFields; ///< of the property, by label: "Property ID"
};

/// The secret itself and with every usual mistake in reading it.
std::vector<KeyForm> formsOfSecret(const keys::SecretKey &secret, const QString &variable = {});
/// The rare ones too.
std::vector<KeyForm> everyFormOfSecret(const keys::SecretKey &secret, const QString &variable = {});
/// The usual ones for many, on every core of the processor; null entries get no forms.
std::vector<std::vector<KeyForm>> formsOfSecrets(std::span<const keys::SecretKey *const> secrets,
                                                 const QString &variable = {});
/// Keys that are nobody's: the property's own ids, samples from documentation pages, the variable's name, and
/// no key at all.
std::vector<KeyForm> sampleKeyForms(const KeyNeighbours &neighbours = {});
/// A public key's files as the secret of an HMAC: algorithm confusion. `found` and `expected` are
/// algorithm names for the cause.
std::vector<KeyForm> formsOfPublicKey(const crypto::PublicKey &key, const QString &found,
                                      const QString &expected);

/// A private key's file as the secret of an HMAC, as libraries take it that are not told the algorithm.
std::vector<KeyForm> formsOfPrivateKey(const crypto::PrivateKey &key, const QString &found,
                                       const QString &expected);

} // namespace countersign::verify
