#pragma once

#include "ui/pages/propertypage.h"

namespace countersign::ui {

/// A tool of the top bar that needs no property and works with the vault locked.
class ToolPage : public QWidget
{
    Q_OBJECT

public:
    explicit ToolPage(const PageContext &context, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_context(context)
    {
    }

    /// Empties every widget. Called on lock and when the tool is left.
    virtual void clear() = 0;

Q_SIGNALS:
    void messageShown(const QString &message);

protected:
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace countersign::ui
