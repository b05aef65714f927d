#include "core/snippets/snippetvalues_p.h"

#include "core/snippets/literal.h"
#include "core/snippets/testvector.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::snippets {

namespace {

constexpr qsizetype shownSignatureEnd = 24;

QString camelCase(const QString &words)
{
    QString result;
    for (const QString &word : words.split(u'_')) {
        result += result.isEmpty() ? word : word.at(0).toUpper() + word.sliced(1);
    }
    return result;
}

/// "tawk_hash.py" defines tawk_hash, "tawk-hash.cjs" defines tawkHash.
QString functionName(const recipes::SnippetRule &rule)
{
    static const QRegularExpression separators(u"[^A-Za-z0-9]+"_s);
    QString words = rule.fileName.section(u'.', 0, 0);
    words.replace(separators, u"_"_s);
    return rule.language == u"javascript" ? camelCase(words) : words;
}

/// The other proof that hashes something else: worth a word where the two are mixed up.
const recipes::ProofRule *otherMessage(const recipes::Recipe &recipe, const recipes::ProofRule &rule)
{
    for (const recipes::ProofRule &other : recipe.proofs) {
        if (rule.mac() && other.mac() && other.mac()->messageField != rule.mac()->messageField) {
            return &other;
        }
    }
    return nullptr;
}

QString messageLabel(const recipes::Recipe &recipe, const recipes::ProofRule *rule)
{
    const recipes::FieldRule *field =
        rule && rule->mac() ? recipe.visitorField(rule->mac()->messageField) : nullptr;
    return field ? field->label : QString();
}

void addVendor(TemplateValues &values, const recipes::Recipe &recipe, const recipes::ProofRule &rule)
{
    const recipes::ProofRule *other = otherMessage(recipe, rule);
    values["vendor"] = recipe.vendor.toUtf8();
    values["keyPath"] = recipe.key.dashboardPath.toUtf8();
    values["secretVariable"] = recipe.key.environmentVariable.toUtf8();
    values["message"] = messageLabel(recipe, &rule).toUtf8();
    values["olderMessage"] = messageLabel(recipe, other).toUtf8();
    values["olderCall"] = other ? other->label.toUtf8() : QByteArray();
}

Result<void> addTestVector(TemplateValues &values, const recipes::Recipe &recipe,
                           const recipes::ProofRule &rule)
{
    const Result<recipes::Proof> proof = testVectorFor(recipe, rule);
    if (!proof) {
        return std::unexpected(proof.error());
    }
    values["example"] = exampleFor(recipe, rule).toUtf8();
    values["sampleSecret"] = sampleSecret;
    values["proof"] = proof->value.toUtf8();
    values["proofBegin"] = proof->signedBytes;
    values["proofEnd"] = proof->value.right(shownSignatureEnd).toUtf8();
    return {};
}

void addProperty(TemplateValues &values, const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                 const recipes::Property &property)
{
    for (const recipes::FieldRule &field : recipe.propertyFields) {
        const QString value = fieldValue(field, property);
        const QByteArray id = field.id.toUtf8();
        values["property." + id] = value.isEmpty() ? QByteArray() : literalFor(rule.language, value);
        values["propertyInUrl." + id] = urlPart(value);
    }
}

} // namespace

QString fieldValue(const recipes::FieldRule &rule, const recipes::Property &property)
{
    const QString value = property.fields.value(rule.id);
    return value.isEmpty() ? rule.defaultValue : value;
}

Result<TemplateValues> valuesFor(const recipes::Recipe &recipe, const recipes::SnippetRule &rule,
                                 const recipes::Property &property)
{
    TemplateValues values;
    const recipes::ProofRule &proof = *recipe.proof(rule.proofRule);
    addVendor(values, recipe, proof);
    values["functionName"] = functionName(rule).toUtf8();
    values["fileName"] = rule.fileName.toUtf8();
    addProperty(values, recipe, rule, property);
    if (const Result<void> added = addTestVector(values, recipe, proof); !added) {
        return std::unexpected(added.error());
    }
    return values;
}

} // namespace countersign::snippets
