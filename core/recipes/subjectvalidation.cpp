#include "core/recipes/proof.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr const char *unnamed = QT_TRANSLATE_NOOP("FieldProblem", "This field needs a name.");
constexpr const char *brokenName = QT_TRANSLATE_NOOP("FieldProblem", "This name holds a broken character.");
constexpr const char *twice = QT_TRANSLATE_NOOP("FieldProblem", "There is already a claim with this name.");
constexpr const char *refused = QT_TRANSLATE_NOOP("FieldProblem", "This vendor takes no further claims.");
constexpr const char *noExpiry = QT_TRANSLATE_NOOP("FieldProblem", "This vendor's proofs carry no expiry.");
constexpr const char *pastExpiry = QT_TRANSLATE_NOOP("FieldProblem", "The expiry must lie ahead.");
constexpr const char *expiryNeeded = QT_TRANSLATE_NOOP("FieldProblem", "This vendor needs an expiry.");
constexpr const char *unknownField = QT_TRANSLATE_NOOP("FieldProblem", "This proof has no such field.");

class SubjectCheck
{
public:
    SubjectCheck(const Recipe &recipe, const ProofRule &rule, const Subject &subject)
        : m_recipe(recipe)
        , m_rule(rule)
        , m_subject(subject)
    {
    }

    QList<FieldProblem> run()
    {
        checkFields();
        checkUnknownFields();
        checkCustomClaims();
        checkExpiry();
        return m_problems;
    }

private:
    void report(const QString &field, const char *text)
    {
        m_problems.append({field, {QString::fromLatin1(text), {}}});
    }

    void checkFields()
    {
        for (const QString &id : m_rule.fields) {
            FieldRule field = *m_recipe.visitorField(id);
            field.presence = presenceIn(m_rule, field);
            if (const auto problem = validateField(field, m_subject.fields.value(id))) {
                m_problems.append(*problem);
            }
        }
    }

    void checkUnknownFields()
    {
        for (const QString &id : m_subject.fields.keys()) {
            if (!m_rule.fields.contains(id) && !m_subject.fields.value(id).isEmpty()) {
                report(id, unknownField);
            }
        }
    }

    QSet<QString> ownNames() const
    {
        QSet<QString> names;
        if (const JwtRule *jwt = m_rule.jwt()) {
            for (const ClaimRule &claim : jwt->claims) {
                names.insert(claim.name);
            }
        }
        if (m_subject.expiresIn) {
            names.insert(u"exp"_s);
        }
        return names;
    }

    void checkCustomClaims()
    {
        const JwtRule *jwt = m_rule.jwt();
        QSet<QString> names = ownNames();
        for (const auto &[name, value] : m_subject.customClaims) {
            if (!jwt || jwt->customClaims == CustomClaims::Refused) {
                report(name, refused);
            } else if (name.trimmed().isEmpty()) {
                report(name, unnamed);
            } else if (!name.isValidUtf16()) {
                report(name, brokenName);
            } else if (names.contains(name)) {
                report(name, twice);
            }
            names.insert(name);
        }
    }

    void checkExpiry()
    {
        const JwtRule *jwt = m_rule.jwt();
        if (!m_subject.expiresIn) {
            if (jwt && jwt->expiration == Presence::Required) {
                report(u"exp"_s, expiryNeeded);
            }
        } else if (!jwt || jwt->expirySetting == ExpirySetting::Refused) {
            report(u"exp"_s, noExpiry);
        } else if (m_subject.expiresIn->count() <= 0) {
            report(u"exp"_s, pastExpiry);
        }
    }

    const Recipe &m_recipe;
    const ProofRule &m_rule;
    const Subject &m_subject;
    QList<FieldProblem> m_problems;
};

} // namespace

QList<FieldProblem> validateSubject(const Recipe &recipe, const ProofRule &rule, const Subject &subject)
{
    return SubjectCheck(recipe, rule, subject).run();
}

} // namespace countersign::recipes
