#pragma once

#include "core/base/secretbytes.h"
#include "ui/dialogs/requestdialog.h"

class QLineEdit;

namespace countersign::ui {

class FieldRow;
class PassphraseEdit;

/// What a step that needs the passphrase once more says before it is done.
struct PassphraseRequest
{
    QString name; ///< of the dialog, for tests and assistive technology
    QString title;
    QString action;
    QString consequence;
    QString detail;
    QString typedWord; ///< to be typed for what cannot be undone; empty: nothing
};

/// Says what a step brings and asks for the passphrase in force.
class PassphraseRequestDialog final : public RequestDialog
{
    Q_OBJECT

public:
    PassphraseRequestDialog(const PassphraseRequest &request, QWidget *parent);

    SecretBytes passphrase() const;
    void showError(const Error &error) override;
    /// The same for what is no error of the core's.
    void showProblem(const QString &sentence, const QString &detail);

protected:
    void submit() override;

private:
    void addTypedWord();
    void goOn();
    void check();

    QString m_word;
    PassphraseEdit *m_passphrase;
    FieldRow *m_row;
    QLineEdit *m_typed = nullptr;
};

} // namespace countersign::ui
