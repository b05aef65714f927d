#pragma once

#include "core/base/secretbytes.h"
#include "core/recipes/property.h"
#include "ui/dialogs/requestdialog.h"

class QLabel;
class QListWidget;

namespace countersign::ui {

class NewPassphrase;

/// Which properties go into a bundle, and the passphrase that is to open it.
class ExportBundleDialog final : public RequestDialog
{
    Q_OBJECT

public:
    /// With the property of that id ticked, or all of them when there is none.
    ExportBundleDialog(QList<recipes::Property> properties, const recipes::PropertyId &chosen,
                       QWidget *parent);

    QList<recipes::PropertyId> chosen() const;
    SecretBytes passphrase() const;

protected:
    void submit() override;

private:
    QWidget *makeListHeader();
    void fill(const recipes::PropertyId &chosen);
    void tickAll(Qt::CheckState state);
    void showCount();

    QList<recipes::Property> m_properties;
    QListWidget *m_list;
    QLabel *m_count;
    NewPassphrase *m_passphrase;
};

} // namespace countersign::ui
