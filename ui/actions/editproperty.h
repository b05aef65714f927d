#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

/// Changes what is known about a property: everything but its keys.
class EditProperty final : public QObject
{
    Q_OBJECT

public:
    EditProperty(VaultSession &session, QWidget *window);

    /// Opens the dialog, with the focus in that field when one is named.
    void start(const recipes::Recipe &recipe, const recipes::Property &property, const QString &fieldId = {});
    /// Takes the property out of the list, or puts it back.
    void setArchived(recipes::Property property, bool archived);

Q_SIGNALS:
    void edited(const countersign::recipes::PropertyId &id);
    void failed(const countersign::Error &error);

private:
    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
