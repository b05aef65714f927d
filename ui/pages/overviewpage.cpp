#include "ui/pages/overviewpage.h"

#include "ui/models/texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/monospacefont.h"
#include "ui/widgets/styling.h"

#include <QGridLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout()) {
            empty(inner);
        }
        delete item->widget();
        delete item;
    }
}

Chip *evidenceChip(recipes::Evidence evidence)
{
    const bool isFirm = evidence == recipes::Evidence::Sourced;
    const bool isOpen = evidence == recipes::Evidence::Unverified;
    auto *chip = new Chip(evidenceText(evidence), isFirm   ? Tone::Good
                                                  : isOpen ? Tone::Attention
                                                           : Tone::Neutral);
    chip->setToolTip(evidenceExplanation(evidence));
    return chip;
}

QLabel *selectable(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_fields(new Card(tr("This property")))
    , m_dashboard(new Card)
    , m_notes(new Card(tr("Worth knowing")))
    , m_errors(new Card)
    , m_left(new QVBoxLayout)
    , m_right(new QVBoxLayout)
{
    for (Card *card : {m_fields, m_dashboard, m_notes, m_errors}) {
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    m_left->setSpacing(space::large);
    m_left->addWidget(m_fields);
    m_left->addStretch();
    m_right->setSpacing(space::large);
    m_right->addWidget(m_dashboard);
    m_right->addWidget(m_errors);
    m_right->addStretch();
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::wide);
    columns->addLayout(m_left, 2);
    columns->addLayout(m_right, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    reachRightEdge();
    layout->addWidget(makePageScroll(content));
}

void OverviewPage::showProperty(const recipes::Property *property, const recipes::Recipe *recipe)
{
    clear();
    if (!property || !recipe) {
        return;
    }
    showFields(*property, *recipe);
    showDashboard(*recipe);
    showNotes(*property, *recipe);
    showErrors(*recipe);
}

void OverviewPage::clear()
{
    for (Card *card : {m_fields, m_dashboard, m_notes, m_errors}) {
        empty(card->body());
        card->hide();
    }
}

void OverviewPage::showFields(const recipes::Property &property, const recipes::Recipe &recipe)
{
    m_fields->show();
    m_fields->body()->setSpacing(space::medium);
    addField(tr("Platform"), property.platform, u"platform"_s, false);
    for (const recipes::FieldRule &rule : recipe.propertyFields) {
        addField(rule.label, property.fields.value(rule.id), rule.id, true);
    }
    addField(tr("Tags"), property.tags.join(u", "_s), u"tags"_s, false);
    addField(tr("Added"), momentText(property.createdAt), {}, false);
    if (!property.notes.isEmpty()) {
        addField(tr("Notes"), property.notes, {}, false);
    }
}

void OverviewPage::addField(const QString &label, const QString &value, const QString &fieldId, bool code)
{
    auto *block = new QVBoxLayout;
    block->setSpacing(2);
    block->addWidget(makeLabel(label, TextRole::Muted));
    if (value.isEmpty()) {
        QPushButton *add = makeButton(tr("Add…"), ButtonKind::Link);
        add->setAccessibleName(tr("Add %1").arg(label));
        connect(add, &QPushButton::clicked, this, [this, fieldId] { Q_EMIT editRequested(fieldId); });
        block->addWidget(add, 0, Qt::AlignLeft);
    } else {
        const QString shown = value.size() > 400 ? value.left(400) + u"…"_s : value;
        block->addWidget(code ? makeCodeLabel(shown) : selectable(makeLabel(shown)));
    }
    m_fields->body()->addLayout(block);
}

void OverviewPage::showDashboard(const recipes::Recipe &recipe)
{
    m_dashboard->setTitle(tr("What %1 must show").arg(recipe.vendor));
    m_dashboard->setVisible(!recipe.dashboard.isEmpty());
    m_dashboard->body()->setSpacing(space::medium);
    for (const recipes::DashboardEntry &entry : recipe.dashboard) {
        addDashboardEntry(entry);
    }
}

void OverviewPage::addDashboardEntry(const recipes::DashboardEntry &entry)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(makeLabel(entry.what, TextRole::Strong));
    line->addStretch();
    line->addWidget(evidenceChip(entry.evidence));
    auto *block = new QVBoxLayout;
    block->setSpacing(2);
    block->addLayout(line);
    if (!entry.expected.isEmpty()) {
        block->addWidget(selectable(makeLabel(entry.expected)));
    }
    block->addWidget(selectable(makeLabel(pathText(entry.path), TextRole::Hint)));
    m_dashboard->body()->addLayout(block);
}

void OverviewPage::showNotes(const recipes::Property &, const recipes::Recipe &recipe)
{
    // Beside the fields where the vendor's errors leave room, else under them.
    (recipe.errors.isEmpty() ? m_right : m_left)->insertWidget(1, m_notes);
    m_notes->setVisible(!recipe.notes.isEmpty());
    for (const QString &note : recipe.notes) {
        m_notes->body()->addWidget(selectable(makeLabel(note)));
    }
}

void OverviewPage::showErrors(const recipes::Recipe &recipe)
{
    m_errors->setTitle(tr("What %1's errors mean").arg(recipe.vendor));
    m_errors->setVisible(!recipe.errors.isEmpty());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::medium);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const recipes::VendorError &error : recipe.errors) {
        auto *code = new QVBoxLayout;
        code->setSpacing(0);
        code->addWidget(makeCodeLabel(error.code));
        code->addWidget(makeLabel(error.context, TextRole::Hint));
        auto *meaning = new QVBoxLayout;
        meaning->setSpacing(0);
        meaning->addWidget(selectable(makeLabel(error.meaning)));
        meaning->addWidget(selectable(makeLabel(error.remedy, TextRole::Hint)));
        grid->addLayout(code, row, 0, Qt::AlignTop);
        grid->addLayout(meaning, row, 1, Qt::AlignTop);
        ++row;
    }
    m_errors->body()->addLayout(grid);
}

} // namespace countersign::ui
