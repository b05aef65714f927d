#pragma once

#include "ui/dialogs/requestdialog.h"
#include "ui/models/consolesettings.h"

class QComboBox;
class QSpinBox;

namespace countersign::ui {

/// Theme, locking, clipboard and start.
class SettingsDialog final : public RequestDialog
{
    Q_OBJECT

public:
    SettingsDialog(const ConsoleSettings &settings, QWidget *parent);

    ConsoleSettings enteredSettings() const;

private:
    ConsoleSettings m_settings;
    QComboBox *m_theme;
    QSpinBox *m_autoLock;
    QSpinBox *m_clipboard;
    QComboBox *m_start;
};

} // namespace countersign::ui
