#include "ui/pages/listpage.h"

#include "ui/pages/listcheck.h"
#include "ui/pages/listdrop.h"
#include "ui/pages/listexport.h"
#include "ui/pages/listprogress.h"
#include "ui/pages/listresultview.h"
#include "ui/pages/listsetup.h"
#include "ui/widgets/messagebanner.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ListPage::ListPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_stack(new QStackedWidget)
    , m_drop(new ListDrop)
    , m_setup(new ListSetup)
    , m_progress(new ListProgressView)
    , m_results(new ListResultView)
    , m_check(new ListCheck(context.session, context.clock, this))
    , m_export(new ListExport(this))
{
    setObjectName(u"listPage"_s);
    for (QWidget *step : std::initializer_list<QWidget *>{m_drop, m_setup, m_progress, m_results}) {
        m_stack->addWidget(step);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_drop, &ListDrop::fileChosen, this, &ListPage::open);
    connect(m_setup, &ListSetup::submitted, this, &ListPage::verify);
    connect(m_setup, &ListSetup::otherFileRequested, this, &ListPage::startOver);
    connect(m_progress, &ListProgressView::cancelled, m_check, &ListCheck::cancel);
    connect(m_results, &ListResultView::otherFileRequested, this, &ListPage::startOver);
    connect(m_results, &ListResultView::exportRequested, this, &ListPage::exportRows);
    connect(m_check, &ListCheck::progressed, m_progress, &ListProgressView::showProgress);
    connect(m_check, &ListCheck::finished, this, &ListPage::showResults);
    connect(m_check, &ListCheck::failed, this, &ListPage::showError);
    connect(m_export, &ListExport::finished, this, [this](quint64 rows) {
        Q_EMIT messageShown(tr("%Ln rows were exported, without hashes and tokens.", nullptr, int(rows)));
    });
    connect(m_export, &ListExport::failed, this,
            [this](const Error &error) { m_results->banner()->showError(error); });
}

ListPage::~ListPage() = default;

void ListPage::showProperty(const recipes::Property *property, const recipes::Recipe *recipe)
{
    if (!property || !recipe) {
        clear();
        return;
    }
    if (property->id != m_property.id || recipe != m_recipe) {
        clear(); // one property's customers have no business on another's page
    }
    m_property = *property;
    m_recipe = recipe;
}

void ListPage::clear()
{
    startOver();
    m_property = {};
    m_recipe = nullptr;
}

void ListPage::startOver()
{
    m_check->drop();
    m_export->drop();
    m_results->clear();
    m_progress->clear();
    m_setup->clear();
    m_stack->setCurrentWidget(m_drop);
}

void ListPage::open(const QString &path)
{
    if (m_recipe && !path.isEmpty()) {
        m_setup->open(path, *m_recipe);
        m_stack->setCurrentWidget(m_setup);
    }
}

void ListPage::verify()
{
    if (!m_recipe || !m_setup->isComplete()) {
        return;
    }
    const QFileInfo file(m_setup->path());
    m_progress->start(file.fileName(), file.size());
    m_stack->setCurrentWidget(m_progress);
    m_check->start({*m_recipe, m_property, m_setup->path(), m_setup->request()});
}

void ListPage::showResults(const std::shared_ptr<const ListResults> &results)
{
    m_results->showResults(results);
    m_stack->setCurrentWidget(m_results);
}

void ListPage::showError(const Error &error)
{
    m_results->clear();
    m_results->banner()->showError(error);
    m_stack->setCurrentWidget(m_results);
}

void ListPage::exportRows()
{
    auto *dialog = new QFileDialog(this, tr("Export the rows shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilters({tr("CSV (*.csv)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ListPage::exportTo);
    dialog->open();
}

void ListPage::exportTo(const QString &path)
{
    if (const auto results = m_results->model()->results()) {
        m_export->start(results, m_results->model()->shownRows(), path);
    }
}

} // namespace countersign::ui
