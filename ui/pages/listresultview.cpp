#include "ui/pages/listresultview.h"

#include "ui/pages/translation.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::ui {

namespace {

constexpr int summaryWidth = 340;
constexpr int rowHeight = 30;
constexpr int allKinds = -2; ///< QButtonGroup gives -1 a meaning of its own

QString kindName(bulk::RowKind kind)
{
    switch (kind) {
    case bulk::RowKind::Verified:
        return ListResultView::tr("Verified");
    case bulk::RowKind::Failed:
        return ListResultView::tr("Failed");
    case bulk::RowKind::NotVerified:
        return ListResultView::tr("Not verified");
    case bulk::RowKind::Unsupported:
        return ListResultView::tr("Unsupported");
    case bulk::RowKind::Malformed:
        return ListResultView::tr("Malformed");
    }
    Q_UNREACHABLE();
}

} // namespace

ListResultView::ListResultView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ListResultsModel(this))
    , m_banner(new MessageBanner)
    , m_totals(makeLabel({}, TextRole::Heading))
    , m_groups(new QListWidget)
    , m_explanation(makeLabel({}, TextRole::Body))
    , m_sample(makeLabel({}, TextRole::Hint))
    , m_search(new QLineEdit)
    , m_kinds(new QButtonGroup(this))
    , m_count(makeLabel({}, TextRole::Muted))
    , m_table(makeTable())
{
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::wide);
    sides->addWidget(makeSummary());
    sides->addWidget(makeRows(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_banner);
    layout->addLayout(sides, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(120ms);
    connect(&m_delay, &QTimer::timeout, this, &ListResultView::filter);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_kinds, &QButtonGroup::idClicked, this, &ListResultView::filter);
    connect(m_groups, &QListWidget::currentRowChanged, this, [this] {
        showGroup();
        filter();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ListResultView::showCount);
}

QWidget *ListResultView::makeSummary()
{
    m_totals->setObjectName(u"listTotals"_s);
    m_groups->setObjectName(u"listGroups"_s);
    m_groups->setAccessibleName(tr("Causes, the commonest first; choosing one shows its rows"));
    m_groups->setFrameShape(QFrame::NoFrame);
    m_groups->setWordWrap(true);
    m_groups->setSpacing(2);
    m_groups->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *other = makeButton(tr("Another file…"), ButtonKind::Link);
    other->setObjectName(u"anotherList"_s);
    auto *card = new Card(tr("Summary"));
    card->setFixedWidth(summaryWidth);
    card->header()->addStretch(1);
    card->header()->addWidget(other);
    card->body()->setSpacing(space::medium);
    card->body()->addWidget(m_totals);
    card->body()->addWidget(m_groups, 1);
    card->body()->addWidget(m_explanation);
    card->body()->addWidget(m_sample);
    connect(other, &QPushButton::clicked, this, &ListResultView::otherFileRequested);
    return card;
}

QWidget *ListResultView::makeRows()
{
    m_search->setObjectName(u"listSearch"_s);
    m_search->setPlaceholderText(tr("Search user id or e-mail"));
    m_search->setAccessibleName(tr("Search user id or e-mail"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    m_count->setWordWrap(false);
    m_count->setObjectName(u"listCount"_s);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(space::small);
    const auto add = [&](const QString &text, int id) {
        QPushButton *chip = makeButton(text, ButtonKind::Chip);
        chip->setCheckable(true);
        m_kinds->addButton(chip, id);
        kinds->addWidget(chip);
    };
    add(tr("All"), allKinds);
    for (const auto kind : {bulk::RowKind::Verified, bulk::RowKind::Failed, bulk::RowKind::NotVerified,
                            bulk::RowKind::Unsupported, bulk::RowKind::Malformed}) {
        add(kindName(kind), static_cast<int>(kind));
    }
    kinds->addStretch(1);
    auto *exportButton = makeButton(tr("Export…"));
    exportButton->setObjectName(u"exportList"_s);
    exportButton->setToolTip(tr("Writes the rows shown here as CSV, with verdict and cause"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_search, 1);
    line->addWidget(m_count);
    line->addStretch(1);
    line->addWidget(exportButton);
    auto *card = new Card;
    card->body()->setSpacing(space::medium);
    card->body()->addLayout(line);
    card->body()->addLayout(kinds);
    card->body()->addWidget(m_table, 1);
    connect(exportButton, &QPushButton::clicked, this, &ListResultView::exportRequested);
    return card;
}

QTableView *ListResultView::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(u"listTable"_s);
    table->setAccessibleName(tr("Rows of the list"));
    table->setModel(m_model);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSortingEnabled(true);
    table->sortByColumn(ListResultsModel::Line, Qt::AscendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a million rows are not measured
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const std::pair<int, int> widths[] = {{ListResultsModel::Line, 80},
                                          {ListResultsModel::Id, 170},
                                          {ListResultsModel::Verdict, 100},
                                          {ListResultsModel::Cause, 230},
                                          {ListResultsModel::Version, 90}};
    for (const auto &[column, width] : widths) {
        table->setColumnWidth(column, width);
    }
    table->horizontalHeader()->setSectionResizeMode(ListResultsModel::Cause, QHeaderView::Stretch);
    return table;
}

void ListResultView::showResults(std::shared_ptr<const ListResults> results)
{
    clear();
    m_model->setResults(std::move(results));
    const bulk::ListSummary &summary = m_model->results()->summary();
    m_totals->setText(bulk::totalsSentence(summary, translated));
    m_sample->setText(bulk::sampleSentence(summary, translated));
    m_sample->setVisible(!m_sample->text().isEmpty());
    if (summary.isCancelled) {
        m_banner->showMessage(Tone::Attention, tr("Cancelled: these are the rows up to there."));
    }
    fillGroups();
    fillKinds();
    showGroup();
    showCount();
}

void ListResultView::fillGroups()
{
    const bulk::ListSummary &summary = m_model->results()->summary();
    m_groups->addItem(tr("All rows"));
    for (const bulk::CauseGroup &group : summary.groups) {
        auto *item = new QListWidgetItem(bulk::groupHeadline(group, summary, translated));
        item->setToolTip(bulk::causeCodes(group.outcome));
        m_groups->addItem(item);
    }
    m_groups->setCurrentRow(0);
}

void ListResultView::fillKinds()
{
    const bulk::ListSummary &summary = m_model->results()->summary();
    for (QAbstractButton *chip : m_kinds->buttons()) {
        const int id = m_kinds->id(chip);
        chip->setVisible(id == allKinds || summary.count(static_cast<bulk::RowKind>(id)) > 0);
        chip->setChecked(id == allKinds);
    }
}

void ListResultView::clear()
{
    m_delay.stop();
    m_model->setResults(nullptr);
    m_groups->clear();
    m_totals->clear();
    m_explanation->clear();
    m_sample->clear();
    m_search->clear();
    m_delay.stop();
    m_banner->clear();
    m_table->sortByColumn(ListResultsModel::Line, Qt::AscendingOrder);
}

const bulk::CauseGroup *ListResultView::chosenGroup() const
{
    const int row = m_groups->currentRow() - 1;
    const auto &results = m_model->results();
    return results && row >= 0 && row < results->summary().groups.size() ? &results->summary().groups.at(row)
                                                                         : nullptr;
}

void ListResultView::filter()
{
    ListFilter wanted;
    if (const int id = m_kinds->checkedId(); id >= 0) {
        wanted.kind = static_cast<bulk::RowKind>(id);
    }
    if (const bulk::CauseGroup *group = chosenGroup()) {
        wanted.outcomes = QList<bulk::OutcomeId>(group->outcomes.begin(), group->outcomes.end());
    }
    wanted.text = m_search->text();
    m_model->setFilter(wanted);
}

void ListResultView::showCount()
{
    const auto &results = m_model->results();
    const QLocale locale;
    m_count->setText(
        results
            ? tr("%1 of %Ln rows", nullptr, int(results->size())).arg(locale.toString(m_model->rowCount()))
            : QString());
}

void ListResultView::showGroup()
{
    const bulk::CauseGroup *group = chosenGroup();
    m_explanation->setText(group ? bulk::groupExplanation(*group, translated) : QString());
    m_explanation->setVisible(!m_explanation->text().isEmpty());
}

} // namespace countersign::ui
