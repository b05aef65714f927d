#include "ui/pages/activitypage.h"

#include "ui/models/activitymodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

constexpr int mostEntries = 2000;
constexpr int rowHeight = 36;

} // namespace

ActivityPage::ActivityPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_model(new ActivityModel(this))
    , m_search(new SearchField)
    , m_count(makeLabel({}, TextRole::Muted))
    , m_table(makeTable())
    , m_banner(new MessageBanner)
{
    setObjectName(u"activityPage"_s);
    m_search->setObjectName(u"activitySearch"_s);
    m_search->setPlaceholderText(tr("Search the activity"));
    m_search->setAccessibleName(tr("Search the activity"));
    m_search->setMaximumWidth(320);
    m_count->setWordWrap(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_search);
    line->addStretch();
    line->addWidget(m_count);
    auto *card = new Card;
    card->body()->addLayout(line);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(
        makeLabel(tr("Never holds a secret, a whole token or a customer's id. Each entry is chained to "
                     "the one before: an altered or missing one is noticed."),
                  TextRole::Hint));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_banner);
    layout->addWidget(card, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text);
        showCount();
    });
}

QTableView *ActivityPage::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(u"activityTable"_s);
    table->setAccessibleName(tr("Activity"));
    table->setModel(m_model);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    const std::pair<int, int> widths[] = {{ActivityModel::When, 160},
                                          {ActivityModel::What, 190},
                                          {ActivityModel::Version, 64},
                                          {ActivityModel::Who, 200}};
    for (const auto &[column, width] : widths) {
        table->setColumnWidth(column, width);
    }
    return table;
}

void ActivityPage::showProperty(const recipes::Property *property, const recipes::Recipe *)
{
    if (!property) {
        clear();
        return;
    }
    if (m_propertyId != property->id) {
        m_search->clear();
    }
    m_propertyId = property->id;
    if (isVisible()) {
        reload();
    }
}

void ActivityPage::clear()
{
    m_propertyId.clear();
    m_search->clear();
    m_banner->clear();
    m_model->setEntries({}, {});
    showCount();
}

void ActivityPage::showEvent(QShowEvent *event)
{
    PropertyPage::showEvent(event);
    reload();
}

void ActivityPage::reload()
{
    if (m_propertyId.isEmpty()) {
        return;
    }
    using Entries = Result<QList<vault::ActivityEntry>>;
    auto task = [id = m_propertyId](vault::Vault &vault) { return vault.activity({id, mostEntries}); };
    context().session.run(this, std::move(task), [this, id = m_propertyId](Entries entries) {
        if (id != m_propertyId) {
            return;
        }
        if (!entries) {
            m_banner->showError(entries.error());
            return;
        }
        m_model->setEntries(*std::move(entries), context().clock.now());
        showCount();
    });
}

void ActivityPage::showCount()
{
    const int shown = m_model->rowCount();
    m_count->setText(shown == m_model->total()
                         ? tr("%n entries", nullptr, shown)
                         : tr("%1 of %n entries", nullptr, m_model->total()).arg(shown));
}

} // namespace countersign::ui
