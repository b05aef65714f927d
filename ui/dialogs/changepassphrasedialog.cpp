#include "ui/dialogs/changepassphrasedialog.h"

#include "core/base/error.h"
#include "ui/dialogs/newpassphrase.h"
#include "ui/models/texts.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/passphraseedit.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ChangePassphraseDialog::ChangePassphraseDialog(QWidget *parent)
    : RequestDialog(tr("Change the passphrase"), tr("Change passphrase"), parent)
    , m_old(new PassphraseEdit)
    , m_oldRow(new FieldRow(tr("Current passphrase"), m_old))
    , m_new(new NewPassphrase(tr("New passphrase"), tr("New passphrase again")))
{
    setObjectName(u"changePassphraseDialog"_s);
    m_old->setObjectName(u"oldPassphrase"_s);
    body()->addWidget(m_oldRow);
    body()->addWidget(m_new);
    body()->addWidget(
        makeLabel(tr("If you lose it, only a recovery key opens the vault."), TextRole::Attention));
    body()->addStretch();
    setMinimumWidth(460);
    connect(m_old, &PassphraseEdit::changed, this, [this] { m_oldRow->setProblem({}); });
    connect(m_old, &PassphraseEdit::submitted, m_new, [this] { m_new->setFocus(Qt::TabFocusReason); });
    connect(m_new, &NewPassphrase::submitted, this, &ChangePassphraseDialog::submit);
    m_old->setFocus();
}

SecretBytes ChangePassphraseDialog::oldPassphrase() const
{
    return m_old->secret().clone();
}

SecretBytes ChangePassphraseDialog::newPassphrase() const
{
    return m_new->passphrase();
}

void ChangePassphraseDialog::submit()
{
    if (m_old->isEmpty()) {
        m_oldRow->setProblem(tr("Enter the passphrase that opens the vault today."));
        m_old->setFocus();
    } else if (!m_new->isComplete()) {
        m_new->showProblems();
    } else {
        Q_EMIT submitted();
    }
}

void ChangePassphraseDialog::showError(const Error &error)
{
    RequestDialog::showError(error);
    if (error.code == ErrorCode::WrongPassphrase) {
        banner()->clear();
        m_oldRow->setProblem(errorText(error));
        m_old->selectAll();
        m_old->setFocus();
    }
}

} // namespace countersign::ui
