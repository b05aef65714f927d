#pragma once

#include "ui/dialogs/requestdialog.h"

namespace countersign::ui {

enum class KeyringUse {
    On,        ///< and can be turned off
    Impossible ///< this program was built without it
};

/// What there is to say about the keyring when it is not to be turned on.
class KeyringDialog final : public RequestDialog
{
    Q_OBJECT

public:
    KeyringDialog(KeyringUse use, QWidget *parent);
};

} // namespace countersign::ui
