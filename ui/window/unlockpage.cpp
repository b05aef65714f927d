#include "ui/window/unlockpage.h"

#include "ui/models/texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/passphraseedit.h"
#include "ui/widgets/styling.h"
#include "ui/window/buttonhold.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

UnlockPage::UnlockPage(QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel({}, TextRole::Title))
    , m_folder(new ElidedLabel)
    , m_passphrase(new PassphraseEdit)
    , m_row(new FieldRow(tr("Passphrase"), m_passphrase))
    , m_acceptOlder(new QCheckBox(tr("This older copy is the one I want")))
    , m_other(makeButton(tr("Another vault…"), ButtonKind::Link))
    , m_unlock(makeButton(tr("Unlock"), ButtonKind::Primary))
    , m_hold(new ButtonHold(m_unlock))
    , m_recover(makeButton(tr("Use the recovery key…"), ButtonKind::Link))
    , m_keyring(makeButton(tr("Unlock with the keyring")))
    , m_banner(new MessageBanner)
{
    setObjectName(u"unlockPage"_s);
    m_recover->setObjectName(u"useRecoveryKey"_s);
    m_recover->hide();
    m_keyring->setObjectName(u"useKeyring"_s);
    m_keyring->hide();
    m_passphrase->setObjectName(u"passphrase"_s);
    m_unlock->setObjectName(u"unlockButton"_s);
    m_acceptOlder->setObjectName(u"acceptOlderCopy"_s);
    m_acceptOlder->hide();
    m_folder->setProperty("role", u"muted"_s);
    static_cast<ElidedLabel *>(m_folder)->setElideMode(Qt::ElideMiddle);
    m_other->setObjectName(u"otherVault"_s);
    auto *card = new Card;
    card->setFixedWidth(440);
    card->body()->setSpacing(space::medium);
    card->body()->addWidget(m_name);
    card->body()->addWidget(m_folder);
    card->body()->addSpacing(space::tiny);
    card->body()->addWidget(m_row);
    card->body()->addWidget(m_banner);
    card->body()->addWidget(m_acceptOlder);
    card->body()->addLayout(makeButtons());
    centreIn(this, card);
    connectButtons();
}

/// The other ways in have a line of their own: all of them do not fit beside each other.
QLayout *UnlockPage::makeButtons()
{
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_recover);
    ways->addStretch();
    ways->addWidget(m_keyring);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_unlock);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::medium);
    lines->addLayout(ways);
    lines->addLayout(buttons);
    return lines;
}

void UnlockPage::connectButtons()
{
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_passphrase, &PassphraseEdit::submitted, this, &UnlockPage::submit);
    connect(m_passphrase, &PassphraseEdit::changed, this, [this] { m_row->setProblem({}); });
    connect(m_other, &QPushButton::clicked, this, &UnlockPage::otherRequested);
    connect(m_banner, &MessageBanner::activated, this, &UnlockPage::backupRequested);
    connect(m_recover, &QPushButton::clicked, this, &UnlockPage::recoverRequested);
    connect(m_keyring, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        Q_EMIT keyringRequested();
    });
}

void UnlockPage::begin(const QString &path, const QString &hint)
{
    clear();
    m_name->setText(tr("Unlock %1").arg(QFileInfo(path).completeBaseName()));
    m_folder->setText(QDir::toNativeSeparators(path));
    m_row->setHint(hint);
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::setRecoverable(bool isRecoverable)
{
    m_recover->setVisible(isRecoverable);
}

void UnlockPage::setKeyringOffered(bool isOffered)
{
    m_keyring->setVisible(isOffered);
}

void UnlockPage::setKeyringAsked(bool isAsked)
{
    m_keyring->setEnabled(!isAsked);
    m_keyring->setText(isAsked ? tr("Asking the keyring…") : tr("Unlock with the keyring"));
}

SecretBytes UnlockPage::passphrase() const
{
    return m_passphrase->secret().clone();
}

vault::OlderCopy UnlockPage::olderCopy() const
{
    return m_acceptOlder->isChecked() ? vault::OlderCopy::Accept : vault::OlderCopy::Refuse;
}

void UnlockPage::submit()
{
    if (m_hold->isActive()) {
        return;
    }
    m_banner->clear();
    if (m_passphrase->isEmpty()) {
        m_row->setProblem(tr("Enter the passphrase."));
        m_passphrase->setFocus();
    } else {
        Q_EMIT unlockRequested();
    }
}

void UnlockPage::showError(const Error &error)
{
    if (error.code == ErrorCode::WrongPassphrase) {
        m_row->setProblem(errorText(error));
    } else {
        m_banner->showError(error);
        m_banner->setAction(error.code == ErrorCode::VaultDamaged ? tr("Restore a backup…") : QString());
        m_acceptOlder->setVisible(error.code == ErrorCode::VaultOlder);
    }
    m_passphrase->selectAll();
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::showProblem(const QString &sentence, const QString &detail)
{
    m_banner->setAction({});
    m_banner->showMessage(Tone::Bad, sentence, detail);
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::clear()
{
    m_passphrase->clear();
    m_row->setProblem({});
    m_row->setHint({});
    m_banner->clear();
    m_acceptOlder->setChecked(false);
    m_acceptOlder->hide();
    m_recover->hide();
    m_keyring->hide();
    setKeyringAsked(false);
}

} // namespace countersign::ui
