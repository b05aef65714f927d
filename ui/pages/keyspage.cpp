#include "ui/pages/keyspage.h"

#include "ui/models/texts.h"
#include "ui/pages/keymaterialcard.h"
#include "ui/pages/keyversionsview.h"
#include "ui/pages/rotationcard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

/// Calls the action with the chosen version's number, when there is one.
template<typename Action>
auto KeysPage::withChosen(Action action)
{
    return [this, action = std::move(action)] {
        if (const keys::KeyVersion *version = m_versions->chosen(); version && m_property) {
            action(version->number);
        }
    };
}

KeysPage::KeysPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_actions(new KeyActions(context.session, context.clipboard, this))
    , m_banner(new MessageBanner)
    , m_versions(new KeyVersionsView)
    , m_empty(new EmptyState(u"key"_s, tr("No key yet"), {}))
    , m_rotation(new RotationCard)
    , m_material(new KeyMaterialCard(context.session))
{
    setObjectName(u"keysPage"_s);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(space::wide);
    lower->addWidget(m_rotation, 3, Qt::AlignTop);
    lower->addWidget(m_material, 2, Qt::AlignTop);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_banner);
    layout->addWidget(makeVersionsCard());
    layout->addLayout(lower);
    layout->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    reachRightEdge();
    outer->addWidget(makePageScroll(content));
    connectActions();
}

QWidget *KeysPage::makeVersionsCard()
{
    auto *card = new Card;
    card->layout()->setContentsMargins(space::large, space::tiny, space::large, space::small);
    card->body()->addWidget(m_versions);
    card->body()->addWidget(m_empty);
    return card;
}

void KeysPage::connectActions()
{
    connect(m_actions, &KeyActions::messageShown, this, &PropertyPage::messageShown);
    connect(m_actions, &KeyActions::failed, m_banner, &MessageBanner::showError);
    connect(m_material, &KeyMaterialCard::failed, m_banner, &MessageBanner::showError);
    connect(m_versions, &KeyVersionsView::versionChosen, this, &KeysPage::showChosenVersion);
    connect(m_versions, &KeyVersionsView::menuRequested, this, &KeysPage::showMenu);
    connect(m_rotation, &RotationCard::rotateRequested, this, &KeysPage::rotate);
    connect(m_rotation, &RotationCard::revokingRotationRequested, this,
            [this] { m_actions->rotate(*m_property, *m_recipe, Rotation::RotateAndRevoke); });
    connect(m_rotation, &RotationCard::promoteRequested, this,
            [this](int version) { ask(version, KeyStep::Promote); });
    connect(m_rotation, &RotationCard::copyPublicKeyRequested, this,
            [this](int version) { m_actions->copyPublicKey(*m_property, version, PublicKeyForm::Pem); });
    connect(m_rotation, &RotationCard::setAsideRequested, this,
            [this](int version) { m_actions->setAside(*m_property, version); });
    connect(m_material, &KeyMaterialCard::copySecretRequested, this,
            withChosen([this](int version) { m_actions->copySecret(*m_property, version); }));
    connect(m_material, &KeyMaterialCard::exportPrivateKeyRequested, this,
            withChosen([this](int version) { m_actions->exportPrivateKey(*m_property, version); }));
    connect(m_material, &KeyMaterialCard::copyPublicKeyRequested, this, [this](PublicKeyForm form) {
        withChosen([this, form](int version) { m_actions->copyPublicKey(*m_property, version, form); })();
    });
    connect(m_material, &KeyMaterialCard::savePublicKeyRequested, this, [this](PublicKeyForm form) {
        withChosen([this, form](int version) { m_actions->savePublicKey(*m_property, version, form); })();
    });
}

void KeysPage::showProperty(const recipes::Property *property, const recipes::Recipe *recipe)
{
    if (!property || !recipe) {
        clear();
        return;
    }
    if (!m_property || m_property->id != property->id) {
        m_banner->clear();
        m_versions->clear();
    }
    m_property = *property;
    m_recipe = recipe;
    m_versions->showKeys(property->keys, context().clock.now());
    m_rotation->showProperty(*property, *recipe);
    m_empty->setTexts(tr("No key yet"),
                      recipe->key.issuer == recipes::KeyIssuer::Vendor
                          ? tr("%1 shows it at %2.").arg(recipe->vendor, pathText(recipe->key.dashboardPath))
                          : tr("Make a pair here; %1 gets the public half.").arg(recipe->vendor));
    const bool hasKeys = !property->keys.isEmpty();
    m_versions->setVisible(hasKeys);
    m_empty->setVisible(!hasKeys);
    m_material->setVisible(hasKeys);
    showChosenVersion();
}

void KeysPage::clear()
{
    m_property.reset();
    m_recipe = nullptr;
    m_banner->clear();
    m_versions->clear();
    m_rotation->clear();
    m_material->clear();
}

void KeysPage::begin(PageTask task)
{
    if (task == PageTask::Rotate) {
        rotate();
    }
}

void KeysPage::rotate()
{
    if (m_property) {
        m_actions->rotate(*m_property, *m_recipe, Rotation::Rotate);
    }
}

void KeysPage::showChosenVersion()
{
    const keys::KeyVersion *version = m_versions->chosen();
    if (version && m_property) {
        m_material->showVersion(*m_property, m_recipe->key, *version);
    } else {
        m_material->clear();
    }
}

void KeysPage::ask(int version, KeyStep step)
{
    m_actions->ask(*m_property, *m_recipe, version, step);
}

void KeysPage::showMenu(const QPoint &position)
{
    const keys::KeyVersion *version = m_versions->chosen();
    if (!version || !m_property) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"versionMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addKeyActions(menu, *version);
    menu->addSeparator();
    addStatusActions(menu, *version);
    menu->popup(position);
}

void KeysPage::addKeyActions(QMenu *menu, const keys::KeyVersion &version)
{
    if (version.status == keys::KeyStatus::Destroyed) {
        return;
    }
    if (version.description.type == crypto::KeyType::Secret) {
        menu->addAction(tr("Copy secret"), this,
                        withChosen([this](int number) { m_actions->copySecret(*m_property, number); }));
        return;
    }
    menu->addAction(tr("Copy public key"), this, withChosen([this](int number) {
                        m_actions->copyPublicKey(*m_property, number, PublicKeyForm::Pem);
                    }));
    menu->addAction(tr("Save public key…"), this, withChosen([this](int number) {
                        m_actions->savePublicKey(*m_property, number, PublicKeyForm::Pem);
                    }));
    if (version.description.hasPrivatePart) {
        menu->addAction(tr("Export private key…"), this,
                        withChosen([this](int number) { m_actions->exportPrivateKey(*m_property, number); }));
    }
}

void KeysPage::addStatusActions(QMenu *menu, const keys::KeyVersion &version)
{
    using keys::KeyStatus;
    const auto add = [&](const QString &text, KeyStep step, bool isPossible) {
        menu->addAction(text, this, withChosen([this, step](int number) { ask(number, step); }))
            ->setEnabled(isPossible);
    };
    const bool isGone = version.status == KeyStatus::Destroyed;
    add(tr("Make current…"), KeyStep::Promote, !isGone && version.status != KeyStatus::Current);
    add(tr("Revoke…"), KeyStep::Revoke, !isGone && version.status != KeyStatus::Revoked);
    add(tr("Destroy…"), KeyStep::Destroy,
        version.status == KeyStatus::Revoked || version.status == KeyStatus::Standby);
}

} // namespace countersign::ui
