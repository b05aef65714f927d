#include "ui/actions/keyactions.h"

#include "core/base/files.h"
#include "core/keys/keywriter.h"
#include "ui/dialogs/exportprivatekeydialog.h"
#include "ui/widgets/secretclipboard.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

using recipes::Property;

Result<Property> carryOut(vault::Vault &vault, const Property &property, const recipes::KeyRule &rule,
                          const KeyRequest &request, Rotation rotation)
{
    auto key = obtainKey(rule, request);
    if (!key) {
        return std::unexpected(key.error());
    }
    if (rotation == Rotation::Standby) {
        return vault.addKey(property, key->material, key->origin);
    }
    const auto old = rotation == Rotation::RotateAndRevoke ? keys::RevokeOld::Yes : keys::RevokeOld::No;
    return vault.rotateKey(property, key->material, key->origin, old);
}

Result<Property> carryOut(vault::Vault &vault, const Property &property, int version, KeyStep step)
{
    switch (step) {
    case KeyStep::Promote:
        return vault.promoteKey(property, version);
    case KeyStep::Revoke:
        return vault.revokeKey(property, version);
    case KeyStep::Destroy:
        return vault.destroyKey(property, version);
    }
    return failure(ErrorCode::InvalidInput);
}

QString doneText(KeyStep step, int version)
{
    switch (step) {
    case KeyStep::Promote:
        return KeyActions::tr("v%1 is current now.").arg(version);
    case KeyStep::Revoke:
        return KeyActions::tr("v%1 is revoked.").arg(version);
    case KeyStep::Destroy:
        return KeyActions::tr("v%1 is destroyed.").arg(version);
    }
    return {};
}

QString rotatedText(const Property &property)
{
    const int newest = property.keys.versions().last().number;
    return property.keys.current() && property.keys.current()->number == newest
               ? KeyActions::tr("v%1 is current now.").arg(newest)
               : KeyActions::tr("v%1 is on standby.").arg(newest);
}

/// Closes the dialog over what it asked for, or says in it why it did not happen.
void settle(RequestDialog *dialog, const Result<Property> &result)
{
    if (result) {
        dialog->finish();
    } else {
        dialog->showError(result.error());
    }
}

/// A name for a file that a person will recognise: "shop-eu-v2-public.pem".
QString fileNameFor(const Property &property, int version, const QString &ending)
{
    QString name;
    for (const QChar c : property.name.toLower()) {
        name += c.isLetterOrNumber() ? c : u'-';
    }
    return u"%1-v%2-%3"_s.arg(name).arg(version).arg(ending);
}

Result<SecretBytes> encryptedKey(const Result<keys::KeyMaterial> &material, const SecretBytes &passphrase)
{
    if (!material) {
        return std::unexpected(material.error());
    }
    const auto *pair = std::get_if<crypto::PrivateKey>(&*material);
    return pair ? keys::privateKeyPem(*pair, &passphrase)
                : failure(ErrorCode::UnsupportedKey, u"this version has no private key"_s);
}

} // namespace

Result<QByteArray> publicKeyText(const keys::KeyMaterial &material, PublicKeyForm form)
{
    const auto key = keys::publicKeyOf(material);
    if (!key) {
        return failure(ErrorCode::UnsupportedKey, u"a secret has no public half"_s);
    }
    return form == PublicKeyForm::Pem ? keys::publicKeyPem(*key) : keys::publicKeyJwk(*key);
}

KeyActions::KeyActions(VaultSession &session, SecretClipboard &clipboard, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_clipboard(clipboard)
    , m_window(window)
{
}

void KeyActions::rotate(const Property &property, const recipes::Recipe &recipe, Rotation kind)
{
    auto *dialog = new RotateKeyDialog(recipe, property, kind, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog, property, rule = recipe.key] {
        dialog->setBusy(dialog->request().source == KeySource::Generate ? tr("Making a new key…")
                                                                        : tr("Reading the key…"));
        auto task = [property, rule, request = dialog->request(), rotation = dialog->rotation()](
                        vault::Vault &vault) { return carryOut(vault, property, rule, request, rotation); };
        m_session.change(dialog, std::move(task), [this, dialog](const Result<Property> &result) {
            settle(dialog, result);
            if (result) {
                Q_EMIT messageShown(rotatedText(*result));
            }
        });
    });
    dialog->open();
}

