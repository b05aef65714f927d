#include "ui/pages/keymaterialcard.h"

#include "ui/models/texts.h"
#include "ui/pages/publickeyview.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/styling.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

QVBoxLayout *makeColumn(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    return layout;
}

QPushButton *makeNamedButton(const QString &text, const QString &name)
{
    QPushButton *button = makeButton(text);
    button->setObjectName(name);
    return button;
}

/// With what is chosen: a name takes the place of the button's text for assistive technology.
void nameFormButton(QPushButton *button, const QString &form)
{
    button->setText(form);
    button->setAccessibleName(KeyMaterialCard::tr("Form of the public key: %1").arg(form));
}

/// What to do depends on what the key is still for.
QString remedyText(keys::KeyWeakness weakness, keys::KeyStatus status)
{
    switch (status) {
    case keys::KeyStatus::Current:
    case keys::KeyStatus::Standby:
        return QCoreApplication::translate("KeyWeakness", recipes::remedyFor(weakness));
    case keys::KeyStatus::Previous:
        return KeyMaterialCard::tr("Revoke it once nothing uses it any more.");
    case keys::KeyStatus::Revoked:
    case keys::KeyStatus::Destroyed:
        return KeyMaterialCard::tr("It is revoked: nothing has to be done.");
    }
    return {};
}

} // namespace

KeyMaterialCard::KeyMaterialCard(VaultSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_card(new Card)
    , m_health(new Chip({}, Tone::Attention))
    , m_remarks(makeLabel({}, TextRole::Attention))
    , m_secret(new SecretField)
    , m_publicKey(new PublicKeyView)
    , m_privatePart(new QWidget)
    , m_formButton(makeFormButton())
{
    m_secret->setObjectName(u"secretField"_s);
    m_publicKey->setObjectName(u"publicKey"_s);
    m_publicKey->setAccessibleName(tr("Public key"));
    m_secretPart = makeSecretPart();
    m_publicPart = makePublicPart();
    m_destroyedPart = makeDestroyedPart();
    for (QWidget *part : {m_secretPart, m_publicPart, m_destroyedPart}) {
        m_card->body()->addWidget(part);
    }
    m_health->setObjectName(u"weakKey"_s);
    m_remarks->setObjectName(u"keyRemarks"_s);
    m_card->header()->addWidget(m_health);
    m_card->body()->addWidget(m_remarks);
    showRemarks({});
    makeColumn(this)->addWidget(m_card);
    showPart(nullptr);
    connect(m_secret, &SecretField::revealRequested, this, &KeyMaterialCard::reveal);
}

QWidget *KeyMaterialCard::makeSecretPart()
{
    auto *part = new QWidget;
    QVBoxLayout *layout = makeColumn(part);
    auto *row = new QHBoxLayout;
    QPushButton *copy = makeNamedButton(tr("Copy secret"), u"copySecret"_s);
    row->addWidget(copy);
    row->addStretch();
    layout->addWidget(m_secret);
    layout->addLayout(row);
    layout->addWidget(
        makeLabel(tr("Hold the eye to see it. It belongs on your server and nowhere else: whoever has it "
                     "can speak for every visitor."),
                  TextRole::Hint));
    layout->addStretch();
    connect(copy, &QPushButton::clicked, this, &KeyMaterialCard::copySecretRequested);
    return part;
}

QPushButton *KeyMaterialCard::makeFormButton()
{
    QPushButton *button = makeNamedButton(tr("PEM"), u"publicKeyForm"_s);
    nameFormButton(button, tr("PEM"));
    auto *menu = new QMenu(button);
    menu->addAction(tr("PEM"), this, [this] { setForm(PublicKeyForm::Pem); });
    menu->addAction(tr("JWK"), this, [this] { setForm(PublicKeyForm::Jwk); });
    setStyleProperty(button, "hasMenu", true);
    button->setMenu(menu);
    return button;
}

QWidget *KeyMaterialCard::makePublicPart()
{
    auto *part = new QWidget;
    QVBoxLayout *layout = makeColumn(part);
    auto *row = new QHBoxLayout;
    QPushButton *copy = makeNamedButton(tr("Copy"), u"copyPublicKey"_s);
    QPushButton *save = makeNamedButton(tr("Save…"), u"savePublicKey"_s);
    for (QPushButton *button : {copy, save, m_formButton}) {
        row->addWidget(button);
    }
    row->addStretch();
    QVBoxLayout *secretHalf = makeColumn(m_privatePart);
    secretHalf->setContentsMargins(0, space::small, 0, 0);
    secretHalf->addWidget(makeLabel(tr("Private key").toUpper(), TextRole::Section));
    secretHalf->addWidget(
        makeLabel(tr("Never shown. It leaves the vault only as an export encrypted with a passphrase."),
                  TextRole::Hint));
    QPushButton *exportKey = makeNamedButton(tr("Export private key…"), u"exportPrivateKey"_s);
    secretHalf->addWidget(exportKey, 0, Qt::AlignLeft);
    layout->addWidget(m_publicKey);
    layout->addLayout(row);
    layout->addWidget(m_privatePart);
    layout->addStretch();
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyPublicKeyRequested(m_form); });
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT savePublicKeyRequested(m_form); });
    connect(exportKey, &QPushButton::clicked, this, &KeyMaterialCard::exportPrivateKeyRequested);
    return part;
}

QWidget *KeyMaterialCard::makeDestroyedPart()
{
    auto *part = new QWidget;
    QVBoxLayout *layout = makeColumn(part);
    layout->addWidget(
        makeLabel(tr("This key was destroyed. Only its fingerprint and dates are left."), TextRole::Muted));
    layout->addStretch();
    return part;
}

