#include "ui/window/createvaultpage.h"

#include "ui/dialogs/newpassphrase.h"
#include "ui/models/texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

CreateVaultPage::CreateVaultPage(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit)
    , m_pathRow(nullptr)
    , m_passphrase(new NewPassphrase)
    , m_create(makeButton(tr("Create vault"), ButtonKind::Primary))
    , m_banner(new MessageBanner)
{
    setObjectName(u"createVaultPage"_s);
    m_path->setObjectName(u"vaultPath"_s);
    m_create->setObjectName(u"createButton"_s);
    centreIn(this, makeForm());
    connect(m_create, &QPushButton::clicked, this, &CreateVaultPage::submit);
    connect(m_passphrase, &NewPassphrase::submitted, this, &CreateVaultPage::submit);
    connect(m_path, &QLineEdit::textChanged, this, [this] { m_pathRow->setProblem({}); });
}

QWidget *CreateVaultPage::makeForm()
{
    auto *card = new Card;
    card->setFixedWidth(520);
    auto *choose = makeButton(tr("Choose…"));
    m_pathRow = new FieldRow(tr("Where to keep it"), m_path);
    m_pathRow->addButton(choose);
    m_pathRow->setHint(tr("One encrypted file; only your account can read it."));
    auto *warning = new MessageBanner;
    warning->setDismissible(false);
    auto *back = makeButton(tr("Back"));
    back->setObjectName(u"backButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_create);
    card->body()->setSpacing(space::large);
    card->body()->addWidget(makeLabel(tr("Create a vault"), TextRole::Title));
    card->body()->addWidget(m_passphrase);
    card->body()->addWidget(m_pathRow);
    card->body()->addWidget(warning);
    // Only now: shown without a parent it would be a window of its own.
    warning->showMessage(
        Tone::Attention, tr("A lost passphrase cannot be recovered."),
        tr("Keep it in a password manager or on paper in a safe place. A recovery key, which "
           "is offered next, is a second way in."));
    card->body()->addWidget(m_banner);
    card->body()->addLayout(buttons);
    connect(choose, &QPushButton::clicked, this, &CreateVaultPage::choosePath);
    connect(back, &QPushButton::clicked, this, &CreateVaultPage::backRequested);
    return card;
}

void CreateVaultPage::begin(const QString &path)
{
    clear();
    m_path->setText(QDir::toNativeSeparators(path));
    m_path->setCursorPosition(0);
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void CreateVaultPage::choosePath()
{
    auto *dialog = new QFileDialog(this, tr("Where to keep the vault"), QFileInfo(path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"countersign"_s);
    dialog->setNameFilter(tr("Vaults (*.countersign)"));
    // The vault never replaces a file; it says so itself.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(QFileInfo(path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_path->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

QString CreateVaultPage::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

SecretBytes CreateVaultPage::passphrase() const
{
    return m_passphrase->passphrase();
}

void CreateVaultPage::submit()
{
    m_banner->clear();
    if (path().isEmpty()) {
        m_pathRow->setProblem(tr("Say where to keep the vault."));
    } else if (!m_passphrase->isComplete()) {
        m_passphrase->showProblems();
    } else {
        Q_EMIT createRequested();
    }
}

void CreateVaultPage::showError(const Error &error)
{
    if (error.code == ErrorCode::VaultExists || error.code == ErrorCode::FileExists) {
        m_pathRow->setProblem(errorText(error));
    } else {
        m_banner->showError(error);
    }
}

void CreateVaultPage::clear()
{
    m_passphrase->clear();
    m_banner->clear();
}

} // namespace countersign::ui
