#include "core/snippets/snippet.h"

#include "core/snippets/embedcode_p.h"
#include "core/snippets/snippetvalues_p.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace countersign::snippets {

namespace {

constexpr const char *missingSentence = QT_TRANSLATE_NOOP("Snippet", "Fill in “%1” of this property first.");

Snippet describe(const recipes::SnippetRule &rule)
{
    Snippet snippet;
    snippet.id = rule.id;
    snippet.title = rule.title;
    snippet.side = rule.side;
    snippet.language = rule.language;
    snippet.fileName = rule.fileName;
    snippet.note = rule.note;
    return snippet;
}

void setMissing(Snippet &snippet, const recipes::FieldRule &field)
{
    snippet.missing = QString::fromUtf8(missingSentence).arg(field.label);
    snippet.missingField = field.id;
}

Result<QByteArray> readTemplate(const QString &name)
{
    QFile file(u":/snippets/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::InvalidRecipe, u"the template %1 cannot be read"_s.arg(name));
    }
    return file.readAll();
}

const recipes::FieldRule *firstMissing(const recipes::Recipe &recipe, const QList<QByteArray> &emptyNames)
{
    for (const QByteArray &name : emptyNames) {
        if (name.startsWith("property")) {
            return recipe.propertyField(QString::fromUtf8(name.mid(name.indexOf('.') + 1)));
        }
    }
    return nullptr;
}

Result<FilledTemplate> fill(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                            const recipes::Property &property)
{
    const Result<QByteArray> text = readTemplate(rule.templateFile);
    if (!text) {
        return std::unexpected(text.error());
    }
    const Result<TemplateValues> values = valuesFor(recipe, rule, property);
    if (!values) {
        return std::unexpected(values.error());
    }
    Result<FilledTemplate> filled = fillTemplate(*text, *values);
    if (!filled) {
        return failure(filled.error().code, rule.templateFile + u": "_s + filled.error().detail);
    }
    return filled;
}

Snippet renderEmbedCode(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                        const recipes::Property &property)
{
    Snippet snippet = describe(rule);
    const FilledEmbedCode filled = fillEmbedCode(recipe, rule, property);
    snippet.text = filled.text;
    if (filled.missing) {
        setMissing(snippet, *filled.missing);
    }
    return snippet;
}

} // namespace

Result<Snippet> renderSnippet(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                              const recipes::Property &property)
{
    if (!rule.embedField.isEmpty()) {
        return renderEmbedCode(recipe, rule, property);
    }
    const Result<FilledTemplate> filled = fill(recipe, rule, property);
    if (!filled) {
        return std::unexpected(filled.error());
    }
    Snippet snippet = describe(rule);
    if (const recipes::FieldRule *field = firstMissing(recipe, filled->emptyNames)) {
        setMissing(snippet, *field);
    } else {
        snippet.text = QString::fromUtf8(filled->text);
    }
    return snippet;
}

Result<QList<Snippet>> renderSnippets(const recipes::Recipe &recipe, const recipes::Property &property)
{
    QList<Snippet> snippets;
    for (const recipes::SnippetRule &rule : recipe.snippets) {
        Result<Snippet> snippet = renderSnippet(recipe, rule, property);
        if (!snippet) {
            return std::unexpected(snippet.error());
        }
        snippets.append(std::move(*snippet));
    }
    return snippets;
}

} // namespace countersign::snippets
