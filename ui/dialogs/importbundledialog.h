#pragma once

#include "core/vault/bundle.h"
#include "ui/dialogs/requestdialog.h"

#include <QSet>

class QLabel;
class QListWidget;

namespace countersign::ui {

class FieldRow;
class PassphraseEdit;

/// Asks for a bundle's passphrase, and then shows what importing it changes before it can be asked for.
class ImportBundleDialog final : public RequestDialog
{
    Q_OBJECT

public:
    ImportBundleDialog(const QString &path, QWidget *parent);

    SecretBytes passphrase() const;
    /// The answer to openRequested(): from now on the button imports what is ticked.
    void showPreview(QList<vault::ImportStep> steps);
    /// What is ticked. A property that is here already is then imported beside the one that is.
    QSet<recipes::PropertyId> chosen() const;
    /// The other answer.
    void showRefusal(const vault::BundleError &error);

Q_SIGNALS:
    void openRequested();
    void importRequested();

protected:
    void submit() override;

private:
    void addStep(const vault::ImportStep &step);
    void showCount();

    QList<vault::ImportStep> m_steps;
    PassphraseEdit *m_passphrase;
    FieldRow *m_row;
    QLabel *m_explanation;
    QListWidget *m_changes;
    bool m_isOpen = false;
};

} // namespace countersign::ui
