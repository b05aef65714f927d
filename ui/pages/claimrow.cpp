#include "ui/pages/claimrow.h"

#include "core/recipes/proof.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int typeWidth = 72;

QLineEdit *makeEdit(const QString &objectName, const QString &accessibleName)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setPlaceholderText(accessibleName);
    return edit;
}

QString typeText(const JsonValue &value)
{
    if (value.asString()) {
        return ClaimRow::tr("text");
    }
    if (value.isNumber()) {
        return ClaimRow::tr("number");
    }
    if (value.asBool()) {
        return ClaimRow::tr("boolean");
    }
    if (value.asArray()) {
        return ClaimRow::tr("list");
    }
    return value.asObject() ? ClaimRow::tr("object") : ClaimRow::tr("null");
}

} // namespace

ClaimRow::ClaimRow(QWidget *parent)
    : QWidget(parent)
    , m_name(makeEdit(u"claimName"_s, tr("Name")))
    , m_value(makeEdit(u"claimValue"_s, tr("Value")))
    , m_type(new Chip)
    , m_below(makeLabel({}, TextRole::Hint))
{
    auto *remove = makeIconButton(u"cross"_s, tr("Remove this field"));
    remove->setObjectName(u"claimRemove"_s);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(space::small);
    fields->addWidget(m_name, 4);
    fields->addWidget(m_value, 4);
    fields->addWidget(m_type);
    fields->addWidget(remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addLayout(fields);
    layout->addWidget(m_below);
    m_type->setMinimumWidth(typeWidth); // so that rows stay in line
    m_type->setAlignment(Qt::AlignCenter);
    m_type->setToolTip(tr("How the value stands in the token. Put quotes around a number to make it text."));
    connect(m_name, &QLineEdit::textChanged, this, &ClaimRow::changed);
    connect(m_value, &QLineEdit::textChanged, this, &ClaimRow::refresh);
    connect(m_value, &QLineEdit::textChanged, this, &ClaimRow::changed);
    connect(remove, &QPushButton::clicked, this, &ClaimRow::removed);
    setFocusProxy(m_name);
    refresh();
}

QString ClaimRow::name() const
{
    return m_name->text();
}

JsonValue ClaimRow::value() const
{
    return recipes::claimValueFromText(m_value->text());
}

bool ClaimRow::isEmpty() const
{
    return m_name->text().isEmpty() && m_value->text().isEmpty();
}

void ClaimRow::set(const QString &name, const QString &value)
{
    m_name->setText(name);
    m_value->setText(value);
}

void ClaimRow::setProblem(const QString &problem)
{
    m_problem = problem;
    refresh();
}

void ClaimRow::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void ClaimRow::refresh()
{
    const QString below = m_problem.isEmpty() ? m_hint : m_problem;
    m_type->set(typeText(value()), Tone::Neutral);
    setTextRole(m_below, m_problem.isEmpty() ? TextRole::Attention : TextRole::Problem);
    m_below->setText(below);
    m_below->setVisible(!below.isEmpty());
    setStyleProperty(m_name, "problem", !m_problem.isEmpty());
    m_name->setAccessibleDescription(below);
}

} // namespace countersign::ui
