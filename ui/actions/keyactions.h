#pragma once

#include "ui/actions/vaultsession.h"
#include "ui/dialogs/confirmkeydialog.h"
#include "ui/dialogs/rotatekeydialog.h"

namespace countersign::ui {

class SecretClipboard;

enum class PublicKeyForm { Pem, Jwk };

/// What a person does with the keys of a property: asks in a dialog where something must be said or chosen,
/// does the work on the vault's thread, and notes it in the activity.
class KeyActions final : public QObject
{
    Q_OBJECT

public:
    /// `window` is what the dialogs belong to; it owns this object.
    KeyActions(VaultSession &session, SecretClipboard &clipboard, QWidget *window);

    void rotate(const recipes::Property &property, const recipes::Recipe &recipe, Rotation kind);
    void ask(const recipes::Property &property, const recipes::Recipe &recipe, int version, KeyStep step);
    /// Takes a standby version out of the way again; it can still be made current later.
    void setAside(const recipes::Property &property, int version);
    void copySecret(const recipes::Property &property, int version);
    void copyPublicKey(const recipes::Property &property, int version, PublicKeyForm form);
    void savePublicKey(const recipes::Property &property, int version, PublicKeyForm form);
    void exportPrivateKey(const recipes::Property &property, int version);

Q_SIGNALS:
    void messageShown(const QString &message);
    void failed(const countersign::Error &error);

private:
    template<typename Use>
    void withPublicKey(const recipes::Property &property, int version, PublicKeyForm form, Use use);
    void chooseExportFile(const recipes::Property &property, int version, SecretBytes passphrase);
    void finishExport(const Result<void> &written, const QString &path);

    VaultSession &m_session;
    SecretClipboard &m_clipboard;
    QWidget *m_window;
};

/// The public half as text, for copying and showing.
Result<QByteArray> publicKeyText(const keys::KeyMaterial &material, PublicKeyForm form);

} // namespace countersign::ui