void KeyMaterialCard::showVersion(const recipes::Property &property, const recipes::KeyRule &rule,
                                  const keys::KeyVersion &version)
{
    if (m_property.id != property.id || m_version != version.number) {
        m_secret->conceal();
        m_publicKey->setKeyText({});
        showRemarks({});
    }
    m_property = property;
    m_version = version.number;
    const bool isSecret = version.description.type == crypto::KeyType::Secret;
    m_card->setTitle(isSecret ? tr("Secret, v%1").arg(version.number)
                              : tr("Public key, v%1").arg(version.number));
    ++m_remarksAsked;
    if (version.status == keys::KeyStatus::Destroyed) {
        showRemarks({});
        m_health->hide();
        showPart(m_destroyedPart);
        return;
    }
    showPart(isSecret ? m_secretPart : m_publicPart);
    m_privatePart->setVisible(version.description.hasPrivatePart);
    loadRemarks(rule, version);
    if (!isSecret) {
        loadPublicKey();
    }
}

/// Each remark says what is doubtful and what to do.
void KeyMaterialCard::loadRemarks(const recipes::KeyRule &rule, const keys::KeyVersion &version)
{
    const QStringList others = recipes::propertiesSharingSecret(m_session.properties(), m_property, version);
    auto task = [id = m_property.id, number = version.number,
                 rule](vault::Vault &vault) -> Result<QList<keys::KeyWeakness>> {
        const auto material = vault.keyMaterial(id, number);
        return material ? recipes::doubtsAbout(rule, *material)
                        : Result<QList<keys::KeyWeakness>>(std::unexpected(material.error()));
    };
    using Doubts = Result<QList<keys::KeyWeakness>>;
    m_session.run(
        this, std::move(task),
        [this, asked = m_remarksAsked, others, status = version.status](const Doubts &doubts) {
            if (asked != m_remarksAsked || !doubts) {
                return; // another version was chosen meanwhile; what cannot be read says so elsewhere
            }
            showHealth(recipes::healthOf(*doubts), !others.isEmpty());
            QStringList remarks;
            QStringList remedies;
            for (const keys::KeyWeakness doubt : *doubts) {
                remarks << weaknessText(doubt);
                remedies << remedyText(doubt, status);
            }
            remedies.removeDuplicates();
            remarks += remedies;
            if (!others.isEmpty()) {
                remarks << tr("The same secret is used by %1. Whoever has one has all of them: "
                              "rotate the key here or there.")
                               .arg(QLocale().createSeparatedList(others));
            }
            showRemarks(remarks);
        });
}

/// The same words as the list's.
void KeyMaterialCard::showHealth(recipes::KeyHealth health, bool isShared)
{
    m_health->setText(health == recipes::KeyHealth::Weak ? tr("Weak key")
                      : isShared                         ? tr("Shared secret")
                                                         : tr("Check key"));
    m_health->setVisible(isShared || health != recipes::KeyHealth::Sound);
}

void KeyMaterialCard::showRemarks(const QStringList &remarks)
{
    m_remarks->setText(remarks.join(u"\n\n"_s));
    m_remarks->setVisible(!remarks.isEmpty());
}

void KeyMaterialCard::clear()
{
    m_property = {};
    m_version = 0;
    ++m_remarksAsked;
    m_secret->conceal();
    m_publicKey->setKeyText({});
    showRemarks({});
    m_health->hide();
    m_card->setTitle({});
    showPart(nullptr);
}

/// The card is as tall as the one part it shows.
void KeyMaterialCard::showPart(const QWidget *shown)
{
    for (QWidget *part : {m_secretPart, m_publicPart, m_destroyedPart}) {
        part->setVisible(shown && part == shown);
    }
}

void KeyMaterialCard::setForm(PublicKeyForm form)
{
    m_form = form;
    nameFormButton(m_formButton, form == PublicKeyForm::Pem ? tr("PEM") : tr("JWK"));
    loadPublicKey();
}

void KeyMaterialCard::loadPublicKey()
{
    auto task = [id = m_property.id, version = m_version,
                 form = m_form](vault::Vault &vault) -> Result<QByteArray> {
        const auto material = vault.keyMaterial(id, version);
        return material ? publicKeyText(*material, form) : std::unexpected(material.error());
    };
    m_session.run(this, std::move(task),
                  [this, id = m_property.id, version = m_version](const Result<QByteArray> &text) {
                      if (id != m_property.id || version != m_version) {
                          return; // another version was chosen meanwhile
                      }
                      if (text) {
                          m_publicKey->setKeyText(QString::fromLatin1(*text).trimmed());
                      } else {
                          Q_EMIT failed(text.error());
                      }
                  });
}

void KeyMaterialCard::reveal()
{
    auto task = [property = m_property, version = m_version](vault::Vault &vault) -> Result<SecretBytes> {
        const auto material = vault.keyMaterial(property.id, version);
        if (!material) {
            return std::unexpected(material.error());
        }
        const auto noted = vault.record(vault::ActivityKind::SecretRevealed, &property, version, {});
        if (!noted) {
            return std::unexpected(noted.error());
        }
        return keys::secretText(std::get<keys::SecretKey>(*material));
    };
    m_session.run(this, std::move(task),
                  [this, id = m_property.id, version = m_version](Result<SecretBytes> secret) {
                      if (!secret) {
                          Q_EMIT failed(secret.error());
                      } else if (id == m_property.id && version == m_version) {
                          m_secret->reveal(*std::move(secret));
                      }
                  });
}

} // namespace countersign::ui
