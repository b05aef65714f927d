#include "ui/pages/findkeypage.h"

#include "ui/pages/findkeyform.h"
#include "ui/pages/findkeyprogress.h"
#include "ui/pages/findkeyresult.h"
#include "ui/pages/ownersearch.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int formWidth = 380;

} // namespace

FindKeyPage::FindKeyPage(const PageContext &context, QWidget *parent)
    : ToolPage(context, parent)
    , m_form(new FindKeyForm)
    , m_banner(new MessageBanner)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(u"key"_s, tr("Which property and version made this?"),
                             tr("Paste a hash or token of which nobody knows the property. Every key of the "
                                "vault is tried: as it is, then with the known mistakes.")))
    , m_progress(new FindKeyProgress)
    , m_result(new FindKeyResult)
    , m_search(new OwnerSearch(context.session, context.recipes, context.clock, this))
{
    setObjectName(u"findKeyPage"_s);
    m_empty->setObjectName(u"findEmpty"_s);
    QScrollArea *form = makeScrollArea(m_form);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setFixedWidth(formWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::wide);
    layout->addWidget(form);
    layout->addWidget(makeRightSide(), 1);
    setFocusProxy(m_form);
    connectParts();
}

FindKeyPage::~FindKeyPage() = default;

QWidget *FindKeyPage::makeRightSide()
{
    for (QWidget *state : std::initializer_list<QWidget *>{m_empty, m_progress, m_result}) {
        m_stack->addWidget(state);
    }
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    return side;
}

void FindKeyPage::connectParts()
{
    connect(m_form, &FindKeyForm::submitted, this, &FindKeyPage::search);
    connect(m_form, &FindKeyForm::changed, m_result, [this] { m_result->markOutdated(true); });
    connect(m_progress, &FindKeyProgress::cancelled, m_search, &OwnerSearch::cancel);
    connect(m_search, &OwnerSearch::progressed, m_progress, &FindKeyProgress::showProgress);
    connect(m_search, &OwnerSearch::finished, this, &FindKeyPage::showAnswer);
    connect(m_search, &OwnerSearch::failed, this, &FindKeyPage::showError);
    connect(m_result, &FindKeyResult::verifyRequested, this, &FindKeyPage::verifyThere);
    connect(m_result, &FindKeyResult::keysRequested, this,
            [this](const recipes::PropertyId &id) { Q_EMIT placeRequested(id, u"keys"_s); });
}

void FindKeyPage::search()
{
    if (!m_form->isComplete()) {
        return;
    }
    m_searched = m_form->request();
    m_banner->clear();
    m_form->setBusy(true);
    m_progress->start();
    m_stack->setCurrentWidget(m_progress);
    m_search->start(m_searched);
}

void FindKeyPage::showAnswer(const verify::WhoseAnswer &answer, const QStringList &leftOut)
{
    m_form->setBusy(false);
    m_result->showAnswer(answer, leftOut);
    const verify::WhoseRequest typed = m_form->request();
    m_result->markOutdated(typed.proof != m_searched.proof || typed.userId != m_searched.userId ||
                           typed.email != m_searched.email);
    m_stack->setCurrentWidget(m_result);
}

void FindKeyPage::showError(const Error &error)
{
    m_form->setBusy(false);
    m_stack->setCurrentWidget(m_empty);
    m_banner->showError(error);
}

void FindKeyPage::verifyThere(const recipes::PropertyId &id)
{
    verify::VerificationRequest request;
    request.userId = m_searched.userId;
    request.email = m_searched.email;
    request.proof = m_searched.proof;
    Q_EMIT verifyRequested(id, request);
}

void FindKeyPage::clear()
{
    m_search->drop();
    m_form->setBusy(false);
    m_form->clear();
    m_banner->clear();
    m_result->clear();
    m_searched = {};
    m_stack->setCurrentWidget(m_empty);
}

} // namespace countersign::ui
