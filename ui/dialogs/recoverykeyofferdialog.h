#pragma once

#include "core/base/secretbytes.h"
#include "ui/dialogs/requestdialog.h"

namespace countersign::ui {

/// Offers a recovery key for a vault that was just created, whose passphrase it keeps while it is open:
/// nobody should have to type that a third time.
class RecoveryKeyOfferDialog final : public RequestDialog
{
    Q_OBJECT

public:
    RecoveryKeyOfferDialog(SecretBytes passphrase, QWidget *parent);

    SecretBytes passphrase() const { return m_passphrase.clone(); }

private:
    SecretBytes m_passphrase;
};

} // namespace countersign::ui
