#include "core/recipes/recipesections_p.h"

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

template<typename T>
void refuseDuplicates(const QList<T> &items, const QString &path, RecipeFault &fault)
{
    QSet<QString> seen;
    for (const T &item : items) {
        if (seen.contains(item.id)) {
            fault.report(path, u"two have the id \"%1\""_s.arg(item.id));
        }
        seen.insert(item.id);
    }
}

class ReferenceCheck
{
public:
    ReferenceCheck(const Recipe &recipe, RecipeFault &fault)
        : m_recipe(recipe)
        , m_fault(fault)
    {
    }

    void run()
    {
        refuseDuplicates(m_recipe.propertyFields, u"propertyFields"_s, m_fault);
        refuseDuplicates(m_recipe.visitorFields, u"visitorFields"_s, m_fault);
        refuseDuplicates(m_recipe.proofs, u"proofs"_s, m_fault);
        refuseDuplicates(m_recipe.snippets, u"snippets"_s, m_fault);
        if (!m_recipe.visitorIdField.isEmpty()) {
            requireVisitorField(m_recipe.visitorIdField, u"visitorIdField"_s);
        }
        if (m_recipe.proofs.isEmpty()) {
            m_fault.report(u"proofs"_s, u"at least one is needed"_s);
        }
        for (qsizetype i = 0; i < m_recipe.proofs.size(); ++i) {
            checkProof(m_recipe.proofs.at(i), u"proofs[%1]"_s.arg(i));
        }
        for (qsizetype i = 0; i < m_recipe.snippets.size(); ++i) {
            checkSnippet(m_recipe.snippets.at(i), u"snippets[%1]"_s.arg(i));
        }
    }

private:
    void checkProof(const ProofRule &rule, const QString &path)
    {
        for (qsizetype i = 0; i < rule.fields.size(); ++i) {
            requireVisitorField(rule.fields.at(i), u"%1.fields[%2]"_s.arg(path).arg(i));
        }
        if (const MacRule *mac = rule.mac()) {
            requireFormField(rule, mac->messageField, path + u".mac.messageField"_s);
            requireKeyType(crypto::KeyType::Secret, path + u".mac"_s);
        } else if (const JwtRule *jwt = rule.jwt()) {
            checkClaims(rule, *jwt, path + u".jwt.claims"_s);
            requireKeyType(crypto::keyTypeFor(jwt->algorithm), path + u".jwt.algorithm"_s);
        }
    }

    void checkClaims(const ProofRule &rule, const JwtRule &jwt, const QString &path)
    {
        QSet<QString> names;
        for (qsizetype i = 0; i < jwt.claims.size(); ++i) {
            const ClaimRule &claim = jwt.claims.at(i);
            requireFormField(rule, claim.fieldId, u"%1[%2].field"_s.arg(path).arg(i));
            if (names.contains(claim.name)) {
                m_fault.report(path, u"two are named \"%1\""_s.arg(claim.name));
            }
            names.insert(claim.name);
        }
    }

    void checkSnippet(const SnippetRule &rule, const QString &path)
    {
        if (!m_recipe.proof(rule.proofRule)) {
            m_fault.report(path + u".proof"_s, u"no proof has the id \"%1\""_s.arg(rule.proofRule));
        }
        const FieldRule *embed = requirePropertyField(rule.embedField, path + u".embedField"_s);
        if (embed && embed->type != FieldType::EmbedCode) {
            m_fault.report(path + u".embedField"_s, u"\"%1\" is not embed code"_s.arg(rule.embedField));
        }
        for (const EmbedReplacement &replacement : rule.replacements) {
            requirePropertyField(replacement.propertyField, path + u".replacements"_s);
        }
        if (!rule.templateFile.isEmpty()) {
            requireSampleKey(path + u".template"_s);
        }
    }

    // A template is filled in with a proof by a published key, see snippets/testvector.h.
    void requireSampleKey(const QString &path)
    {
        if (m_recipe.key.type != crypto::KeyType::Secret && m_recipe.key.type != crypto::KeyType::Rsa) {
            m_fault.report(path, u"there is no sample key of the type of the key to fill it in with"_s);
        }
    }

    void requireVisitorField(const QString &id, const QString &path)
    {
        if (!m_recipe.visitorField(id)) {
            m_fault.report(path, u"no visitor field is named \"%1\""_s.arg(id));
        }
    }

    // What is signed must be in the proof's own form, or nobody could fill it in.
    void requireFormField(const ProofRule &rule, const QString &id, const QString &path)
    {
        requireVisitorField(id, path);
        if (!rule.fields.contains(id)) {
            m_fault.report(path, u"\"%1\" is not among the proof's fields"_s.arg(id));
        }
    }

    const FieldRule *requirePropertyField(const QString &id, const QString &path)
    {
        const FieldRule *rule = m_recipe.propertyField(id);
        if (!id.isEmpty() && !rule) {
            m_fault.report(path, u"no property field is named \"%1\""_s.arg(id));
        }
        return rule;
    }

    void requireKeyType(crypto::KeyType type, const QString &path)
    {
        if (m_recipe.key.type != type) {
            m_fault.report(path, u"does not fit the type of the key"_s);
        }
    }

    const Recipe &m_recipe;
    RecipeFault &m_fault;
};

} // namespace

void checkReferences(const Recipe &recipe, RecipeFault &fault)
{
    if (!fault.isFound()) {
        ReferenceCheck(recipe, fault).run();
    }
}

} // namespace countersign::recipes
