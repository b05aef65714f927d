#include "core/keys/keyset.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

std::unexpected<Error> illegal(const KeyVersion &version, const QString &reason)
{
    return failure(ErrorCode::IllegalKeyTransition,
                   u"version %1 is %2: %3"_s.arg(version.number).arg(statusName(version.status), reason));
}

/// Whether a property that makes proofs would no longer be able to.
bool losesPrivatePart(const KeyVersion *old, const KeyDescription &description)
{
    return old && old->description.hasPrivatePart && !description.hasPrivatePart;
}

std::unexpected<Error> unknown(int number)
{
    return failure(ErrorCode::UnknownKeyVersion, u"version %1"_s.arg(number));
}

void move(KeyVersion *version, KeyStatus status, Timestamp now)
{
    version->status = status;
    version->statusSince = now;
}

KeyVersion *findIn(QList<KeyVersion> *versions, int number)
{
    const auto found = std::ranges::find(*versions, number, &KeyVersion::number);
    return found == versions->end() ? nullptr : &*found;
}

KeyVersion *currentIn(QList<KeyVersion> *versions)
{
    const auto found = std::ranges::find(*versions, KeyStatus::Current, &KeyVersion::status);
    return found == versions->end() ? nullptr : &*found;
}

} // namespace

Result<KeySet> KeySet::fromVersions(QList<KeyVersion> versions)
{
    int last = 0;
    for (const KeyVersion &version : versions) {
        if (version.number <= last) {
            return failure(ErrorCode::VaultDamaged,
                           u"key version %1 follows version %2"_s.arg(version.number).arg(last));
        }
        last = version.number;
    }
    if (std::ranges::count(versions, KeyStatus::Current, &KeyVersion::status) > 1) {
        return failure(ErrorCode::VaultDamaged, u"more than one key version is current"_s);
    }
    KeySet set;
    set.m_versions = std::move(versions);
    return set;
}

const KeyVersion *KeySet::current() const
{
    const auto found = std::ranges::find(m_versions, KeyStatus::Current, &KeyVersion::status);
    return found == m_versions.end() ? nullptr : &*found;
}

const KeyVersion *KeySet::find(int number) const
{
    const auto found = std::ranges::find(m_versions, number, &KeyVersion::number);
    return found == m_versions.end() ? nullptr : &*found;
}

const KeyVersion *KeySet::find(const KeyDescription &description) const
{
    const auto isSame = [&](const KeyVersion &version) {
        const bool bringsPrivatePart = description.hasPrivatePart && !version.description.hasPrivatePart;
        return version.description.fingerprint == description.fingerprint &&
               !(bringsPrivatePart && isOfUse(version.status));
    };
    const auto found = std::ranges::find_if(m_versions, isSame);
    return found == m_versions.end() ? nullptr : &*found;
}

int KeySet::add(const KeyDescription &description, KeyOrigin origin, Timestamp now)
{
    KeyVersion version;
    version.number = m_versions.isEmpty() ? 1 : m_versions.constLast().number + 1;
    version.status = current() ? KeyStatus::Standby : KeyStatus::Current;
    version.description = description;
    version.origin = origin;
    version.createdAt = now;
    version.statusSince = now;
    m_versions.append(version);
    return version.number;
}

Result<int> KeySet::rotate(const KeyDescription &description, KeyOrigin origin, RevokeOld revokeOld,
                           Timestamp now)
{
    KeyVersion *old = currentIn(&m_versions);
    if (losesPrivatePart(old, description)) {
        return failure(ErrorCode::PublicKeyAlone);
    }
    if (old) {
        move(old, KeyStatus::Previous, now);
    }
    if (revokeOld == RevokeOld::Yes) {
        for (KeyVersion &version : m_versions) {
            if (version.status == KeyStatus::Previous) {
                move(&version, KeyStatus::Revoked, now);
            }
        }
    }
    return add(description, origin, now);
}

Result<void> KeySet::promote(int number, Timestamp now)
{
    KeyVersion *version = findIn(&m_versions, number);
    if (!version) {
        return unknown(number);
    }
    if (version->status == KeyStatus::Current || version->status == KeyStatus::Destroyed) {
        return illegal(*version, u"only a standby, previous or revoked version becomes current"_s);
    }
    KeyVersion *old = currentIn(&m_versions);
    if (losesPrivatePart(old, version->description)) {
        return failure(ErrorCode::PublicKeyAlone, u"version %1"_s.arg(number));
    }
    if (old) {
        move(old, KeyStatus::Previous, now);
    }
    move(version, KeyStatus::Current, now);
    return {};
}

Result<void> KeySet::revoke(int number, Timestamp now)
{
    KeyVersion *version = findIn(&m_versions, number);
    if (!version) {
        return unknown(number);
    }
    if (version->status == KeyStatus::Revoked || version->status == KeyStatus::Destroyed) {
        return illegal(*version, u"there is nothing left to revoke"_s);
    }
    move(version, KeyStatus::Revoked, now);
    return {};
}

Result<void> KeySet::destroy(int number, Timestamp now)
{
    KeyVersion *version = findIn(&m_versions, number);
    if (!version) {
        return unknown(number);
    }
    if (version->status != KeyStatus::Standby && version->status != KeyStatus::Revoked) {
        return illegal(*version, u"only a standby or revoked version can be destroyed"_s);
    }
    move(version, KeyStatus::Destroyed, now);
    return {};
}

void KeySet::markUsed(int number, Timestamp now)
{
    if (KeyVersion *version = findIn(&m_versions, number)) {
        version->lastUsedAt = std::max(version->lastUsedAt.value_or(now), now);
    }
}

} // namespace countersign::keys
