#include "ui/dialogs/keyentry.h"

#include "ui/models/texts.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/passphraseedit.h"
#include "ui/widgets/secretpasteedit.h"
#include "ui/widgets/styling.h"

#include <QComboBox>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

KeyEntry::KeyEntry(const recipes::Recipe &recipe, LaterChoice later, QWidget *parent)
    : QWidget(parent)
    , m_rule(recipe.key)
    , m_vendor(recipe.vendor)
    , m_generate(new QRadioButton(this)) // not every key rule offers each choice
    , m_provided(new QRadioButton(this))
    , m_later(new QRadioButton(tr("Add the key later"), this))
    , m_content(new SecretPasteEdit)
    , m_encoding(new QComboBox)
    , m_passphrase(new PassphraseEdit)
    , m_contentRow(new FieldRow(tr("Key"), m_content))
    , m_passphraseRow(new FieldRow(tr("Passphrase of the key file"), m_passphrase))
    , m_encodingRow(new FieldRow(tr("Read as"), m_encoding))
    , m_summary(makeCodeLabel({}))
    , m_warnings(makeLabel({}, TextRole::Attention))
{
    m_content->setObjectName(u"keyContent"_s);
    m_passphrase->setObjectName(u"keyPassphrase"_s);
    m_generate->setObjectName(u"generateKey"_s);
    m_provided->setObjectName(u"provideKey"_s);
    m_later->setObjectName(u"keyLater"_s);
    m_summary->setObjectName(u"keySummary"_s);
    m_encoding->addItem(tr("Text"), int(keys::SecretEncoding::Text));
    m_encoding->addItem(tr("Hex"), int(keys::SecretEncoding::Hex));
    m_encoding->addItem(tr("Base64"), int(keys::SecretEncoding::Base64));
    m_encoding->setCurrentIndex(m_encoding->findData(int(m_rule.secretEncoding)));
    build(later);
    connect(m_content, &SecretPasteEdit::changed, this, &KeyEntry::refresh);
    connect(m_content, &SecretPasteEdit::fileFailed, this,
            [this](const Error &error) { m_contentRow->setProblem(errorText(error)); });
    connect(m_passphrase, &PassphraseEdit::changed, this, &KeyEntry::refresh);
    connect(m_passphrase, &PassphraseEdit::submitted, this, &KeyEntry::submitted);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &KeyEntry::refresh);
    for (QRadioButton *button : {m_generate, m_provided, m_later}) {
        connect(button, &QRadioButton::toggled, this, &KeyEntry::refresh);
    }
    refresh();
}

/// What belongs to a choice stands under its text; where there is none to make, it begins with the line.
int KeyEntry::choiceIndent() const
{
    return m_hasChoice ? 24 : 0;
}

void KeyEntry::build(LaterChoice later)
{
    const bool isOurs = m_rule.issuer == recipes::KeyIssuer::Customer;
    m_hasChoice = isOurs || later == LaterChoice::Offered;
    const bool isSecret = m_rule.type == crypto::KeyType::Secret;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    if (isOurs) {
        m_generate->setText(isSecret ? tr("Make a new key here")
                                     : tr("Make a new RSA %1 pair here").arg(m_rule.bits));
        addChoice(m_generate,
                  tr("The private half stays in the vault; the public half goes to %1.").arg(m_vendor));
    }
    m_provided->setText(isOurs ? tr("Use a pair you have") : tr("Enter the key %1 shows").arg(m_vendor));
    addChoice(m_provided, m_rule.dashboardPath.isEmpty() || isOurs
                              ? QString()
                              : tr("Where to find it: %1").arg(pathText(m_rule.dashboardPath)));
    m_providedPart = makeProvidedPart();
    layout->addWidget(m_providedPart);
    if (later == LaterChoice::Offered) {
        addChoice(m_later, tr("Proofs can be made and verified once there is one."));
    }
    layout->addStretch();
    m_generate->setVisible(isOurs);
    m_provided->setVisible(m_hasChoice);
    m_later->setVisible(later == LaterChoice::Offered);
    (isOurs ? m_generate : m_provided)->setChecked(true);
}

void KeyEntry::addChoice(QRadioButton *button, const QString &explanation)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(button);
    button->setAccessibleDescription(explanation);
    if (!explanation.isEmpty()) {
        QLabel *label = makeLabel(explanation, TextRole::Hint);
        label->setContentsMargins(choiceIndent(), 0, 0, space::tiny);
        column->addWidget(label);
    }
}

QWidget *KeyEntry::makeProvidedPart()
{
    const bool isSecret = m_rule.type == crypto::KeyType::Secret;
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(choiceIndent(), 0, 0, space::small);
    layout->setSpacing(space::small);
    m_content->setPlaceholderText(isSecret ? tr("Paste the key here, or open or drop the file that holds it.")
                                           : tr("Paste the PEM or JWK here, or open or drop its file."));
    m_contentRow->setHint(m_rule.patternHint.isEmpty()
                              ? QString()
                              : tr("The keys of %1 seen so far have %2.").arg(m_vendor, m_rule.patternHint));
    m_encodingRow->setHint(tr("How the characters become the bytes of the key."));
    m_encoding->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    layout->addWidget(m_contentRow);
    layout->addWidget(m_passphraseRow);
    layout->addWidget(m_summary);
    layout->addWidget(m_warnings);
    layout->addWidget(m_encodingRow);
    m_encodingRow->setVisible(isSecret); // only now: without a parent it would be a window of its own
    return part;
}

keys::SecretEncoding KeyEntry::encoding() const
{
    return keys::SecretEncoding(m_encoding->currentData().toInt());
}

KeySource KeyEntry::source() const
{
    if (m_generate->isChecked()) {
        return KeySource::Generate;
    }
    return m_later->isChecked() ? KeySource::Later : KeySource::Provided;
}

bool KeyEntry::isComplete() const
{
    return source() != KeySource::Provided || m_isUsable;
}

KeyRequest KeyEntry::request() const
{
    KeyRequest result;
    result.source = source();
    result.encoding = encoding();
    if (result.source == KeySource::Provided) {
        result.content = m_content->secret().clone();
        result.passphrase = m_passphrase->secret().clone();
    }
    return result;
}

void KeyEntry::refresh()
{
    m_providedPart->setVisible(source() == KeySource::Provided);
    setFocusProxy(m_generate->isChecked() ? static_cast<QWidget *>(m_generate) : m_content);
    showPreview(previewKey(m_rule, m_content->secret().bytes(), encoding()));
    Q_EMIT changed();
}

void KeyEntry::showPreview(const KeyPreview &preview)
{
    m_isUsable = !m_content->isEmpty() && preview.problem.isEmpty() &&
                 (!preview.needsPassphrase || !m_passphrase->isEmpty());
    m_contentRow->setProblem(preview.problem);
    m_summary->setText(preview.summary);
    m_summary->setVisible(!preview.summary.isEmpty());
    const QStringList remarks = preview.warnings + preview.notes;
    m_warnings->setText(remarks.join(u'\n'));
    m_warnings->setVisible(!remarks.isEmpty());
    m_passphraseRow->setVisible(preview.needsPassphrase);
}

} // namespace countersign::ui
