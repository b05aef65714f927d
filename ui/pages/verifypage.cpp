#include "ui/pages/verifypage.h"

#include "ui/pages/proofcheck.h"
#include "ui/pages/translation.h"
#include "ui/pages/verifyform.h"
#include "ui/pages/verifyresult.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace countersign::ui {

namespace {

constexpr int narrowForm = 270;
constexpr int wideForm = 340;

} // namespace

VerifyPage::VerifyPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_form(new VerifyForm)
    , m_result(new VerifyResult)
    , m_busy(new BusyOverlay(m_result))
    , m_check(new ProofCheck(context.session, context.clock, this))
{
    QScrollArea *form = makeScrollArea(m_form);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setMinimumWidth(narrowForm);
    form->setMaximumWidth(wideForm);
    reachRightEdge();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::wide);
    layout->addWidget(form, 2);
    layout->addWidget(m_result, 3);
    connect(m_form, &VerifyForm::submitted, this, &VerifyPage::verify);
    connect(m_form, &VerifyForm::changed, m_result, &VerifyResult::markOutdated);
    connect(m_result, &VerifyResult::copyReportRequested, this, &VerifyPage::copyReport);
    connect(m_check, &ProofCheck::finished, this, &VerifyPage::showVerdict);
    connect(m_check, &ProofCheck::failed, this, &VerifyPage::showError);
}

void VerifyPage::showProperty(const recipes::Property *property, const recipes::Recipe *recipe)
{
    if (!property || !recipe) {
        clear();
        return;
    }
    const bool isAnother = property->id != m_property.id || recipe != m_recipe;
    const bool hasOtherKeys = property->keys != m_property.keys;
    if (isAnother) {
        clear(); // what one customer sent has no business on another's page
        m_form->setRecipe(*recipe);
    } else if (hasOtherKeys) {
        m_result->markOutdated();
    }
    m_property = *property;
    m_recipe = recipe;
}

void VerifyPage::check(const verify::VerificationRequest &request)
{
    m_form->fill(request);
    verify();
}

void VerifyPage::clear()
{
    m_check->cancel();
    setBusy(false);
    m_form->clear();
    m_result->clear();
    m_checked = {};
    m_checkedKeys = {};
    m_verdict = {};
    m_property = {};
    m_recipe = nullptr;
}

void VerifyPage::verify()
{
    if (!m_recipe || !m_form->isComplete()) {
        return;
    }
    m_checked = m_form->request();
    m_checkedKeys = m_property.keys;
    setBusy(true);
    m_check->start({*m_recipe, m_property, m_checked});
}

void VerifyPage::showVerdict(const verify::Verdict &verdict)
{
    setBusy(false);
    m_verdict = verdict;
    m_result->showVerdict(verdict, *m_recipe, m_property);
    if (isSomethingElseAsked()) { // while it was checked
        m_result->markOutdated();
    }
}

bool VerifyPage::isSomethingElseAsked() const
{
    const verify::VerificationRequest typed = m_form->request();
    return typed.userId != m_checked.userId || typed.email != m_checked.email ||
           typed.proof != m_checked.proof || typed.proofRule != m_checked.proofRule ||
           m_property.keys != m_checkedKeys;
}

void VerifyPage::showError(const Error &error)
{
    setBusy(false);
    m_result->clear();
    m_result->showError(error);
}

void VerifyPage::copyReport(verify::ReportFormat format)
{
    if (format == verify::ReportFormat::Json) {
        const JsonObject report = verify::reportJson(m_verdict, m_checked, *m_recipe, m_property);
        context().clipboard.copyText(QString::fromUtf8(writeJson(report, JsonLayout::Indented)));
    } else {
        context().clipboard.copyText(
            verify::reportMarkdown(m_verdict, m_checked, *m_recipe, m_property, translated));
    }
    Q_EMIT messageShown(tr("The report was copied. It holds no key and no whole identifier."));
}

void VerifyPage::setBusy(bool busy)
{
    m_form->setBusy(busy);
    if (busy) {
        m_busy->start(tr("Verifying…"));
    } else {
        m_busy->stop();
    }
}

} // namespace countersign::ui
