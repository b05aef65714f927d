#pragma once

#include "tests/ui/window/straywindows.h"
#include "ui/actions/vaultsession.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/propertyview.h"
#include "ui/window/sidebar.h"

#include <QDialog>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace countersign::test {

inline constexpr const char *passphrase = "correct horse battery staple";

/// The real window over a real vault file in a folder of its own, and hands to use it with.
class WindowHarness final
{
public:
    WindowHarness();
    ~WindowHarness();

    ui::MainWindow &window() { return *m_window; }
    ui::VaultSession &session() { return m_session; }
    const recipes::RecipeCatalog &catalog() const { return m_catalog; }
    QString vaultPath() const { return m_folder.filePath(QStringLiteral("team.countersign")); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    ui::Theme &theme() { return m_theme; }
    const StrayWindows &strayWindows() const { return m_strayWindows; }

    bool isUnlocked() const { return m_session.state() == ui::VaultSession::State::Unlocked; }
    bool isLocked() const { return m_session.state() == ui::VaultSession::State::Locked; }
    /// A visible widget of that object name, in the open dialog when there is one; null when there is none.
    QWidget *find(const QString &name);
    QDialog *dialog();
    void click(const QString &name);
    void type(const QString &name, const QString &text);
    void trigger(const QString &action);
    void paste(const QString &name, const QString &text);

    /// The whole path from the start page to an empty, unlocked vault. False when it got stuck.
    [[nodiscard]] bool createVault();
    /// Through the dialog; generates the key where the customer makes it, else pastes `key`. False when it
    /// got stuck.
    [[nodiscard]] bool addProperty(const QString &recipeId, const QString &name, const QString &key);
    /// The fields of the vendor in the dialog for a new property, with their examples.
    void fillFields(const recipes::Recipe &recipe);
    ui::SecretClipboard &clipboard() { return m_clipboard; }

    /// A picture of the window, or of the dialog over it, in both themes: <build>/screenshots/light-NAME.png.
    [[nodiscard]] bool takePictures(const QString &name);

private:
    StrayWindows m_strayWindows; ///< first, to see the window being made
    QTemporaryDir m_folder;
    recipes::RecipeCatalog m_catalog;
    SystemClock m_clock;
    QSettings m_settings;
    ui::Theme m_theme;
    ui::SecretClipboard m_clipboard;
    ui::VaultSession m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// Everything readable in a widget and what is inside it: texts, tool tips, accessible names, documents.
QString readableText(const QWidget &widget);

} // namespace countersign::test
