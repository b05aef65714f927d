#include "ui/window/vaultcommands.h"

#include "ui/actions/bundleactions.h"
#include "ui/actions/changepassphrase.h"
#include "ui/actions/checkvault.h"
#include "ui/actions/keyringunlock.h"
#include "ui/actions/managebackups.h"
#include "ui/actions/openbin.h"
#include "ui/actions/vaultkeyactions.h"
#include "ui/actions/vaultsession.h"
#include "ui/models/texts.h"
#include "ui/window/menus.h"

#include <QAction>
#include <QDir>

namespace countersign::ui {

VaultCommands::VaultCommands(VaultSession &session, Menus &menus, QWidget *window)
    : QObject(window)
    , m_changePassphrase(new ChangePassphrase(session, window))
    , m_check(new CheckVault(session, window))
    , m_openBin(new OpenBin(session, window))
    , m_manageBackups(new ManageBackups(session, window))
    , m_makeRecoveryKey(new MakeRecoveryKey(session, window))
    , m_rekey(new RekeyVault(session, window))
    , m_exportBundle(new ExportBundle(session, window))
    , m_importBundle(new ImportBundle(session, window))
    , m_keyring(new KeyringUnlock(session, window))
{
    connectMenus(menus);
    reportDone();
    reportAnnounced();
    connectBundles(menus);
    connectKeyring(menus);
}

void VaultCommands::offerRecoveryKey(SecretBytes passphrase)
{
    m_makeRecoveryKey->offer(std::move(passphrase));
}

void VaultCommands::makeRecoveryKey()
{
    m_makeRecoveryKey->start();
}

void VaultCommands::connectMenus(const Menus &menus)
{
    connect(menus.changePassphrase, &QAction::triggered, this, [this] { m_changePassphrase->start(); });
    connect(menus.checkVault, &QAction::triggered, m_check, &CheckVault::start);
    connect(m_check, &CheckVault::backupsRequested, m_manageBackups, &ManageBackups::start);
    connect(menus.openBin, &QAction::triggered, m_openBin, &OpenBin::start);
    connect(menus.backups, &QAction::triggered, m_manageBackups, &ManageBackups::start);
    connect(menus.recoveryKey, &QAction::triggered, m_makeRecoveryKey, &MakeRecoveryKey::start);
    connect(menus.rekey, &QAction::triggered, m_rekey, &RekeyVault::start);
}

void VaultCommands::reportDone()
{
    connect(m_changePassphrase, &ChangePassphrase::changed, this,
            [this] { Q_EMIT done(tr("The passphrase was changed.")); });
    connect(m_openBin, &OpenBin::takenBack, this,
            [this](const QString &name) { Q_EMIT done(tr("“%1” was taken out of the bin.").arg(name)); });
    connect(m_openBin, &OpenBin::deleted, this, [this] { Q_EMIT done(tr("Deleted for good.")); });
    connect(m_openBin, &OpenBin::failed, this, &VaultCommands::failed);
    connect(m_manageBackups, &ManageBackups::backedUp, this, [this](const QString &path) {
        Q_EMIT done(tr("Backed up to %1, and checked.").arg(QDir::toNativeSeparators(path)));
    });
}

void VaultCommands::reportAnnounced()
{
    const auto before = [](const QString &path) {
        return tr("As the vault was before: %1").arg(QDir::toNativeSeparators(path));
    };
    connect(m_manageBackups, &ManageBackups::restored, this, [this, before](const QString &kept) {
        Q_EMIT announced(Tone::Good, tr("Restored."), before(kept));
    });
    connect(m_manageBackups, &ManageBackups::backedUpUnrecorded, this,
            [this](const QString &path, const Error &why) {
                Q_EMIT announced(Tone::Attention,
                                 tr("Backed up to %1, and checked. The activity does not name it.")
                                     .arg(QDir::toNativeSeparators(path)),
                                 errorText(why));
            });
    connect(m_makeRecoveryKey, &MakeRecoveryKey::made, this, [this](const QString &path) {
        Q_EMIT announced(Tone::Attention,
                         tr("The recovery key is in a file. Print it, then delete the file."),
                         QDir::toNativeSeparators(path));
    });
    connect(m_rekey, &RekeyVault::rekeyed, this, [this, before](const QString &backup) {
        Q_EMIT announced(Tone::Good,
                         tr("The vault has a new key. A recovery key and the desktop's keyring open it again "
                            "once you set them up anew."),
                         before(backup));
    });
}

void VaultCommands::connectBundles(const Menus &menus)
{
    connect(menus.exportBundle, &QAction::triggered, this, [this] { m_exportBundle->start(); });
    connect(menus.importBundle, &QAction::triggered, m_importBundle, &ImportBundle::start);
    connect(m_exportBundle, &ExportBundle::exported, this, [this](const QString &path) {
        Q_EMIT announced(Tone::Good, tr("The bundle is written. Its own passphrase opens it."),
                         QDir::toNativeSeparators(path));
    });
    connect(m_importBundle, &ImportBundle::imported, this,
            [this](int count) { Q_EMIT done(tr("%n properties were imported.", nullptr, count)); });
}

void VaultCommands::connectKeyring(const Menus &menus)
{
    connect(menus.keyring, &QAction::triggered, m_keyring, &KeyringUnlock::start);
    connect(m_keyring, &KeyringUnlock::turnedOn, this,
            [this] { Q_EMIT done(tr("The keyring may open this vault from now on.")); });
    connect(m_keyring, &KeyringUnlock::turnedOff, this, [this](KeyringLeft left) {
        Q_EMIT done(left == KeyringLeft::Nothing
                        ? tr("The keyring no longer opens this vault.")
                        : tr("The keyring no longer opens this vault, but did not let go of its key."));
    });
    connect(m_keyring, &KeyringUnlock::failed, this,
            [this](const Error &error) { Q_EMIT announced(Tone::Bad, errorText(error), error.detail); });
}

} // namespace countersign::ui
