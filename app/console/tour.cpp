#include "app/console/tour.h"

#include "app/console/tour_p.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/verdictcard.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokenview.h"
#include "ui/window/propertyheader.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::console {

namespace {

constexpr auto pollInterval = 25ms;
constexpr auto patience = 60s;

} // namespace

void startTour(ui::MainWindow &window, ui::VaultSession &session, ui::Theme &theme, const QString &folder)
{
    auto *tour = new Tour(window, session, theme, folder);
    // From within the event loop, so that a failure can end it.
    QTimer::singleShot(0, tour, &Tour::begin);
}

Tour::Tour(ui::MainWindow &window, ui::VaultSession &session, ui::Theme &theme, QString folder)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_theme(theme)
    , m_folder(std::move(folder))
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

void Tour::begin()
{
    QFile::remove(m_folder + u"/demo.countersign"_s);
    m_window.resize(1280, 800);
    m_window.show();
    for (const QString &name : {u"light"_s, u"dark"_s}) {
        add(
            {},
            [this, name] {
                m_themeName = name;
                m_theme.setChoice(ui::themeNamed(name));
                m_session.choose({});
                m_window.begin({});
            },
            [this] { return isShown(u"startPage"_s); });
        planStart();
        planProperties();
        planDialogs();
        planTools();
        planLock();
    }
    next();
}

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
                const auto *card = m_window.findChild<ui::VerdictCard *>();
                return card && card->isVisible() &&
                       card->headline().startsWith("Verified"_L1) == (missing == 0);
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

void Tour::add(const QString &picture, std::function<void()> act, std::function<bool()> until)
{
    m_steps.push_back({picture, std::move(act), std::move(until)});
}

void Tour::next()
{
    if (m_hasFailed) {
        return;
    }
    if (m_steps.empty()) {
        std::printf("%d pictures in %s\n", m_pictures, qPrintable(QDir::toNativeSeparators(m_folder)));
        QCoreApplication::exit(0);
        return;
    }
    m_polls = 0;
    const auto act = m_steps.front().act;
    TourStep current = std::move(m_steps.front());
    m_steps.pop_front();
    act();
    m_steps.push_front(std::move(current));
    m_poll.start();
}

void Tour::poll()
{
    const TourStep &step = m_steps.front();
    if (step.until()) {
        m_poll.stop();
        const QString picture = step.picture;
        m_steps.pop_front();
        // Whatever was posted by the step (layouts, answers of the vault's thread) comes before the picture.
        QTimer::singleShot(picture.isEmpty() ? 0ms : 400ms, this, [this, picture] {
            if (!picture.isEmpty()) {
                takePicture(picture);
            }
            next();
        });
    } else if (++m_polls > patience / pollInterval) {
        fail(u"waited in vain for the step “%1”"_s.arg(step.picture));
    }
}

void Tour::takePicture(const QString &name)
{
    QPixmap picture = m_window.grab();
    if (QDialog *open = dialog()) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPixmap shown = open->grab();
        painter.drawPixmap((picture.width() - shown.width()) / 2, (picture.height() - shown.height()) / 2,
                           shown);
    }
    const QString path = u"%1/%2-%3.png"_s.arg(m_folder, m_themeName, name);
    if (!picture.save(path)) {
        fail(u"cannot write %1"_s.arg(path));
    }
    ++m_pictures;
}

void Tour::fail(const QString &reason)
{
    if (!m_hasFailed) {
        m_hasFailed = true;
        m_poll.stop();
        std::fprintf(stderr, "The tour stopped: %s.\n", qPrintable(reason));
        QCoreApplication::exit(1);
    }
}

QWidget *Tour::find(const QString &name, QWidget *within)
{
    QWidget *root = within ? within : dialog() ? dialog() : static_cast<QWidget *>(&m_window);
    for (QWidget *found : root->findChildren<QWidget *>(name)) {
        if (found->isVisible()) {
            return found;
        }
    }
    fail(u"nothing named %1 is to be seen"_s.arg(name));
    return nullptr;
}

void Tour::click(const QString &name)
{
    if (auto *button = qobject_cast<QPushButton *>(find(name))) {
        button->click();
    }
}

void Tour::type(const QString &name, const QString &text)
{
    if (QWidget *field = find(name)) {
        QKeyEvent selectAll(QEvent::KeyPress, Qt::Key_A, Qt::ControlModifier);
        QCoreApplication::sendEvent(field, &selectAll);
        for (const QChar character : text) {
            QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(field, &key);
        }
    }
}

void Tour::paste(const QString &name, const QString &text)
{
    if (auto *edit = qobject_cast<ui::PasteEdit *>(find(name))) {
        edit->setText(text);
    }
}

bool Tour::isShown(const QString &name) const
{
    for (QWidget *found : m_window.findChildren<QWidget *>(name)) {
        if (found->isVisible()) {
            return true;
        }
    }
    return false;
}

QDialog *Tour::dialog() const
{
    for (QDialog *found : m_window.findChildren<QDialog *>()) {
        if (found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

} // namespace countersign::console
