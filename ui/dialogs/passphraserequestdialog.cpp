#include "ui/dialogs/passphraserequestdialog.h"

#include "core/base/error.h"
#include "ui/models/texts.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/passphraseedit.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

PassphraseRequestDialog::PassphraseRequestDialog(const PassphraseRequest &request, QWidget *parent)
    : RequestDialog(request.title, request.action, parent)
    , m_word(request.typedWord)
    , m_passphrase(new PassphraseEdit)
    , m_row(new FieldRow(tr("Current passphrase"), m_passphrase))
{
    setObjectName(request.name);
    m_passphrase->setObjectName(u"passphraseInForce"_s);
    addNotice(m_word.isEmpty() ? Tone::Accent : Tone::Attention, request.consequence, request.detail);
    body()->addWidget(m_row);
    addTypedWord();
    body()->addStretch();
    setMinimumWidth(500);
    connect(m_passphrase, &PassphraseEdit::changed, this, [this] { m_row->setProblem({}); });
    connect(m_passphrase, &PassphraseEdit::submitted, this, &PassphraseRequestDialog::goOn);
    m_passphrase->setFocus();
    check();
}

/// Return behind the passphrase: to what is still to be typed, or on.
void PassphraseRequestDialog::goOn()
{
    if (primary()->isEnabled()) {
        submit();
    } else if (m_typed) {
        m_typed->setFocus(Qt::TabFocusReason);
    }
}

void PassphraseRequestDialog::addTypedWord()
{
    if (m_word.isEmpty()) {
        return;
    }
    m_typed = new QLineEdit;
    m_typed->setObjectName(u"typedConfirmation"_s);
    setButtonKind(primary(), ButtonKind::Danger);
    cancel()->setDefault(true);
    body()->addWidget(new FieldRow(tr("Type “%1” to go on").arg(m_word), m_typed));
    connect(m_typed, &QLineEdit::textChanged, this, &PassphraseRequestDialog::check);
}

void PassphraseRequestDialog::check()
{
    primary()->setEnabled(!m_typed || m_typed->text().trimmed() == m_word);
}

SecretBytes PassphraseRequestDialog::passphrase() const
{
    return m_passphrase->secret().clone();
}

void PassphraseRequestDialog::submit()
{
    if (m_passphrase->isEmpty()) {
        m_row->setProblem(tr("Enter the passphrase that opens the vault today."));
        m_passphrase->setFocus();
        return;
    }
    Q_EMIT submitted();
}

void PassphraseRequestDialog::showError(const Error &error)
{
    RequestDialog::showError(error);
    check();
    if (error.code == ErrorCode::WrongPassphrase) {
        banner()->clear();
        m_row->setProblem(errorText(error));
        m_passphrase->selectAll();
        m_passphrase->setFocus();
    }
}

void PassphraseRequestDialog::showProblem(const QString &sentence, const QString &detail)
{
    setIdle();
    check();
    banner()->showMessage(Tone::Bad, sentence, detail);
}

} // namespace countersign::ui
