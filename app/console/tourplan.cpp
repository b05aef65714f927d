#include "app/console/tour_p.h"
#include "ui/pages/verdictcard.h"
#include "ui/widgets/tokenview.h"
#include "ui/window/manualwindow.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::console {

void Tour::planStart()
{
    add(u"start"_s, [] {}, [this] { return isShown(u"tryDemo"_s); });
    add(
        u"create-vault"_s,
        [this] {
            click(u"createVault"_s);
            type(u"newPassphrase"_s, u"correct horse battery staple"_s);
            type(u"newPassphraseAgain"_s, u"correct horse"_s);
        },
        [this] { return isShown(u"createVaultPage"_s); });
    add({}, [this] { click(u"backButton"_s); }, [this] { return isShown(u"tryDemo"_s); });
    add(
        u"vault"_s, [this] { click(u"tryDemo"_s); },
        [this] {
            return m_session.state() == ui::VaultSession::State::Unlocked && isShown(u"propertyList"_s);
        });
}

// The properties are known only once the demo is open, so these steps plan the following ones.
void Tour::planProperties()
{
    add(
        {},
        [this] {
            std::deque<TourStep> rest;
            rest.swap(m_steps);
            QStringList vendors;
            for (const recipes::Property &property : m_session.properties()) {
                if (vendors.contains(property.recipeId) || property.archived || property.keys.isEmpty()) {
                    continue;
                }
                vendors << property.recipeId;
                for (const QString &place : m_window.propertyView()->placeIds()) {
                    add(
                        property.recipeId + u'-' + place,
                        [this, id = property.id, place] {
                            m_window.sidebar()->select(id);
                            m_window.propertyView()->goTo(place);
                        },
                        [this, place] { return isShown(place + u"Page"_s); });
                    if (place == u"proof") {
                        planProof(property.recipeId);
                    } else if (place == u"verify") {
                        planVerify(property.recipeId);
                    }
                }
            }
            if (vendors.size() < 4) {
                fail(u"the demo vault lacks a vendor"_s);
            }
            for (TourStep &step : rest) {
                m_steps.push_back(std::move(step));
            }
        },
        [] { return true; });
}

// The visitor is the recipe's own example, which stands as a placeholder in each field.
void Tour::planProof(const QString &recipeId)
{
    add(
        recipeId + u"-proof-made"_s,
        [this] {
            for (QLineEdit *edit : m_window.findChildren<QLineEdit *>()) {
                if (edit->isVisible() && edit->objectName().startsWith("visitor."_L1) &&
                    edit->text().isEmpty()) {
                    edit->setText(edit->placeholderText());
                }
            }
        },
        [this] {
            const auto *copy = m_window.findChild<QPushButton *>(u"copyProof"_s);
            return copy && copy->isEnabled();
        });
}

// What the Proof page made just before, first whole and then cut off as a narrow database column does it.
void Tour::planVerify(const QString &recipeId)
{
    const auto verify = [this, recipeId](const QString &picture, qsizetype missing) {
        add(
            recipeId + picture,
            [this, missing] {
                QString proof = m_window.findChild<ui::TokenView *>(u"proofValue"_s)->shownText();
                m_token = proof.contains(u'.') ? proof : m_token;
                proof.chop(missing);
                paste(u"verifyProof"_s, proof);
                auto *typed = m_window.findChild<QLineEdit *>(u"visitor.userId"_s);
                auto *userId = m_window.findChild<QLineEdit *>(u"verifyUserId"_s);
                if (typed && userId && userId->isVisible()) {
                    userId->setText(typed->text());
                }
                click(u"verifyButton"_s);
            },
            [this, missing] {
                const QList<ui::VerdictCard *> cards = m_window.findChildren<ui::VerdictCard *>();
                return std::ranges::any_of(cards, [missing](const ui::VerdictCard *card) {
                    return card->isVisible() && card->headline().startsWith("Verified"_L1) == (missing == 0);
                });
            });
    };
    verify(u"-verify-verified"_s, 0);
    verify(u"-verify-failed"_s, 8);
}

