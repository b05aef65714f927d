#include "ui/window/recoverpage.h"

#include "ui/dialogs/newpassphrase.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/passphraseedit.h"
#include "ui/widgets/styling.h"
#include "ui/window/buttonhold.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

RecoverPage::RecoverPage(QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel({}, TextRole::Title))
    , m_key(new PassphraseEdit)
    , m_keyRow(new FieldRow(tr("Recovery key"), m_key))
    , m_passphrase(new NewPassphrase(tr("New passphrase"), tr("New passphrase again")))
    , m_acceptOlder(new QCheckBox(tr("This older copy is the one I want")))
    , m_recover(makeButton(tr("Open and set the passphrase"), ButtonKind::Primary))
    , m_hold(new ButtonHold(m_recover))
    , m_banner(new MessageBanner)
{
    setObjectName(u"recoverPage"_s);
    m_key->setObjectName(u"recoveryKey"_s);
    m_recover->setObjectName(u"recoverButton"_s);
    m_acceptOlder->setObjectName(u"acceptOlderCopy"_s);
    m_acceptOlder->hide();
    m_keyRow->setHint(
        tr("Seven groups of four letters and digits. Capitals, hyphens and spaces make no difference."));
    centreIn(this, makeForm());
    connect(m_recover, &QPushButton::clicked, this, &RecoverPage::submit);
    connect(m_passphrase, &NewPassphrase::submitted, this, &RecoverPage::submit);
    connect(m_key, &PassphraseEdit::submitted, m_passphrase,
            [this] { m_passphrase->setFocus(Qt::TabFocusReason); });
    connect(m_key, &PassphraseEdit::changed, this, [this] { m_keyRow->setProblem({}); });
}

QWidget *RecoverPage::makeForm()
{
    auto *back = makeButton(tr("Use the passphrase"), ButtonKind::Link);
    back->setObjectName(u"usePassphrase"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_recover);
    auto *card = new Card;
    card->setFixedWidth(480);
    card->body()->setSpacing(space::large);
    card->body()->addWidget(m_name);
    card->body()->addWidget(
        makeLabel(tr("The recovery key opens the vault in place of a lost passphrase. It keeps working; the "
                     "lost passphrase does not."),
                  TextRole::Muted));
    card->body()->addWidget(m_keyRow);
    card->body()->addWidget(m_passphrase);
    card->body()->addWidget(m_banner);
    card->body()->addWidget(m_acceptOlder);
    card->body()->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &RecoverPage::backRequested);
    return card;
}

void RecoverPage::begin(const QString &path)
{
    clear();
    m_name->setText(tr("Recover %1").arg(QFileInfo(path).completeBaseName()));
    m_key->setFocus(Qt::OtherFocusReason);
}

SecretBytes RecoverPage::recoveryKey() const
{
    return m_key->secret().clone();
}

SecretBytes RecoverPage::newPassphrase() const
{
    return m_passphrase->passphrase();
}

vault::OlderCopy RecoverPage::olderCopy() const
{
    return m_acceptOlder->isChecked() ? vault::OlderCopy::Accept : vault::OlderCopy::Refuse;
}

void RecoverPage::submit()
{
    if (m_hold->isActive()) {
        return;
    }
    m_banner->clear();
    if (m_key->isEmpty()) {
        m_keyRow->setProblem(tr("Enter the recovery key."));
        m_key->setFocus();
    } else if (!m_passphrase->isComplete()) {
        m_passphrase->showProblems();
    } else {
        Q_EMIT recoverRequested();
    }
}

void RecoverPage::showError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongRecoveryKey:
        m_keyRow->setProblem(tr("This recovery key does not open the vault."));
        break;
    case ErrorCode::InvalidInput:
        m_keyRow->setProblem(tr("The recovery key is mistyped: %1.").arg(error.detail));
        break;
    default:
        m_banner->showError(error);
        m_acceptOlder->setVisible(error.code == ErrorCode::VaultOlder);
        return;
    }
    m_key->setFocus(Qt::OtherFocusReason);
}

void RecoverPage::clear()
{
    m_key->clear();
    m_keyRow->setProblem({});
    m_passphrase->clear();
    m_banner->clear();
    m_acceptOlder->setChecked(false);
    m_acceptOlder->hide();
}

} // namespace countersign::ui
