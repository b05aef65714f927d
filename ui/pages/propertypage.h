#pragma once

#include "core/recipes/recipecatalog.h"
#include "ui/actions/vaultsession.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/widgets/styling.h"

#include <QWidget>

namespace countersign::verify {
struct VerificationRequest;
}

namespace countersign::ui {

/// What every page works with. The window's owner keeps these alive for as long as the window.
struct PageContext
{
    VaultSession &session;
    const recipes::RecipeCatalog &recipes;
    const Clock &clock;
    SecretClipboard &clipboard;
};

/// What a button outside a page asks it to begin.
enum class PageTask {
    Rotate,     ///< Keys
    ExportCode, ///< Snippets
};

/// One of the five places of the chosen property. Built once; shows whichever property is chosen.
class PropertyPage : public QWidget
{
    Q_OBJECT

public:
    PropertyPage(const PageContext &context, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_context(context)
    {
        setContentsMargins(0, 0, scrollBarRoom, 0);
    }

    /// Shows this property, or nothing. Called again when it changed; the page keeps what the person typed
    /// while the id stays the same.
    virtual void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) = 0;
    /// Begins a task of this page for the property shown; the page is visible by then.
    virtual void begin(PageTask task) { Q_UNUSED(task) }
    /// Takes over and checks what a person was given for the property shown; of Verify alone.
    virtual void check(const verify::VerificationRequest &request) { Q_UNUSED(request) }
    /// Empties every widget that could hold a secret, a proof or a customer's data. Called on lock.
    virtual void clear() = 0;

Q_SIGNALS:
    /// A field of the property is missing: open Edit with the focus there.
    void editRequested(const QString &fieldId);
    /// Something was done that deserves a line in the status bar.
    void messageShown(const QString &message);

protected:
    const PageContext &context() const { return m_context; }

    /// For a page whose right part is a makePageScroll().
    void reachRightEdge() { setContentsMargins(0, 0, 0, 0); }

private:
    PageContext m_context;
};

} // namespace countersign::ui