void Tour::planDialogs()
{
    const auto openBy = [this](const QString &picture, const QString &action, const QString &name) {
        add(
            picture,
            [this, action] {
                if (auto *found = m_window.findChild<QAction *>(action); found && found->isEnabled()) {
                    found->trigger();
                } else {
                    fail(u"the action %1 is missing or disabled"_s.arg(action));
                }
            },
            [this, name] { return dialog() && dialog()->objectName() == name; });
    };
    const auto closeDialog = [this] {
        add(
            {},
            [this] {
                if (dialog()) {
                    dialog()->reject();
                }
            },
            [this] { return !dialog(); });
    };
    openBy(u"add-vendor"_s, u"actionAddProperty"_s, u"addPropertyDialog"_s);
    add(
        u"add-details"_s,
        [this] {
            click(u"vendor-tawk-to"_s);
            click(u"primaryButton"_s);
        },
        [this] { return isShown(u"propertyName"_s); });
    add(
        u"add-key"_s,
        [this] {
            type(u"propertyName"_s, u"Northwind"_s);
            click(u"primaryButton"_s);
        },
        [this] { return isShown(u"keyContent"_s); });
    closeDialog();
    const QList<std::array<QString, 3>> others = {
        {u"edit"_s, u"actionEditProperty"_s, u"editPropertyDialog"_s},
        {u"remove"_s, u"actionRemoveProperty"_s, u"removePropertyDialog"_s},
        {u"passphrase"_s, u"actionChangePassphrase"_s, u"changePassphraseDialog"_s},
        {u"settings"_s, u"actionSettings"_s, u"settingsDialog"_s},
        {u"shortcuts"_s, u"actionShortcuts"_s, u"shortcutsDialog"_s},
        {u"about"_s, u"actionAbout"_s, u"aboutDialog"_s}};
    for (const auto &[picture, action, name] : others) {
        openBy(picture, action, name);
        closeDialog();
    }
}

// The manual is a window of its own; its picture is taken over the console's.
void Tour::planManual()
{
    add(
        u"manual"_s, [this] { m_window.findChild<QAction *>(u"actionManual"_s)->trigger(); },
        [this] { return isShown(u"manualText"_s); });
    add(
        u"manual-chapter"_s,
        [this] { m_window.findChild<ui::ManualWindow *>()->showChapter(u"keys-and-rotation"_s); },
        [this] { return isShown(u"manualText"_s); });
    add(
        {}, [this] { m_window.findChild<ui::ManualWindow *>()->close(); },
        [this] { return !isShown(u"manualText"_s); });
}

// The token made on the way, which a key of the vault made; and a hash that none made.
void Tour::planFindKey()
{
    add(
        u"findKey-found"_s,
        [this] {
            paste(u"findProof"_s, m_token);
            click(u"findButton"_s);
        },
        [this] { return isShown(u"ownerVerify"_s); });
    add(
        u"findKey-unknown"_s,
        [this] {
            paste(u"findProof"_s, QString(64, u'a'));
            type(u"findUserId"_s, u"user123"_s);
            click(u"findButton"_s);
        },
        [this] { return !isShown(u"ownerVerify"_s) && isShown(u"verdictCard"_s); });
}

void Tour::planTools()
{
    for (const ui::Tool &tool : ui::tools()) {
        add(
            tool.id, [this, id = tool.id] { click(id + u"Button"_s); },
            [this] { return isShown(u"closeTool"_s); });
        if (tool.id == u"decode") {
            add(
                u"decode-token"_s, [this] { paste(u"decodeToken"_s, m_token); },
                [this] { return isShown(u"decodedClaims"_s); });
        } else if (tool.id == u"findKey") {
            planFindKey();
        }
        add({}, [this] { click(u"closeTool"_s); }, [this] { return isShown(u"propertyList"_s); });
    }
}

void Tour::planLock()
{
    add(u"locked"_s, [this] { click(u"lockButton"_s); }, [this] { return isShown(u"unlockPage"_s); });
    add(
        {},
        [this] {
            type(u"passphrase"_s, u"wrong"_s);
            click(u"unlockButton"_s);
        },
        [this] { return m_session.state() == ui::VaultSession::State::Busy; });
    add(
        u"wrong-passphrase"_s, [] {},
        [this] { return m_session.state() == ui::VaultSession::State::Locked; });
    add(
        {},
        [this] {
            type(u"passphrase"_s, u"demo"_s);
            click(u"unlockButton"_s);
        },
        [this] { return m_session.state() == ui::VaultSession::State::Unlocked; });
}

} // namespace countersign::console
