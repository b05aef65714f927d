#pragma once

#include "core/recipes/keyhealth.h"
#include "core/recipes/property.h"
#include "ui/actions/keyactions.h"
#include "ui/widgets/card.h"

namespace countersign::ui {

class Chip;
class PublicKeyView;
class SecretField;

/// The chosen version's key: the public half to copy, or the secret, hidden until asked for.
class KeyMaterialCard final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyMaterialCard(VaultSession &session, QWidget *parent = nullptr);

    /// With what is doubtful about the key under the vendor's rule, and what to do about it.
    void showVersion(const recipes::Property &property, const recipes::KeyRule &rule,
                     const keys::KeyVersion &version);
    void clear();

Q_SIGNALS:
    void copySecretRequested();
    void copyPublicKeyRequested(countersign::ui::PublicKeyForm form);
    void savePublicKeyRequested(countersign::ui::PublicKeyForm form);
    void exportPrivateKeyRequested();
    void failed(const countersign::Error &error);

private:
    QWidget *makeSecretPart();
    QWidget *makePublicPart();
    QWidget *makeDestroyedPart();
    QPushButton *makeFormButton();
    void showPart(const QWidget *shown);
    void setForm(PublicKeyForm form);
    void loadPublicKey();
    void reveal();
    void loadRemarks(const recipes::KeyRule &rule, const keys::KeyVersion &version);
    void showHealth(recipes::KeyHealth health, bool isShared);
    void showRemarks(const QStringList &remarks);

    VaultSession &m_session;
    Card *m_card;
    Chip *m_health;
    QLabel *m_remarks;
    QWidget *m_secretPart = nullptr;
    QWidget *m_publicPart = nullptr;
    QWidget *m_destroyedPart = nullptr;
    SecretField *m_secret;
    PublicKeyView *m_publicKey;
    QWidget *m_privatePart;
    QPushButton *m_formButton;
    PublicKeyForm m_form = PublicKeyForm::Pem;
    recipes::Property m_property;
    int m_remarksAsked = 0; ///< the newest question alone is answered
    int m_version = 0;
};

} // namespace countersign::ui
