#pragma once

#include "core/base/clock.h"
#include "core/vault/vault.h"
#include "ui/actions/vaultthread.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace countersign::ui {

/// The vault as the console sees it: its state and a snapshot of its properties, without key material.
/// Lives on the window's thread; everything that touches the vault runs on the vault's own.
class VaultSession final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,   ///< no vault chosen
        Busy,     ///< creating or unlocking
        Locked,   ///< a vault is chosen; nothing of it is in memory
        Unlocked, ///< properties() holds its snapshot
    };
    Q_ENUM(State)

    VaultSession(vault::Actor actor, const Clock &clock, QObject *parent = nullptr);

    State state() const { return m_state; }
    const QString &path() const { return m_path; }
    const QList<recipes::Property> &properties() const { return m_properties; }
    const recipes::Property *property(const recipes::PropertyId &id) const;

    /// Where the states of vaults seen last are noted. Without it nothing is remembered.
    void setMemory(const QString &folder) { m_memoryFolder = folder; }
    /// Makes daily backups of whatever vault is open. Without it none are made.
    void setBackups(const vault::BackupPolicy &policy) { m_backups = policy; }
    /// Where they go and how many stay, where backups are made at all.
    void setBackupsKept(const QString &folder, int keep);
    /// Of the vault that is chosen.
    QString backupFolder() const;

    /// Derives the key and makes the file; ends Unlocked, or with openFailed() and then in the state before.
    void create(const QString &path, SecretBytes passphrase);
    /// Any way to come by an open vault: the demo, a test with a cheap key derivation. Does nothing while
    /// Busy.
    void openWith(const QString &path,
                  std::move_only_function<Result<std::unique_ptr<vault::Vault>>()> opener);
    /// How long to wait before the next try to unlock the chosen vault, after several that failed.
    std::chrono::seconds unlockDelay() const;
    void unlock(SecretBytes passphrase, vault::OlderCopy olderCopy = vault::OlderCopy::Refuse);
    void open(const QString &path, SecretBytes passphrase,
              vault::OlderCopy olderCopy = vault::OlderCopy::Refuse);
    /// Chooses a vault without unlocking it.
    void choose(const QString &path);
    /// Forgets the snapshot at once and closes the file; results still under way are dropped.
    void lock();

    /// Runs `task` (`Result<T>(vault::Vault &)`) on the vault's thread and hands its result to `done` on this
    /// one, unless `context` is gone or the vault was locked meanwhile.
    template<typename Task, typename Done>
    void run(QObject *context, Task task, Done done);

    /// The same for a change that returns the property as it is afterwards: the snapshot is updated, and
    /// propertyChanged() sent, before `done(Result<Property>)`.
    template<typename Task, typename Done>
    void change(QObject *context, Task task, Done done);

    /// Runs `task` on the vault's thread without a vault, after what is under way there, also while locked:
    /// for questions to the file. Opened beside a connection that writes, it would lose that its locks.
    template<typename Task, typename Done>
    void runWithoutVault(QObject *context, Task task, Done done);

    /// Reads every property again; ends with propertiesChanged() or reloadFailed().
    void reload();

Q_SIGNALS:
    void stateChanged(countersign::ui::VaultSession::State state);
    void openFailed(const countersign::Error &error);
    void backupFailed(const countersign::Error &error);
    void changedElsewhere(); ///< by another program; sent after propertiesChanged()
    void reloadFailed(const countersign::Error &error); ///< properties() is as it was
    void propertiesChanged();                           ///< added, removed or all read anew
    void propertyChanged(const countersign::recipes::PropertyId &id);

private:
    using Opened = Result<QList<recipes::Property>>;

    void setState(State state);
    void finishOpening(int generation, State before, const QString &path, Opened opened);
    void replace(const recipes::Property &property);
    void backUpWhenDue();
    void lookForChanges();
    void readProperties(const std::function<void()> &whenRead);

    vault::Actor m_actor;
    const Clock &m_clock;
    State m_state = State::Closed;
    QString m_path;
    QList<recipes::Property> m_properties;
    int m_generation = 0; ///< raised by every lock and opening: older results are dropped
    QString m_memoryFolder;
    std::optional<vault::BackupPolicy> m_backups;
    QTimer m_watch; ///< while unlocked: looks whether another program changed the vault
    VaultThread m_thread;
};

template<typename Task, typename Done>
void VaultSession::run(QObject *context, Task task, Done done)
{
    auto deliver = [this, generation = m_generation, context = QPointer<QObject>(context),
                    done = std::move(done)](auto &&result) mutable {
        if (context && generation == m_generation) {
            done(std::forward<decltype(result)>(result));
        }
    };
    m_thread.post(
        [this, task = std::move(task), deliver = std::move(deliver)](VaultThread::Slot &slot) mutable {
            if (!slot) {
                return;
            }
            // Shared, because a queued call must be copyable and a result with key material is not.
            auto call = [result = std::make_shared<decltype(task(*slot))>(task(*slot)),
                         deliver = std::make_shared<decltype(deliver)>(std::move(deliver))] {
                (*deliver)(std::move(*result));
            };
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
        });
}

template<typename Task, typename Done>
void VaultSession::runWithoutVault(QObject *context, Task task, Done done)
{
    m_thread.post([this, context = QPointer<QObject>(context), task = std::move(task),
                   done = std::move(done)](VaultThread::Slot &) mutable {
        auto answer = [context, result = task(), done = std::move(done)] {
            if (context) {
                done(result);
            }
        };
        QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
    });
}

template<typename Task, typename Done>
void VaultSession::change(QObject *context, Task task, Done done)
{
    run(this, std::move(task),
        [this, context = QPointer<QObject>(context),
         done = std::move(done)](Result<recipes::Property> result) mutable {
            if (result) {
                replace(*result);
            }
            if (context) {
                done(std::move(result));
            }
        });
}

} // namespace countersign::ui
