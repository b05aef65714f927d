#pragma once

#include "ui/pages/propertypage.h"
#include "ui/widgets/secretclipboard.h"

#include <QTemporaryDir>

namespace countersign::ui {

/// A real vault on disk, unlocked, for tests that drive a page as a person would.
class PageFixture final
{
public:
    PageFixture();

    /// Adds a property of that recipe; `secret` is its first key, nothing for none.
    recipes::Property add(const QString &recipeId, const QString &name, const char *secret);
    recipes::Property addWithRsaKey(const QString &recipeId, const QString &name);
    const recipes::Recipe &recipe(const QString &id) const { return *catalog.find(id); }
    /// As it is now.
    recipes::Property current(const recipes::Property &property) const;
    PageContext context() { return {session, catalog, clock, clipboard}; }
    /// Connects the page to the session as the window does, and shows the property.
    void show(PropertyPage *page, const recipes::Property &property);

    QTemporaryDir folder;
    SystemClock clock;
    recipes::RecipeCatalog catalog;
    VaultSession session;
    SecretClipboard clipboard;

private:
    recipes::Property add(const QString &recipeId, const QString &name, std::vector<keys::KeyMaterial> keys);
};

/// Saves a picture of the widget under the build folder, in both themes, for people to look at.
void saveScreenshots(QWidget *widget, const QString &name);

} // namespace countersign::ui
