#include "ui/window/vaultpages.h"

#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebanner.h"
#include "ui/window/createvaultpage.h"
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
        connect(m_create, &CreateVaultPage::backRequested, this, [this] { setCurrentWidget(m_start); });
        connect(m_create, &CreateVaultPage::createRequested, this,
                [this] { m_session.create(m_create->path(), m_create->passphrase()); });
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
    }
    return m_unlock;
}

void VaultPages::followState(VaultSession::State state)
{
    if (state == VaultSession::State::Busy) {
        const bool isNew = m_create && currentWidget() == m_create;
        m_busy->start(isNew ? tr("Creating the vault…") : tr("Opening the vault…"));
        return;
    }
    const bool hasFailed = m_busy->isActive();
    m_busy->stop();
    if (state == VaultSession::State::Unlocked) {
        clear();
    } else if (!hasFailed) { // else the page stays, with what was typed, to say what went wrong
        state == VaultSession::State::Locked ? showUnlock() : showStart();
    }
}

void VaultPages::showFailure(const Error &error)
{
    if (m_create && currentWidget() == m_create) {
        m_create->showError(error);
    } else if (m_unlock && currentWidget() == m_unlock) {
        m_unlock->showError(error);
        m_unlock->holdFor(m_session.unlockDelay());
    } else {
        m_start->banner()->showError(error);
    }
}

void VaultPages::showStart()
{
    clear();
    m_start->showRecent(m_recentVaults);
    setCurrentWidget(m_start);
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
    m_unlock->holdFor(m_session.unlockDelay());
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
    m_start->banner()->clear();
}

} // namespace countersign::ui
