#include "core/snippets/embedcode_p.h"

#include "core/snippets/literal.h"
#include "core/snippets/snippetvalues_p.h"

using namespace Qt::StringLiterals;

namespace countersign::snippets {

namespace {

struct Replacement
{
    QString placeholder;
    QString text;
};

/// The pasted code is walked once, so that what was put in is never searched for placeholders.
QString replaceAll(const QString &code, const QList<Replacement> &replacements)
{
    QString result;
    qsizetype position = 0;
    while (position < code.size()) {
        const QStringView rest = QStringView(code).sliced(position);
        const auto found = std::ranges::find_if(replacements, [rest](const Replacement &replacement) {
            return rest.startsWith(replacement.placeholder);
        });
        if (found == replacements.end()) {
            result += code.at(position++);
        } else {
            result += found->text;
            position += found->placeholder.size();
        }
    }
    return result;
}

} // namespace

FilledEmbedCode fillEmbedCode(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                              const recipes::Property &property)
{
    const recipes::FieldRule *embedField = recipe.propertyField(rule.embedField);
    const QString code = fieldValue(*embedField, property);
    if (code.isEmpty()) {
        return {{}, embedField};
    }
    QList<Replacement> replacements;
    for (const recipes::EmbedReplacement &replacement : rule.replacements) {
        const recipes::FieldRule *field = recipe.propertyField(replacement.propertyField);
        const QString value = field ? fieldValue(*field, property) : QString();
        if (field && value.isEmpty() && code.contains(replacement.placeholder)) {
            return {{}, field};
        }
        // Where in the pasted code it lands is unknown: percent-encoded it is harmless everywhere.
        const QString text = field ? QString::fromLatin1(urlPart(value)) : replacement.text;
        replacements.append({u"{{"_s + replacement.placeholder + u"}}"_s, text});
        replacements.append({replacement.placeholder, text});
    }
    return {replaceAll(code, replacements), nullptr};
}

} // namespace countersign::snippets
