#pragma once

#include "ui/dialogs/shortcutsdialog.h"
#include "ui/window/places.h"

class QAction;
class QActionGroup;
class QMenuBar;

namespace countersign::ui {

/// Everything the window can do, as actions in the menu bar. Knows names and keys, not what they do.
class Menus final : public QObject
{
    Q_OBJECT

public:
    Menus(QMenuBar *bar, const QList<Place> &places, const QList<Tool> &tools);

    /// Which of the actions make sense now.
    void setState(bool unlocked, bool propertyChosen, bool archived);
    /// Until the next setState().
    void disablePropertyActions();
    void setTheme(const QString &themeName);
    QList<ShortcutsDialog::Entry> shortcuts() const;

    QAction *createVault, *openVault, *tryDemo, *changePassphrase, *checkVault, *openBin, *backups,
        *exportBundle, *importBundle, *keyring, *recoveryKey, *rekey, *lock, *settings, *quit;
    QAction *addProperty, *editProperty, *rotateKey, *exportCode, *archiveProperty, *removeProperty;
    QAction *search, *manual, *shortcutsHelp, *about;

Q_SIGNALS:
    void placeChosen(const QString &placeId);
    void toolChosen(const QString &toolId);
    void themeChosen(const QString &themeName);

private:
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &keys, const char *name);
    void buildVaultMenu(QMenuBar *bar);
    void buildPropertyMenu(QMenuBar *bar);
    void buildViewMenu(QMenuBar *bar, const QList<Place> &places, const QList<Tool> &tools);
    void buildThemeMenu(QMenu *menu);
    void buildHelpMenu(QMenuBar *bar);

    QList<QAction *> m_all;
    QList<QAction *> m_places;
    QList<QAction *> propertyActions() const;

    QList<QAction *> m_vaultTools; ///< that need an open vault
    QActionGroup *m_themes;
};

} // namespace countersign::ui
