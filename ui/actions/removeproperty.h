#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

/// Removes a property with all its keys, after its name was typed.
class RemoveProperty final : public QObject
{
    Q_OBJECT

public:
    RemoveProperty(VaultSession &session, QWidget *window);

    void start(const recipes::Property &property);

Q_SIGNALS:
    void removed(const QString &name);

private:
    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
