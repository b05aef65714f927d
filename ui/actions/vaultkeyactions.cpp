#include "ui/actions/vaultkeyactions.h"

#include "core/vault/recoverykey.h"
#include "ui/actions/keyring.h"
#include "ui/dialogs/passphraserequestdialog.h"
#include "ui/dialogs/recoverykeyofferdialog.h"

#include <QFileDialog>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

Result<void> putInPlace(const QString &from, const QString &to)
{
    std::error_code problem;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(),
                            problem);
    if (problem) {
        return failure(ErrorCode::WriteFailed, u"%1; the new recovery key is in %2"_s.arg(to, from));
    }
    return {};
}

/// The file first: a key that opens the vault and that nobody has would be worth nothing. Beside the one that
/// it may take the place of: a wrong passphrase leaves that and its key in force.
Result<void> makeInto(vault::Vault &vault, const SecretBytes &passphrase, const QString &path)
{
    const SecretBytes key = vault::makeRecoveryKey();
    SecretBytes line = key.clone();
    line.append(bytesOf("\n"));
    const QString fresh = path + u".new"_s;
    if (auto written = writeFile(fresh, line.bytes(), FileAccess::OwnerOnly, Overwrite::Yes); !written) {
        return written;
    }
    if (auto set = vault.setRecoveryKey(passphrase, key, vault.header().kdf); !set) {
        QFile::remove(fresh);
        return set;
    }
    return putInPlace(fresh, path);
}

} // namespace

MakeRecoveryKey::MakeRecoveryKey(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void MakeRecoveryKey::start()
{
    auto *dialog = new PassphraseRequestDialog(
        {u"recoveryKeyDialog"_s,
         tr("Make a recovery key"),
         tr("Make and save…"),
         tr("Whoever has the recovery key opens the vault without the passphrase."),
         tr("It is written to a file that only you can read. Print it, delete the file, and lock the paper "
            "away, apart from the vault and its backups. Any earlier recovery key stops working."),
         {}},
        m_window);
    connect(dialog, &RequestDialog::submitted, this,
            [this, dialog] { chooseFile(dialog, [dialog] { return dialog->passphrase(); }); });
    dialog->open();
}

void MakeRecoveryKey::offer(SecretBytes passphrase)
{
    auto *dialog = new RecoveryKeyOfferDialog(std::move(passphrase), m_window);
    connect(dialog, &RequestDialog::submitted, this,
            [this, dialog] { chooseFile(dialog, [dialog] { return dialog->passphrase(); }); });
    dialog->open();
}

void MakeRecoveryKey::chooseFile(RequestDialog *dialog, const Passphrase &passphrase)
{
    auto *chooser = new QFileDialog(dialog, tr("Save the recovery key"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(u"recovery-key.txt"_s);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, dialog, passphrase](const QString &path) { make(dialog, passphrase, path); });
    chooser->open();
}

void MakeRecoveryKey::make(RequestDialog *dialog, const Passphrase &passphrase, const QString &path)
{
    dialog->setBusy(tr("Making the recovery key…"));
    m_session.run(
        dialog, [secret = passphrase(), path](vault::Vault &vault) { return makeInto(vault, secret, path); },
        [this, dialog, path](const Result<void> &result) {
            if (!result) {
                dialog->showError(result.error());
                return;
            }
            dialog->finish();
            Q_EMIT made(path);
        });
}

RekeyVault::RekeyVault(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void RekeyVault::start()
{
    auto *dialog = new PassphraseRequestDialog(
        {u"rekeyDialog"_s, tr("Give the vault a new key"), tr("Give a new key"),
         tr("Use this when somebody else may have an old copy of the vault."),
         tr("Every record is sealed under a new key, after a backup is made and checked. The passphrase "
            "stays; a recovery key and the desktop's keyring stop opening it and have to be set up again. "
            "What was in the old copy is still in it: rotate the keys of the properties, too."),
         tr("new key")},
        m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] {
        dialog->setBusy(tr("Sealing everything anew…"));
        m_session.run(
            dialog,
            [passphrase = dialog->passphrase(), folder = m_session.backupFolder()](vault::Vault &vault) {
                vault::Rekeying request;
                request.passphrase = passphrase.clone();
                request.kdf = vault.header().kdf;
                request.backupFolder = folder;
                return vault.rekey(request);
            },
            [this, dialog](const Result<QString> &backup) {
                if (!backup) {
                    dialog->showError(backup.error());
                    return;
                }
                dialog->finish();
                forgetKeyringKey();
                Q_EMIT rekeyed(*backup);
            });
    });
    dialog->open();
}

/// It opens this vault no longer, but the backup that was made just before.
void RekeyVault::forgetKeyringKey()
{
    m_session.run(
        this, [](vault::Vault &vault) { return vault.header().vaultId; },
        [this](const QString &vaultId) {
            removeKeyringKey(vaultId, this, [](const KeyringResult<void> &) {});
        });
}

} // namespace countersign::ui
