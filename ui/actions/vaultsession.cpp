#include "ui/actions/vaultsession.h"

#include "core/vault/unlockattempts.h"

#include <algorithm>

namespace countersign::ui {

namespace {

constexpr std::chrono::milliseconds unlockTarget{700};
constexpr std::chrono::seconds watchInterval{2};
constexpr qsizetype mostFindings = 8; ///< that are told at once

/// Where a record does not open, what else is wrong with the vault is said as well.
Error withFindings(const vault::Vault &vault, Error error)
{
    if (error.code == ErrorCode::VaultDamaged) {
        if (const auto check = vault.check(); check && !check->isSound()) {
            error.detail = check->findings.first(qMin(check->findings.size(), mostFindings)).join(u'\n');
        }
    }
    return error;
}

Result<QList<recipes::Property>> openInto(VaultThread::Slot &slot, auto &opener)
{
    Result<std::unique_ptr<vault::Vault>> opened = opener();
    if (!opened) {
        return std::unexpected(opened.error());
    }
    Result<QList<recipes::Property>> properties = (*opened)->properties();
    if (properties) { // one that cannot be read must not stay open behind a locked window
        slot = std::move(*opened);
        return properties;
    }
    return std::unexpected(withFindings(**opened, properties.error()));
}

} // namespace

VaultSession::VaultSession(vault::Actor actor, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_actor(std::move(actor))
    , m_clock(clock)
{
    m_watch.setInterval(watchInterval);
    connect(&m_watch, &QTimer::timeout, this, &VaultSession::lookForChanges);
}

const recipes::Property *VaultSession::property(const recipes::PropertyId &id) const
{
    const auto found = std::ranges::find(m_properties, id, &recipes::Property::id);
    return found == m_properties.end() ? nullptr : &*found;
}

void VaultSession::create(const QString &path, SecretBytes passphrase)
{
    openWith(path, [path, passphrase = std::move(passphrase), actor = m_actor, &clock = m_clock,
                    memory = vault::VaultMemory{m_memoryFolder}] {
        return vault::Vault::create(path, passphrase, crypto::calibrateScrypt(unlockTarget), actor, clock,
                                    memory);
    });
}

void VaultSession::open(const QString &path, SecretBytes passphrase, vault::OlderCopy olderCopy)
{
    openWith(path, [path, passphrase = std::move(passphrase), actor = m_actor, &clock = m_clock,
                    memory = vault::VaultMemory{m_memoryFolder, olderCopy}] {
        return vault::Vault::open(path, passphrase, actor, clock, memory);
    });
}

std::chrono::seconds VaultSession::unlockDelay() const
{
    return vault::UnlockAttempts(m_memoryFolder, m_path).waitFrom(m_clock.now());
}

void VaultSession::unlock(SecretBytes passphrase, vault::OlderCopy olderCopy)
{
    open(m_path, std::move(passphrase), olderCopy);
}

void VaultSession::openWith(const QString &path,
                            std::move_only_function<Result<std::unique_ptr<vault::Vault>>()> opener)
{
    if (m_state == State::Busy) {
        return; // asked for twice: the first answer counts, and Busy is no state to go back to
    }
    const State before = m_state;
    const int generation = ++m_generation;
    setState(State::Busy);
    m_thread.post(
        [this, generation, before, path, opener = std::move(opener)](VaultThread::Slot &slot) mutable {
            Opened opened = openInto(slot, opener);
            QMetaObject::invokeMethod(
                this,
                [this, generation, before, path, opened = std::move(opened)] {
                    finishOpening(generation, before, path, opened);
                },
                Qt::QueuedConnection);
        });
}

void VaultSession::finishOpening(int generation, State before, const QString &path, Opened opened)
{
    if (generation != m_generation) {
        return;
    }
    if (!opened) {
        Q_EMIT openFailed(opened.error()); // first: only then does the state going back mean a failure
        setState(before);
        return;
    }
    m_path = path;
    m_properties = std::move(*opened);
    setState(State::Unlocked);
    Q_EMIT propertiesChanged();
    m_watch.start();
    backUpWhenDue();
}

/// Right after unlocking, so before the session's first change.
void VaultSession::backUpWhenDue()
{
    if (!m_backups) {
        return;
    }
    run(
        this, [policy = *m_backups](vault::Vault &vault) { return vault.backUpWhenDue(policy); },
        [this](const Result<QString> &made) {
            if (!made) {
                Q_EMIT backupFailed(made.error());
            }
        });
}

void VaultSession::setBackupsKept(const QString &folder, int keep)
{
    if (m_backups) {
        m_backups->folder = folder;
        m_backups->keep = keep;
    }
}

QString VaultSession::backupFolder() const
{
    const QString folder = m_backups ? m_backups->folder : QString();
    return folder.isEmpty() ? vault::defaultBackupFolder(m_path) : folder;
}

void VaultSession::lookForChanges()
{
    run(
        this, [](vault::Vault &vault) { return vault.wasChangedElsewhere(); },
        [this](const Result<bool> &changed) {
            if (changed.value_or(false)) {
                readProperties([this] { Q_EMIT changedElsewhere(); });
            }
        });
}

void VaultSession::choose(const QString &path)
{
    const State before = m_state;
    const bool isOther = path != m_path;
    m_path = path;
    lock();
    setState(path.isEmpty() ? State::Closed : State::Locked);
    if (isOther && m_state == before) {
        Q_EMIT stateChanged(m_state); // locked as before, but another vault
    }
}

void VaultSession::lock()
{
    ++m_generation;
    m_watch.stop();
    m_thread.post([](VaultThread::Slot &slot) { slot.reset(); });
    if (m_state != State::Closed) {
        m_properties.clear();
        setState(m_path.isEmpty() ? State::Closed : State::Locked);
        Q_EMIT propertiesChanged();
    }
}

void VaultSession::reload()
{
    readProperties([] {});
}

void VaultSession::readProperties(const std::function<void()> &whenRead)
{
    run(
        this, [](vault::Vault &vault) { return vault.properties(); },
        [this, whenRead](Opened properties) {
            if (!properties) {
                Q_EMIT reloadFailed(properties.error());
                return;
            }
            m_properties = std::move(*properties);
            Q_EMIT propertiesChanged();
            whenRead();
        });
}

void VaultSession::replace(const recipes::Property &property)
{
    const auto found = std::ranges::find(m_properties, property.id, &recipes::Property::id);
    if (found == m_properties.end()) {
        m_properties.append(property);
        Q_EMIT propertiesChanged();
        return;
    }
    *found = property;
    Q_EMIT propertyChanged(property.id);
}

void VaultSession::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
}

} // namespace countersign::ui
