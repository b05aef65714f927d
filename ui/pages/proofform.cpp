#include "ui/pages/proofform.h"

#include "ui/models/texts.h"
#include "ui/pages/customclaimsedit.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/styling.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QComboBox *makeCombo(const QString &objectName)
{
    auto *combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

bool mayBeOffered(const keys::KeyVersion &version)
{
    return version.description.hasPrivatePart && version.status != keys::KeyStatus::Revoked &&
           version.status != keys::KeyStatus::Destroyed;
}

} // namespace

ProofForm::ProofForm(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Visitor")))
    , m_fieldLayout(new QVBoxLayout)
    , m_rules(makeCombo(u"proofRule"_s))
    , m_ruleRow(new FieldRow(tr("Proof for"), m_rules))
    , m_claims(new CustomClaimsEdit)
    , m_expiry(makeCombo(u"expiry"_s))
    , m_expiryRow(new FieldRow(tr("Expires"), m_expiry))
    , m_versions(makeCombo(u"keyVersion"_s))
    , m_versionRow(new FieldRow(tr("Key version"), m_versions))
{
    m_fieldLayout->setSpacing(space::medium);
    m_card->body()->setSpacing(space::medium);
    m_card->body()->addWidget(m_ruleRow);
    m_card->body()->addLayout(m_fieldLayout);
    m_card->body()->addWidget(m_claims);
    m_card->body()->addLayout(makeChoices());
    m_card->body()->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_rules, &QComboBox::currentIndexChanged, this, &ProofForm::showRule);
    connect(m_claims, &CustomClaimsEdit::changed, this, &ProofForm::changed);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &ProofForm::changed);
    connect(m_versions, &QComboBox::currentIndexChanged, this, &ProofForm::changed);
}

QLayout *ProofForm::makeChoices()
{
    auto *choices = new QHBoxLayout;
    choices->setSpacing(space::medium);
    choices->addWidget(m_expiryRow, 1);
    choices->addWidget(m_versionRow, 1);
    return choices;
}

void ProofForm::setRecipe(const recipes::Recipe &recipe)
{
    clear();
    const QSignalBlocker blocker(m_rules);
    m_recipe = &recipe;
    for (const recipes::FieldRule &field : recipe.visitorFields) {
        m_values.insert(field.id, field.defaultValue);
    }
    for (const recipes::ProofRule &rule : recipe.proofs) {
        m_rules->addItem(rule.label, rule.id);
    }
    m_ruleRow->setVisible(recipe.proofs.size() > 1);
    showRule();
}

void ProofForm::setKeys(const keys::KeySet &keys)
{
    // Whoever works with the current version goes on with the new one after a rotation.
    const int chosen = keyVersion() == m_currentVersion ? 0 : keyVersion();
    m_currentVersion = keys.current() ? keys.current()->number : 0;
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
    for (auto version = keys.versions().rbegin(); version != keys.versions().rend(); ++version) {
        if (mayBeOffered(*version)) {
            //: a key version and its status: v3, current
            m_versions->addItem(tr("v%1, %2").arg(version->number).arg(statusText(version->status).toLower()),
                                version->number);
        }
    }
    const int kept = m_versions->findData(chosen);
    m_versions->setCurrentIndex(kept >= 0 ? kept : m_versions->findData(m_currentVersion));
    m_versionRow->setVisible(m_versions->count() > 1);
}

void ProofForm::clear()
{
    qDeleteAll(std::exchange(m_fields, {}));
    m_recipe = nullptr;
    m_values.clear();
    m_touched.clear();
    m_claims->clear();
    m_rules->clear();
    m_expiry->clear();
    m_currentVersion = 0;
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
}

const recipes::ProofRule *ProofForm::rule() const
{
    return m_recipe ? m_recipe->proof(m_rules->currentData().toString()) : nullptr;
}

recipes::Subject ProofForm::subject() const
{
    recipes::Subject subject;
    for (const QString &id : m_fields.keys()) {
        subject.fields.insert(id, m_values.value(id));
    }
    subject.customClaims =
        m_claims->isVisibleTo(this) ? m_claims->claims() : decltype(subject.customClaims)();
    if (const int seconds = m_expiry->currentData().toInt(); seconds > 0) {
        subject.expiresIn = std::chrono::seconds(seconds);
    }
    return subject;
}

int ProofForm::keyVersion() const
{
    return m_versions->currentData().toInt();
}

void ProofForm::setProblems(const QList<recipes::FieldProblem> &problems)
{
    QMap<QString, QString> byField;
    for (const recipes::FieldProblem &problem : problems) {
        byField.insert(problem.fieldId, problemText(problem));
    }
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        (*field)->setProblem(m_touched.contains(field.key()) ? byField.value(field.key()) : QString());
    }
    m_claims->setProblems(problems);
    m_expiryRow->setProblem(byField.value(u"exp"_s));
}

void ProofForm::showRule()
{
    const recipes::ProofRule *shown = rule();
    if (!shown) {
        return;
    }
    m_ruleRow->setHint(shown->note);
    showFields();
    const recipes::JwtRule *jwt = shown->jwt();
    m_claims->setVisible(jwt && jwt->customClaims == recipes::CustomClaims::Allowed);
    m_claims->setTexts(jwt ? jwt->customClaimTexts : recipes::CustomClaimTexts());
    showExpiry();
    Q_EMIT changed();
}

void ProofForm::showFields()
{
    qDeleteAll(std::exchange(m_fields, {}));
    for (const QString &id : rule()->fields) {
        const recipes::FieldRule &field = *m_recipe->visitorField(id);
        FieldRow *row = makeField(field, recipes::presenceIn(*rule(), field));
        m_fields.insert(id, row);
        m_fieldLayout->addWidget(row);
        row->show();
    }
}

FieldRow *ProofForm::makeField(const recipes::FieldRule &field, recipes::Presence presence)
{
    auto *edit = new QLineEdit(m_values.value(field.id));
    edit->setObjectName(u"visitor."_s + field.id);
    edit->setPlaceholderText(field.example);
    auto *row = new FieldRow(field.label, edit);
    row->setNote(presence == recipes::Presence::Optional ? tr("optional") : QString());
    row->setHint(field.hint);
    connect(edit, &QLineEdit::textChanged, this, [this, id = field.id](const QString &text) {
        m_values.insert(id, text);
        m_touched.insert(id);
        Q_EMIT changed();
    });
    return row;
}

void ProofForm::showExpiry()
{
    const QSignalBlocker blocker(m_expiry);
    m_expiry->clear();
    const recipes::JwtRule *jwt = rule()->jwt();
    m_expiryRow->setVisible(jwt && jwt->expirySetting == recipes::ExpirySetting::Allowed);
    if (!jwt || jwt->expirySetting == recipes::ExpirySetting::Refused) {
        return;
    }
    if (jwt->expiration == recipes::Presence::Optional) {
        m_expiry->addItem(tr("Never"), 0);
    }
    const std::pair<QString, std::chrono::seconds> choices[] = {
        {tr("in 15 minutes"), std::chrono::minutes(15)},
        {tr("in 1 hour"), std::chrono::hours(1)},
        {tr("in 1 day"), std::chrono::days(1)},
        {tr("in 30 days"), std::chrono::days(30)},
    };
    for (const auto &[text, time] : choices) {
        m_expiry->addItem(text, int(time.count()));
    }
}

} // namespace countersign::ui
