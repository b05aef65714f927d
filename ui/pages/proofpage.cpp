#include "ui/pages/proofpage.h"

#include "ui/models/texts.h"
#include "ui/pages/proofform.h"
#include "ui/pages/proofmaker.h"
#include "ui/pages/proofresult.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int narrowForm = 270;
constexpr int wideForm = 360;

} // namespace

ProofPage::ProofPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_stack(new QStackedWidget)
    , m_noKey(new EmptyState(u"key"_s, tr("No key to sign with"),
                             tr("Add a key on the Keys page. Then a proof can be made here.")))
    , m_form(new ProofForm)
    , m_result(new ProofResult)
    , m_maker(new ProofMaker(context.session, context.clock, this))
{
    m_stack->addWidget(makeColumns());
    m_stack->addWidget(m_noKey);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_form, &ProofForm::changed, this, &ProofPage::refresh);
    connect(m_maker, &ProofMaker::made, m_result, &ProofResult::showProof);
    connect(m_maker, &ProofMaker::failed, m_result, &ProofResult::showError);
    connect(m_result, &ProofResult::copyRequested, this, &ProofPage::copyProof);
}

QWidget *ProofPage::makeColumns()
{
    auto *columns = new QWidget;
    auto *layout = new QHBoxLayout(columns);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::wide);
    QScrollArea *form = makeScrollArea(m_form);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setMinimumWidth(narrowForm);
    form->setMaximumWidth(wideForm);
    layout->addWidget(form, 2);
    layout->addWidget(makePageScroll(m_result), 3);
    reachRightEdge();
    return columns;
}

void ProofPage::showProperty(const recipes::Property *property, const recipes::Recipe *recipe)
{
    if (!property || !recipe) {
        clear();
        return;
    }
    const bool isAnother = property->id != m_property.id || recipe != m_recipe;
    m_property = *property;
    m_recipe = recipe;
    if (isAnother) {
        m_form->setRecipe(*recipe);
    }
    m_form->setKeys(property->keys);
    m_stack->setCurrentIndex(m_form->keyVersion() > 0 ? 0 : 1);
    refresh();
}

void ProofPage::clear()
{
    m_maker->cancel();
    m_property = {};
    m_recipe = nullptr;
    m_form->clear();
    m_result->clear();
}

void ProofPage::refresh()
{
    const recipes::ProofRule *rule = m_form->rule();
    if (!m_recipe || !rule || m_form->keyVersion() == 0) {
        return;
    }
    const recipes::Subject subject = m_form->subject();
    const QList<recipes::FieldProblem> problems = recipes::validateSubject(*m_recipe, *rule, subject);
    m_form->setProblems(problems);
    m_result->setRule(*rule);
    m_result->setKey(m_property.keys.find(m_form->keyVersion()), subject.expiresIn);
    if (problems.isEmpty()) {
        m_result->awaitProof();
        m_maker->make({m_property.id, m_recipe, rule->id, subject, m_form->keyVersion()});
    } else {
        m_maker->cancel();
        m_result->showNothing(rule->jwt() ? tr("The token appears here as soon as the fields are filled in.")
                                          : tr("The hash appears here as soon as the field is filled in."));
    }
}

void ProofPage::copyProof()
{
    const QByteArray value = m_result->value().toLatin1();
    if (value.isEmpty()) {
        return;
    }
    context().clipboard.copySecret(bytesOf(value));
    const auto note = [property = m_property, version = m_result->proof().keyVersion,
                       rule = m_recipe->proof(m_result->proof().ruleId)->label](vault::Vault &vault) {
        return vault.record(vault::ActivityKind::ProofMade, &property, version, rule);
    };
    context().session.run(this, note, [this](const Result<void> &result) {
        if (!result) {
            Q_EMIT messageShown(errorText(result.error()));
        }
    });
}

} // namespace countersign::ui
