#include "ui/pages/findkeyform.h"

#include "core/verify/proofform.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/translation.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/styling.h"

#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int longestIdentifier = 1024;
constexpr int proofHeight = 160;

} // namespace

FindKeyForm::FindKeyForm(QWidget *parent)
    : QWidget(parent)
    , m_proof(new PasteEdit)
    , m_userId(new QLineEdit)
    , m_email(new QLineEdit)
    , m_proofRow(new FieldRow(tr("Hash or token"), m_proof))
    , m_userIdRow(new FieldRow(tr("User ID"), m_userId))
    , m_emailRow(new FieldRow(tr("E-mail"), m_email))
    , m_submit(makeButton(tr("Find the key"), ButtonKind::Primary))
{
    m_proof->setObjectName(u"findProof"_s);
    m_userId->setObjectName(u"findUserId"_s);
    m_email->setObjectName(u"findEmail"_s);
    m_submit->setObjectName(u"findButton"_s);
    m_proof->setFixedHeight(proofHeight);
    m_proof->setPlaceholderText(tr("As the page passes it to the widget"));
    m_userId->setMaxLength(longestIdentifier);
    m_email->setMaxLength(longestIdentifier);
    m_emailRow->setHint(tr("A hash needs the user id or the e-mail; a token names its user itself."));
    auto *card = new Card(tr("Whose is it?"));
    card->body()->setSpacing(space::medium);
    for (FieldRow *row : {m_proofRow, m_userIdRow, m_emailRow}) {
        card->body()->addWidget(row);
    }
    card->body()->addWidget(m_submit, 0, Qt::AlignLeft);
    card->body()->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    setFocusProxy(m_proof);
    connectFields();
    describePaste();
}

void FindKeyForm::connectFields()
{
    for (QLineEdit *edit : {m_userId, m_email}) {
        connect(edit, &QLineEdit::textChanged, this, &FindKeyForm::changed);
        connect(edit, &QLineEdit::returnPressed, m_submit, &QPushButton::click);
    }
    connect(m_proof, &PasteEdit::edited, this, &FindKeyForm::describePaste);
    connect(m_proof, &PasteEdit::edited, this, &FindKeyForm::changed);
    connect(m_submit, &QPushButton::clicked, this, &FindKeyForm::submitted);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_submit, &QPushButton::click);
    }
    m_submit->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
}

verify::WhoseRequest FindKeyForm::request() const
{
    return {m_userId->text(), m_email->text(), m_proof->text()};
}

bool FindKeyForm::isComplete() const
{
    return !m_proof->text().trimmed().isEmpty();
}

void FindKeyForm::clear()
{
    m_proof->clearForGood();
    m_userId->clear();
    m_email->clear();
}

void FindKeyForm::setBusy(bool busy)
{
    m_busy = busy;
    refreshButton();
}

void FindKeyForm::describePaste()
{
    const QString omission = m_proof->omission();
    const QString form = verify::describeProofForm(m_proof->text(), translated);
    m_proofRow->setHint(omission.isEmpty() ? form : form + u' ' + omission);
    refreshButton();
}

void FindKeyForm::refreshButton()
{
    m_submit->setEnabled(isComplete() && !m_busy);
}

} // namespace countersign::ui
