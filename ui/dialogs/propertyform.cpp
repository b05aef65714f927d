#include "ui/dialogs/propertyform.h"

#include "ui/models/texts.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/monospacefont.h"
#include "ui/widgets/styling.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QComboBox *makeSuggestions(const QStringList &suggestions)
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->addItems(suggestions);
    box->lineEdit()->setMaxLength(recipes::maximumNameLength);
    return box;
}

QStringList tagsFrom(const QString &text)
{
    QStringList tags;
    for (const QString &tag : text.split(u',')) {
        if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty() && !tags.contains(trimmed)) {
            tags << trimmed;
        }
    }
    return tags;
}

} // namespace

PropertyForm::PropertyForm(const recipes::Recipe &recipe, FormExtent extent, QWidget *parent)
    : QWidget(parent)
    , m_recipe(recipe)
    , m_name(new QLineEdit)
    , m_environment(makeSuggestions({tr("Production"), tr("Staging"), tr("Development")}))
    , m_platform(makeSuggestions({tr("Web"), u"iOS"_s, u"Android"_s}))
{
    m_property.recipeId = recipe.id;
    m_property.environment = tr("Production");
    m_property.platform = tr("Web");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    buildBasics(layout);
    buildFields(layout);
    if (extent == FormExtent::Full) {
        buildMore(layout);
    }
    layout->addStretch();
    showProperty(m_property);
}

void PropertyForm::buildBasics(QVBoxLayout *layout)
{
    m_name->setMaxLength(recipes::maximumNameLength);
    m_name->setObjectName(u"propertyName"_s);
    m_environment->setObjectName(u"propertyEnvironment"_s);
    m_platform->setObjectName(u"propertyPlatform"_s);
    auto *name = new FieldRow(tr("Name"), m_name);
    name->setHint(tr("The website, brand or customer the widget is for."));
    m_rows.insert(u"name"_s, name);
    auto *platform = new FieldRow(tr("Platform"), m_platform);
    m_rows.insert(u"platform"_s, platform);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(space::large);
    pair->addWidget(new FieldRow(tr("Environment"), m_environment), 0, Qt::AlignTop);
    pair->addWidget(platform, 0, Qt::AlignTop);
    layout->addWidget(name);
    layout->addLayout(pair);
    watch(m_name, u"name"_s);
    connect(m_environment, &QComboBox::currentTextChanged, this, &PropertyForm::check);
    connect(m_platform, &QComboBox::currentTextChanged, this, &PropertyForm::check);
}

void PropertyForm::buildFields(QVBoxLayout *layout)
{
    for (const recipes::FieldRule &rule : m_recipe.propertyFields) {
        auto *row = new FieldRow(rule.label, makeEditor(rule));
        row->setHint(rule.hint);
        row->setNote(rule.presence == recipes::Presence::Optional ? tr("optional") : QString());
        row->editor()->setObjectName(u"field-"_s + rule.id);
        m_rows.insert(rule.id, row);
        layout->addWidget(row);
    }
}

QWidget *PropertyForm::makeEditor(const recipes::FieldRule &rule)
{
    if (rule.type == recipes::FieldType::EmbedCode) {
        auto *editor = new QPlainTextEdit;
        editor->setFont(monospaceFont());
        editor->setTabChangesFocus(true);
        editor->setFixedHeight(84);
        connect(editor, &QPlainTextEdit::textChanged, this, [this, id = rule.id] { touch(id); });
        return editor;
    }
    auto *editor = new QLineEdit;
    editor->setPlaceholderText(rule.example.isEmpty() ? QString() : tr("for example %1").arg(rule.example));
    watch(editor, rule.id);
    return editor;
}

