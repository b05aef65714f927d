#include "ui/pages/factlist.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace countersign::ui {

namespace {

constexpr int nameWidth = 120;

QWidget *withChip(QLabel *value, const QString &text, Tone tone)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    value->setWordWrap(false);
    layout->addWidget(value);
    layout->addWidget(new Chip(text, tone));
    layout->addStretch();
    return line;
}

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(space::large);
    m_layout->setVerticalSpacing(space::small);
    m_layout->setColumnMinimumWidth(0, nameWidth);
    m_layout->setColumnStretch(1, 1);
}

void FactList::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

void FactList::addFact(const QString &name, const QString &value)
{
    addRow(name, makeLabel(value));
}

void FactList::addFact(const QString &name, const QString &value, const QString &chip, Tone tone)
{
    addRow(name, withChip(makeLabel(value), chip, tone));
}

void FactList::addCode(const QString &name, const QString &value)
{
    addRow(name, makeCodeLabel(value));
}

void FactList::addRow(const QString &name, QWidget *value)
{
    QLabel *label = makeLabel(name, TextRole::Muted);
    // A chip makes its row higher than a line of text.
    const Qt::Alignment place = qobject_cast<QLabel *>(value) ? Qt::AlignTop : Qt::AlignVCenter;
    m_layout->addWidget(label, m_rows, 0, place);
    m_layout->addWidget(value, m_rows, 1, place);
    // At once, not when the layout comes round to it: facts change as one types, and would flicker.
    label->show();
    value->show();
    value->setAccessibleName(name);
    ++m_rows;
}

} // namespace countersign::ui
