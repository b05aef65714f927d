#include "ui/pages/customclaimsedit.h"

#include "ui/models/texts.h"
#include "ui/pages/claimrow.h"
#include "ui/widgets/styling.h"

#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

CustomClaimsEdit::CustomClaimsEdit(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Section))
    , m_note(makeLabel({}, TextRole::Hint))
    , m_rowLayout(new QVBoxLayout)
{
    auto *add = makeButton(tr("Add a field"));
    add->setObjectName(u"addClaim"_s);
    m_rowLayout->setSpacing(space::small);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::tiny, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_title);
    layout->addLayout(m_rowLayout);
    layout->addWidget(m_note);
    layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] { addRow()->setFocus(); });
}

void CustomClaimsEdit::setTexts(const recipes::CustomClaimTexts &texts)
{
    m_texts = texts;
    m_title->setText(texts.label.toUpper());
    m_note->setText(texts.note);
    setAccessibleName(texts.label);
    refreshHints();
}

QList<std::pair<QString, JsonValue>> CustomClaimsEdit::claims() const
{
    QList<std::pair<QString, JsonValue>> claims;
    for (const ClaimRow *row : m_rows) {
        if (!row->isEmpty()) {
            claims.append({row->name(), row->value()});
        }
    }
    return claims;
}

/// A problem names its claim; of two with one name the later is at fault.
void CustomClaimsEdit::setProblems(const QList<recipes::FieldProblem> &problems)
{
    QMap<QString, QString> byName;
    for (const recipes::FieldProblem &problem : problems) {
        byName.insert(problem.fieldId, problemText(problem));
    }
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
        (*row)->setProblem((*row)->isEmpty() ? QString() : byName.take((*row)->name()));
    }
}

ClaimRow *CustomClaimsEdit::addRow()
{
    auto *row = new ClaimRow;
    m_rows.append(row);
    m_rowLayout->addWidget(row);
    row->show(); // not only when the layout comes round to it: focus needs it now
    connect(row, &ClaimRow::changed, this, [this] {
        refreshHints();
        Q_EMIT changed();
    });
    connect(row, &ClaimRow::removed, this, [this, row] { removeRow(row); });
    return row;
}

void CustomClaimsEdit::removeRow(ClaimRow *row)
{
    m_rows.removeOne(row);
    m_rowLayout->removeWidget(row);
    row->hide();
    row->deleteLater();
    if (!m_rows.isEmpty()) {
        m_rows.last()->setFocus();
    }
    Q_EMIT changed();
}

void CustomClaimsEdit::clear()
{
    while (!m_rows.isEmpty()) {
        delete m_rows.takeLast();
    }
}

void CustomClaimsEdit::refreshHints()
{
    const QRegularExpression avoided(m_texts.avoidPattern);
    for (ClaimRow *row : std::as_const(m_rows)) {
        const bool isAvoided = !m_texts.avoidPattern.isEmpty() && row->name().contains(avoided);
        row->setHint(isAvoided ? m_texts.avoidHint : QString());
    }
}

} // namespace countersign::ui
