#pragma once

#include "ui/window/places.h"

class QPushButton;

namespace countersign::ui {

class Chip;
class ElidedLabel;

/// The vault's name and whether it is open; what needs no property.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(const QList<Tool> &tools, QWidget *parent = nullptr);

    void showNoVault();
    void showVault(const QString &path, bool unlocked);
    QPushButton *lockButton() const { return m_lock; }

Q_SIGNALS:
    void toolChosen(const QString &toolId);

private:
    void setUnlocked(bool unlocked);

    ElidedLabel *m_name;
    Chip *m_state;
    QPushButton *m_lock;
    QList<QPushButton *> m_vaultTools; ///< that need an open vault
};

} // namespace countersign::ui