void PropertyForm::buildMore(QVBoxLayout *layout)
{
    m_enforcement = new QComboBox;
    m_enforcement->addItem(tr("Not known"), int(recipes::Enforcement::Unknown));
    m_enforcement->addItem(tr("Off"), int(recipes::Enforcement::Off));
    m_enforcement->addItem(tr("On"), int(recipes::Enforcement::On));
    m_rotateAfter = new QSpinBox;
    m_rotateAfter->setRange(0, 3650);
    m_rotateAfter->setSuffix(tr(" days"));
    m_rotateAfter->setSpecialValueText(tr("Never"));
    m_tags = new QLineEdit;
    m_notes = new QPlainTextEdit;
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(84);
    auto *enforcement =
        new FieldRow(tr("%1 at %2").arg(m_recipe.verificationName, m_recipe.vendor), m_enforcement);
    auto *rotate = new FieldRow(tr("Remind to rotate after"), m_rotateAfter);
    auto *tags = new FieldRow(tr("Tags"), m_tags);
    tags->setHint(tr("Separated by commas."));
    m_rows.insert(u"tags"_s, tags);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(space::large);
    pair->addWidget(enforcement, 0, Qt::AlignTop);
    pair->addWidget(rotate, 0, Qt::AlignTop);
    layout->addLayout(pair);
    layout->addWidget(tags);
    layout->addWidget(new FieldRow(tr("Notes"), m_notes));
}

void PropertyForm::watch(QLineEdit *editor, const QString &fieldId)
{
    connect(editor, &QLineEdit::textChanged, this, [this, fieldId] { touch(fieldId); });
}

void PropertyForm::touch(const QString &fieldId)
{
    if (!m_isFilling) {
        m_touched.insert(fieldId);
        check();
    }
}

void PropertyForm::showProperty(const recipes::Property &property)
{
    m_isFilling = true;
    m_property = property;
    m_name->setText(property.name);
    m_environment->setCurrentText(property.environment);
    m_platform->setCurrentText(property.platform);
    for (const recipes::FieldRule &rule : m_recipe.propertyFields) {
        const QString value = property.fields.value(rule.id, rule.defaultValue);
        QWidget *editor = m_rows.value(rule.id)->editor();
        if (auto *text = qobject_cast<QPlainTextEdit *>(editor)) {
            text->setPlainText(value);
        } else {
            static_cast<QLineEdit *>(editor)->setText(value);
        }
    }
    if (m_enforcement) {
        m_enforcement->setCurrentIndex(m_enforcement->findData(int(property.enforcement)));
        m_rotateAfter->setValue(property.rotateAfterDays);
        m_tags->setText(property.tags.join(u", "_s));
        m_notes->setPlainText(property.notes);
    }
    m_touched.clear();
    m_isFilling = false;
    check();
}

QString PropertyForm::valueOf(const QString &fieldId) const
{
    QWidget *editor = m_rows.value(fieldId)->editor();
    if (const auto *text = qobject_cast<QPlainTextEdit *>(editor)) {
        return text->toPlainText();
    }
    return static_cast<QLineEdit *>(editor)->text();
}

recipes::Property PropertyForm::enteredProperty() const
{
    recipes::Property property = m_property;
    property.name = m_name->text().trimmed();
    property.environment = m_environment->currentText().trimmed();
    property.platform = m_platform->currentText().trimmed();
    for (const recipes::FieldRule &rule : m_recipe.propertyFields) {
        if (const QString value = valueOf(rule.id); value.isEmpty()) {
            property.fields.remove(rule.id);
        } else {
            property.fields.insert(rule.id, value);
        }
    }
    if (m_enforcement) {
        property.enforcement = recipes::Enforcement(m_enforcement->currentData().toInt());
        property.rotateAfterDays = m_rotateAfter->value();
        property.tags = tagsFrom(m_tags->text());
        property.notes = m_notes->toPlainText();
    }
    return property;
}

void PropertyForm::check()
{
    if (m_isFilling) {
        return;
    }
    m_problems = recipes::validateProperty(m_recipe, enteredProperty());
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        const auto found = std::ranges::find(m_problems, row.key(), &recipes::FieldProblem::fieldId);
        const bool show = found != m_problems.cend() && m_touched.contains(row.key());
        row.value()->setProblem(show ? problemText(*found) : QString());
    }
    Q_EMIT changed();
}

void PropertyForm::showAllProblems()
{
    for (const recipes::FieldProblem &problem : m_problems) {
        m_touched.insert(problem.fieldId);
    }
    check();
    if (!m_problems.isEmpty()) {
        focusField(m_problems.constFirst().fieldId);
    }
}

void PropertyForm::focusField(const QString &fieldId)
{
    if (FieldRow *row = m_rows.value(fieldId)) {
        row->editor()->setFocus(Qt::OtherFocusReason);
    } else {
        m_name->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace countersign::ui
