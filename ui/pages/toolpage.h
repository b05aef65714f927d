#pragma once

#include "ui/pages/propertypage.h"

namespace countersign::ui {

/// A tool of the top bar, which needs no property.
class ToolPage : public QWidget
{
    Q_OBJECT
    Q_MOC_INCLUDE("core/verify/identityverifier.h")

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
    /// Leave the tool for a place of this property.
    void placeRequested(const countersign::recipes::PropertyId &id, const QString &placeId);
    /// The same for Verify, with this filled in and checked.
    void verifyRequested(const countersign::recipes::PropertyId &id,
                         const countersign::verify::VerificationRequest &request);

protected:
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace countersign::ui
