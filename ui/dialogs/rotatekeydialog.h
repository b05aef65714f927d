#pragma once

#include "core/recipes/property.h"
#include "ui/dialogs/keyrequest.h"
#include "ui/dialogs/requestdialog.h"

class QRadioButton;

namespace countersign::ui {

class KeyEntry;

enum class Rotation {
    Standby,         ///< add the new version; it is promoted when it is deployed
    Rotate,          ///< the new version becomes current, the old one stays to verify with
    RotateAndRevoke, ///< and every older version is revoked at once
};

/// A new version of a property's key. Rotating and rotating with revocation are two dialogs, so that nobody
/// revokes by a wrong click.
class RotateKeyDialog final : public RequestDialog
{
    Q_OBJECT

public:
    /// `kind` is Rotate (the person may still choose Standby) or RotateAndRevoke.
    RotateKeyDialog(const recipes::Recipe &recipe, const recipes::Property &property, Rotation kind,
                    QWidget *parent);

    KeyRequest request() const;
    Rotation rotation() const;

protected:
    void submit() override;

private:
    void addTiming(const recipes::Recipe &recipe, const keys::KeyVersion &current);
    void addRevocationWarning(const recipes::Recipe &recipe, const recipes::Property &property);
    void refresh();

    KeyEntry *m_key;
    QRadioButton *m_standby;
    Rotation m_kind;
};

} // namespace countersign::ui
