#include "ui/pages/verifyform.h"

#include "core/verify/claimrules.h"
#include "core/verify/proofform.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/translation.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/styling.h"

#include <QComboBox>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int longestIdentifier = 1024;
constexpr int leastProofHeight = 120;
constexpr int mostProofHeight = 240; // a whole token of RSA
constexpr int hashesEmailRole = Qt::UserRole + 1;

FieldRow *makeRow(const QString &label, QWidget *editor, const QString &objectName)
{
    editor->setObjectName(objectName);
    return new FieldRow(label, editor);
}

} // namespace

VerifyForm::VerifyForm(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("From the customer")))
    , m_call(new QComboBox)
    , m_userId(new QLineEdit)
    , m_email(new QLineEdit)
    , m_proof(new PasteEdit)
    , m_callRow(makeRow(tr("Made for"), m_call, u"verifyCall"_s))
    , m_userIdRow(makeRow(tr("User ID"), m_userId, u"verifyUserId"_s))
    , m_emailRow(makeRow(tr("E-mail"), m_email, u"verifyEmail"_s))
    , m_proofRow(makeRow(tr("Hash or token"), m_proof, u"verifyProof"_s))
    , m_submit(makeButton(tr("Verify"), ButtonKind::Primary))
{
    m_submit->setObjectName(u"verifyButton"_s);
    m_proof->setMinimumHeight(leastProofHeight);
    m_proof->setMaximumHeight(mostProofHeight);
    m_proof->setPlaceholderText(tr("As the page passes it to the widget"));
    m_userId->setMaxLength(longestIdentifier);
    m_email->setMaxLength(longestIdentifier);
    QVBoxLayout *fields = m_card->body();
    fields->setSpacing(space::medium);
    for (FieldRow *row : {m_callRow, m_userIdRow, m_emailRow, m_proofRow}) {
        fields->addWidget(row, row == m_proofRow ? 1 : 0);
    }
    fields->addWidget(m_submit, 0, Qt::AlignLeft);
    fields->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connectFields();
    describePaste();
}

void VerifyForm::connectFields()
{
    for (QLineEdit *edit : {m_userId, m_email}) {
        connect(edit, &QLineEdit::textChanged, this, &VerifyForm::changed);
        connect(edit, &QLineEdit::returnPressed, m_submit, &QPushButton::click);
    }
    connect(m_call, &QComboBox::currentIndexChanged, this, &VerifyForm::noteWhatHelps);
    connect(m_call, &QComboBox::currentIndexChanged, this, &VerifyForm::changed);
    connect(m_proof, &PasteEdit::edited, this, &VerifyForm::describePaste);
    connect(m_proof, &PasteEdit::edited, this, &VerifyForm::changed);
    connect(m_submit, &QPushButton::clicked, this, &VerifyForm::submitted);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_submit, &QPushButton::click);
    }
    m_submit->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
}

void VerifyForm::setRecipe(const recipes::Recipe &recipe)
{
    fillCalls(recipe);
    const recipes::FieldRule *id = verify::identifyingField(recipe);
    m_userIdRow->setVisible(id);
    m_userIdRow->setHint(id && recipe.proofs.first().jwt() ? tr("Compared with the token, letter for letter.")
                                                           : QString());
    noteWhatHelps();
    refreshButton();
}

/// Beside the field that the chosen call does not prove.
void VerifyForm::noteWhatHelps()
{
    const QString helps = tr("helps to find the cause");
    const bool isEmailProven = m_call->currentData(hashesEmailRole).toBool();
    m_userIdRow->setNote(isEmailProven ? helps : QString());
    m_emailRow->setNote(isEmailProven ? QString() : helps);
}

void VerifyForm::fillCalls(const recipes::Recipe &recipe)
{
    const QString chosen = m_call->currentData().toString();
    m_call->clear();
    for (const recipes::ProofRule &rule : recipe.proofs) {
        m_call->addItem(rule.label, rule.id);
        m_call->setItemData(m_call->count() - 1, rule.mac() && recipe.hashesEmail(*rule.mac()),
                            hashesEmailRole);
    }
    m_call->setCurrentIndex(std::max(0, m_call->findData(chosen)));
    m_callRow->setVisible(recipe.proofs.size() > 1);
}

verify::VerificationRequest VerifyForm::request() const
{
    verify::VerificationRequest request;
    request.userId = m_userId->text();
    request.email = m_email->text();
    request.proof = m_proof->text();
    request.proofRule = m_call->currentData().toString();
    return request;
}

void VerifyForm::fill(const verify::VerificationRequest &request)
{
    m_userId->setText(request.userId);
    m_email->setText(request.email);
    m_proof->setText(request.proof);
    if (const int call = m_call->findData(request.proofRule); call >= 0) {
        m_call->setCurrentIndex(call);
    }
}

bool VerifyForm::isComplete() const
{
    return !m_proof->text().trimmed().isEmpty();
}

void VerifyForm::clear()
{
    m_userId->clear();
    m_email->clear();
    m_proof->clearForGood();
}

void VerifyForm::setBusy(bool busy)
{
    m_busy = busy;
    refreshButton();
}

void VerifyForm::describePaste()
{
    const QString omission = m_proof->omission();
    const QString form = verify::describeProofForm(m_proof->text(), translated);
    m_proofRow->setHint(omission.isEmpty() ? form : form + u' ' + omission);
    refreshButton();
}

void VerifyForm::refreshButton()
{
    m_submit->setEnabled(isComplete() && !m_busy);
}

} // namespace countersign::ui
