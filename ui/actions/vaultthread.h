#pragma once

#include "core/vault/vault.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace countersign::ui {

/// The thread that owns the open vault, so that no key derivation, query or signature runs on the window's.
/// Tasks run one after another in the order they were posted.
class VaultThread final : public QObject
{
    Q_OBJECT

public:
    /// What a task sees: the slot that holds the vault, empty while none is open.
    using Slot = std::unique_ptr<vault::Vault>;
    using Task = std::move_only_function<void(Slot &)>;

    explicit VaultThread(QObject *parent = nullptr);
    /// Finishes what was posted, closes the vault and ends the thread.
    ~VaultThread() override;

    void post(Task task);

private:
    QThread m_thread;
    QObject *m_worker; ///< lives on m_thread
    std::shared_ptr<Slot> m_slot;
};

} // namespace countersign::ui