void KeyActions::ask(const Property &property, const recipes::Recipe &recipe, int version, KeyStep step)
{
    auto *dialog = new ConfirmKeyDialog(recipe, property, version, step, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog, property, version, step] {
        dialog->setBusy(tr("Saving…"));
        auto task = [property, version, step](vault::Vault &vault) {
            return carryOut(vault, property, version, step);
        };
        m_session.change(dialog, std::move(task),
                         [this, dialog, version, step](const Result<Property> &result) {
                             settle(dialog, result);
                             if (result) {
                                 Q_EMIT messageShown(doneText(step, version));
                             }
                         });
    });
    dialog->open();
}

void KeyActions::setAside(const Property &property, int version)
{
    auto task = [property, version](vault::Vault &vault) { return vault.revokeKey(property, version); };
    m_session.change(this, std::move(task), [this, version](const Result<Property> &result) {
        if (result) {
            Q_EMIT messageShown(tr("v%1 is set aside: revoked, and still here if you need it.").arg(version));
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

void KeyActions::copySecret(const Property &property, int version)
{
    auto task = [property, version](vault::Vault &vault) -> Result<SecretBytes> {
        const auto material = vault.keyMaterial(property.id, version);
        if (!material) {
            return std::unexpected(material.error());
        }
        const auto noted = vault.record(vault::ActivityKind::SecretCopied, &property, version, {});
        if (!noted) {
            return std::unexpected(noted.error());
        }
        return keys::secretText(std::get<keys::SecretKey>(*material));
    };
    m_session.run(this, std::move(task), [this](const Result<SecretBytes> &secret) {
        if (secret) {
            m_clipboard.copySecret(secret->bytes());
        } else {
            Q_EMIT failed(secret.error());
        }
    });
}

template<typename Use>
void KeyActions::withPublicKey(const Property &property, int version, PublicKeyForm form, Use use)
{
    auto task = [property, version, form](vault::Vault &vault) -> Result<QByteArray> {
        const auto material = vault.keyMaterial(property.id, version);
        if (!material) {
            return std::unexpected(material.error());
        }
        const auto noted = vault.record(vault::ActivityKind::PublicKeyExported, &property, version, {});
        return noted ? publicKeyText(*material, form) : std::unexpected(noted.error());
    };
    m_session.run(this, std::move(task), [this, use = std::move(use)](const Result<QByteArray> &text) {
        if (text) {
            use(*text);
        } else {
            Q_EMIT failed(text.error());
        }
    });
}

void KeyActions::copyPublicKey(const Property &property, int version, PublicKeyForm form)
{
    withPublicKey(property, version, form, [this](const QByteArray &text) {
        m_clipboard.copyText(QString::fromLatin1(text));
        Q_EMIT messageShown(tr("The public key is on the clipboard."));
    });
}

void KeyActions::savePublicKey(const Property &property, int version, PublicKeyForm form)
{
    const QString ending = form == PublicKeyForm::Pem ? u"public.pem"_s : u"public.jwk"_s;
    auto *dialog = new QFileDialog(m_window, tr("Save the public key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileNameFor(property, version, ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, property, version, form](const QString &path) {
        withPublicKey(property, version, form, [this, path](const QByteArray &text) {
            finishExport(writeFile(path, bytesOf(text), FileAccess::Ordinary, Overwrite::Yes), path);
        });
    });
    dialog->open();
}

void KeyActions::exportPrivateKey(const Property &property, int version)
{
    auto *dialog = new ExportPrivateKeyDialog(property.name, version, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog, property, version] {
        chooseExportFile(property, version, dialog->passphrase());
        dialog->finish();
    });
    dialog->open();
}

void KeyActions::chooseExportFile(const Property &property, int version, SecretBytes passphrase)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the encrypted private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileNameFor(property, version, u"private.pem"_s));
    auto shared = std::make_shared<SecretBytes>(std::move(passphrase));
    connect(dialog, &QFileDialog::fileSelected, this, [this, property, version, shared](const QString &path) {
        auto task = [property, version, shared, path](vault::Vault &vault) -> Result<void> {
            const auto pem = encryptedKey(vault.keyMaterial(property.id, version), *shared);
            if (!pem) {
                return std::unexpected(pem.error());
            }
            // Recorded first: an export that nobody can see later must not happen.
            const auto noted = vault.record(vault::ActivityKind::PrivateKeyExported, &property, version, {});
            return noted ? writeFile(path, pem->bytes(), FileAccess::OwnerOnly, Overwrite::Yes) : noted;
        };
        m_session.run(this, std::move(task),
                      [this, path](const Result<void> &written) { finishExport(written, path); });
    });
    dialog->open();
}

void KeyActions::finishExport(const Result<void> &written, const QString &path)
{
    if (written) {
        Q_EMIT messageShown(tr("Saved to %1.").arg(path));
    } else {
        Q_EMIT failed(written.error());
    }
}

} // namespace countersign::ui
