#pragma once

#include "core/recipes/property.h"
#include "ui/dialogs/requestdialog.h"

class QLineEdit;

namespace countersign::ui {

enum class KeyStep { Promote, Revoke, Destroy };

/// Says what a step of one key version changes, before it is taken. The one that cannot be undone must be
/// confirmed by typing the version.
class ConfirmKeyDialog final : public RequestDialog
{
    Q_OBJECT

public:
    ConfirmKeyDialog(const recipes::Recipe &recipe, const recipes::Property &property, int version,
                     KeyStep step, QWidget *parent);

    void showError(const Error &error) override;

private:
    void addTypedConfirmation(int version);
    void check();

    QLineEdit *m_typed = nullptr;
    QString m_expected;
};

} // namespace countersign::ui
