#include "ui/window/vaultpages.h"

#include "ui/actions/replacebybackup.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebanner.h"
#include "ui/window/buttonhold.h"
#include "ui/window/createvaultpage.h"
#include "ui/window/recoverpage.h"
#include "ui/window/startpage.h"
#include "ui/window/unlockpage.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::ui {

VaultPages::VaultPages(VaultSession &session, VaultPlaces places, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_places(std::move(places))
    , m_start(new StartPage)
    , m_replacement(new ReplaceByBackup(session, m_places.user, this))
    , m_busy(new BusyOverlay(this))
{
    addWidget(m_start);
    connectPages();
}

void VaultPages::connectPages()
{
    connect(m_start, &StartPage::createRequested, this, &VaultPages::showCreate);
    connect(m_start, &StartPage::openRequested, this, &VaultPages::chooseFile);
    connect(m_start, &StartPage::demoRequested, this, &VaultPages::openDemo);
    connect(m_start, &StartPage::recentChosen, this, &VaultPages::choose);
    connect(&m_session, &VaultSession::openFailed, this, &VaultPages::showFailure);
    connect(&m_session, &VaultSession::stateChanged, this, &VaultPages::followState);
}

CreateVaultPage *VaultPages::createPage()
{
    if (!m_create) {
        m_create = new CreateVaultPage;
        addWidget(m_create);
        connect(m_create, &CreateVaultPage::backRequested, this, &VaultPages::showStart);
        connect(m_create, &CreateVaultPage::createRequested, this, &VaultPages::create);
    }
    return m_create;
}

UnlockPage *VaultPages::unlockPage()
{
    if (!m_unlock) {
        m_unlock = new UnlockPage;
        addWidget(m_unlock);
        connect(m_unlock, &UnlockPage::unlockRequested, this,
                [this] { m_session.unlock(m_unlock->passphrase(), m_unlock->olderCopy()); });
        connect(m_unlock, &UnlockPage::otherRequested, this, [this] { m_session.choose({}); });
        connect(m_unlock, &UnlockPage::backupRequested, m_replacement, &ReplaceByBackup::start);
        connect(m_unlock, &UnlockPage::recoverRequested, this, &VaultPages::showRecover);
        connect(m_unlock, &UnlockPage::keyringRequested, this, &VaultPages::unlockWithKeyring);
    }
    return m_unlock;
}

RecoverPage *VaultPages::recoverPage()
{
    if (!m_recover) {
        m_recover = new RecoverPage;
        addWidget(m_recover);
        connect(m_recover, &RecoverPage::backRequested, this, &VaultPages::showUnlock);
        connect(m_recover, &RecoverPage::recoverRequested, this, &VaultPages::recover);
    }
    return m_recover;
}

void VaultPages::create()
{
    m_newPassphrase = m_create->passphrase();
    m_session.create(m_create->path(), m_create->passphrase());
}

void VaultPages::recover()
{
    m_session.openWith(m_session.path(), [path = m_session.path(), key = m_recover->recoveryKey(),
                                          passphrase = m_recover->newPassphrase(), user = m_places.user,
                                          olderCopy = m_recover->olderCopy()] {
        return recoverVault(path, key, passphrase, user, olderCopy);
    });
}

void VaultPages::followState(VaultSession::State state)
{
    if (state == VaultSession::State::Busy) {
        const bool isNew = m_create && currentWidget() == m_create;
        m_hasFailed = false;
        m_busy->start(isNew ? tr("Creating the vault…") : tr("Opening the vault…"));
        return;
    }
    const bool hasFailed = std::exchange(m_hasFailed, false);
    m_busy->stop();
    if (state == VaultSession::State::Unlocked) {
        m_isKeyringTried = false;
        SecretBytes created = takeNewPassphrase();
        clear();
        m_newPassphrase = std::move(created); // until it is taken
    } else if (!hasFailed) { // else the page stays, with what was typed, to say what went wrong
        state == VaultSession::State::Locked ? showUnlock() : showStart();
    }
}

void VaultPages::showFailure(const Error &error)
{
    m_hasFailed = true;
    m_newPassphrase.clear();
    if (m_create && currentWidget() == m_create) {
        m_create->showError(error);
    } else if (m_recover && currentWidget() == m_recover) {
        m_recover->showError(error);
        m_recover->hold().holdFor(m_session.unlockDelay());
    } else if (m_unlock && currentWidget() == m_unlock) {
        showUnlockFailure(error);
    } else {
        m_start->banner()->showError(error);
    }
}

void VaultPages::showStart()
{
    clear();
    m_start->showRecent(m_recentVaults);
    setCurrentWidget(m_start);
    m_start->setFocus();
}

void VaultPages::showCreate()
{
    clear();
    setCurrentWidget(createPage());
    m_create->begin(m_places.defaultPath);
}

void VaultPages::showUnlock()
{
    const bool isDemo = m_session.path() == m_places.demoPath;
    clear();
    setCurrentWidget(unlockPage());
    m_unlock->begin(m_session.path(),
                    isDemo ? tr("The demo's passphrase is “%1”.").arg(m_places.demoPassphrase) : QString());
    m_unlock->hold().holdFor(m_session.unlockDelay());
    lookForOtherWays();
}

void VaultPages::showRecover()
{
    clear();
    setCurrentWidget(recoverPage());
    m_recover->begin(m_session.path());
    m_recover->hold().holdFor(m_session.unlockDelay());
}

void VaultPages::lookForOtherWays()
{
    m_session.runWithoutVault(
        this, [path = m_session.path()] { return vault::otherWaysInto(path); },
        [this, path = m_session.path()](const Result<vault::OtherWays> &ways) {
            if (ways && path == m_session.path()) {
                offerOtherWays(*ways);
            }
        });
}

void VaultPages::offerOtherWays(const vault::OtherWays &ways)
{
    m_vaultId = ways.vaultId;
    m_unlock->setRecoverable(ways.recoveryKey);
    m_unlock->setKeyringOffered(ways.keyringKey);
}

void VaultPages::unlockWithKeyring()
{
    m_unlock->setKeyringAsked(true);
    readKeyringKey(m_vaultId, this, [this, path = m_session.path()](KeyringResult<SecretBytes> key) {
        useKeyringKey(path, std::move(key));
    });
}

/// Unless the vault was opened in another way meanwhile, or another was chosen.
void VaultPages::useKeyringKey(const QString &path, KeyringResult<SecretBytes> key)
{
    if (path != m_session.path()) {
        return;
    }
    m_unlock->setKeyringAsked(false); // also while another way is tried: it may fail
    if (m_session.state() != VaultSession::State::Locked) {
        return;
    }
    if (!key) {
        const bool isTold =
            key.error().problem == KeyringProblem::NothingKept; // in full, without the library's words
        m_unlock->showProblem(keyringText(key.error().problem), isTold ? QString() : key.error().detail);
        return;
    }
    m_isKeyringTried = true;
    m_session.openWith(
        path, [path, bytes = *std::move(key), user = m_places.user, olderCopy = m_unlock->olderCopy()] {
            return openByKeyring(path, bytes, user, olderCopy);
        });
}

void VaultPages::showUnlockFailure(const Error &error)
{
    if (std::exchange(m_isKeyringTried, false) && error.code == ErrorCode::WrongPassphrase) {
        m_unlock->showProblem(
            tr("The key in the desktop's keyring no longer opens this vault. Use the passphrase."));
        return;
    }
    m_unlock->showError(error);
    m_unlock->hold().holdFor(m_session.unlockDelay());
}

void VaultPages::openDemo()
{
    setCurrentWidget(m_start);
    if (QFileInfo::exists(m_places.demoPath)) {
        m_session.open(m_places.demoPath,
                       SecretBytes::copyOf(bytesOf(QByteArrayView(m_places.demoPassphrase.toUtf8()))));
    } else {
        m_session.openWith(m_places.demoPath, [create = m_places.createDemo] { return create(); });
    }
}

void VaultPages::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a vault"), QFileInfo(m_places.defaultPath).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Vaults (*.countersign)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &VaultPages::choose);
    dialog->open();
}

void VaultPages::choose(const QString &path)
{
    m_session.choose(path);
}

void VaultPages::clear()
{
    if (m_create) {
        m_create->clear();
    }
    if (m_unlock) {
        m_unlock->clear();
    }
    if (m_recover) {
        m_recover->clear();
    }
    m_newPassphrase.clear();
    m_start->banner()->clear();
}

} // namespace countersign::ui
