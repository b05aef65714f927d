#include "core/verify/claimrules.h"

#include "core/verify/claimdifference.h"
#include "core/verify/shownname_p.h"
#include "core/verify/template_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using recipes::ClaimRule;
using recipes::FieldRule;
using recipes::FieldType;

QString foldedName(const QString &name)
{
    QString folded = name.toLower();
    return folded.remove(u'_').remove(u'-').remove(u' ');
}

QString hintFor(const QString &unexpected)
{
    return unexpected == u"iat"
               ? QString::fromLatin1(QT_TRANSLATE_NOOP(
                     "CauseValue", " JWT libraries add it unless told not to (noTimestamp in jsonwebtoken)."))
               : QString();
}

class ClaimCheck
{
public:
    ClaimCheck(const recipes::Recipe &recipe, const recipes::JwtRule &rule, const JsonObject &claims,
               const ExpectedSubject &subject)
        : m_recipe(recipe)
        , m_rule(rule)
        , m_claims(claims)
        , m_subject(subject)
    {
    }

    QList<Cause> run()
    {
        for (const ClaimRule &claim : m_rule.claims) {
            const FieldRule *field = m_recipe.visitorField(claim.fieldId);
            if (const JsonValue *value = findMember(m_claims, claim.name); value && field) {
                checkValue(claim, *field, *value);
            } else if (!value && claim.presence == recipes::Presence::Required) {
                reportMissing(claim, field);
            }
        }
        if (m_rule.customClaims == recipes::CustomClaims::Refused) {
            reportUnexpected();
        }
        return m_causes;
    }

private:
    void add(CauseId id, const QString &claim, QMap<QString, QString> values = {})
    {
        values.insert(u"claim"_s, shownName(claim));
        m_causes.append({id, values, {}, {}});
    }

    bool isVisitorId(const FieldRule &field) const { return field.id == m_recipe.visitorIdField; }

    bool isRuled(const QString &name) const
    {
        return std::ranges::find(m_rule.claims, name, &ClaimRule::name) != m_rule.claims.end() ||
               (name == u"exp" && m_rule.expiration == recipes::Presence::Required);
    }

    /// A claim nobody asked for that is plainly meant for this one.
    const QString *misnamed(const ClaimRule &claim, const FieldRule *field) const
    {
        for (const auto &[name, value] : m_claims) {
            const bool sameName = foldedName(name) == foldedName(claim.name);
            const bool sameSubject = field && isVisitorId(*field) && value.asString() &&
                                     !identity().isEmpty() && *value.asString() == identity();
            if (!isRuled(name) && (sameName || sameSubject)) {
                return &name;
            }
        }
        return nullptr;
    }

    void reportMissing(const ClaimRule &claim, const FieldRule *field)
    {
        if (const QString *name = misnamed(claim, field)) {
            m_explained.append(*name);
            add(CauseId::ClaimName, claim.name, {{u"found"_s, shownName(*name)}});
        } else {
            add(CauseId::ClaimMissing, claim.name);
        }
    }

    void reportUnexpected()
    {
        QStringList expected;
        for (const ClaimRule &claim : m_rule.claims) {
            expected.append(u'"' + claim.name + u'"');
        }
        for (const auto &[name, value] : m_claims) {
            if (!isRuled(name) && !m_explained.contains(name)) {
                add(CauseId::ClaimUnexpected, name,
                    {{u"expected"_s, expected.join(u", ")}, {u"hint"_s, hintFor(name)}});
            }
        }
    }

    void reportType(const ClaimRule &claim, const JsonValue &value, const char *expected,
                    const QString &example)
    {
        add(CauseId::ClaimType, claim.name,
            {{u"found"_s, QString::fromLatin1(value.kindName())},
             {u"expected"_s, QString::fromLatin1(expected)},
             {u"example"_s, u"\"%1\": %2"_s.arg(claim.name, example)}});
    }

    void checkValue(const ClaimRule &claim, const FieldRule &field, const JsonValue &value)
    {
        switch (field.type) {
        case FieldType::Boolean:
            return checkBoolean(claim, field, value);
        case FieldType::UnixTime:
        case FieldType::Number:
            if (!value.isNumber()) {
                reportType(claim, value, QT_TRANSLATE_NOOP("CauseValue", "a number"), u"1790000000"_s);
            }
            return;
        default:
            checkText(claim, field, value);
        }
    }

    void checkBoolean(const ClaimRule &claim, const FieldRule &field, const JsonValue &value)
    {
        const bool *boolean = value.asBool();
        const bool mustBeTrue =
            claim.presence == recipes::Presence::Required && field.defaultValue == u"true";
        if (!boolean) {
            reportType(claim, value, QT_TRANSLATE_NOOP("CauseValue", "true or false"), u"true"_s);
        } else if (mustBeTrue && !*boolean) {
            add(CauseId::ClaimValue, claim.name, {{u"found"_s, u"false"_s}, {u"expected"_s, u"true"_s}});
        }
    }

    void checkText(const ClaimRule &claim, const FieldRule &field, const JsonValue &value)
    {
        const QString *text = value.asString();
        if (!text) {
            reportType(claim, value, QT_TRANSLATE_NOOP("CauseValue", "a text"), u"\"…\""_s);
            return;
        }
        if (text->isEmpty() && claim.presence == recipes::Presence::Required) {
            add(CauseId::ClaimValue, claim.name, {{u"found"_s, u"empty"_s}, {u"expected"_s, u"a text"_s}});
            return;
        }
        if (const QString found = unfilled(*text); !found.isEmpty()) {
            add(CauseId::ClaimNotFilledIn, claim.name, {{u"found"_s, found}});
        }
        if (isVisitorId(field)) {
            compareId(claim, *text);
        } else if (field.type == FieldType::Email && !m_subject.email.isEmpty() && *text != m_subject.email) {
            reportOther(claim, *text, SubjectKind::Email);
        }
    }

    /// What a text is that hardly anybody is called: a word for a missing value, a template, blanks.
    static QString unfilled(const QString &text)
    {
        static constexpr QStringView missing[] = {u"undefined",
                                                  u"null",
                                                  u"None",
                                                  u"nil",
                                                  u"NaN",
                                                  u"NULL",
                                                  u"Null",
                                                  u"nan",
                                                  u"<nil>",
                                                  u"[object Object]",
                                                  u"[object Promise]"};
        if (std::ranges::find(missing, QStringView(text)) != std::end(missing)) {
            return u"the word \"%1\", which stands for a missing value"_s.arg(text);
        }
        if (!text.isEmpty() && text.trimmed().isEmpty()) {
            return u"nothing but white space"_s;
        }
        return shownTemplate(text).isEmpty() ? QString() : u"a template: %1"_s.arg(shownTemplate(text));
    }

    /// Where the vendor's identifier may be an e-mail, support may have put it into the e-mail's field.
    void compareId(const ClaimRule &claim, const QString &text)
    {
        if (identity().isEmpty()) {
            add(CauseId::ClaimSubjectNotCompared, claim.name);
        } else if (text != identity()) {
            reportOther(claim, text, m_subject.userId.isEmpty() ? SubjectKind::Email : SubjectKind::UserId);
        }
    }

    const QString &identity() const
    {
        return m_subject.userId.isEmpty() ? m_subject.email : m_subject.userId;
    }

    void reportOther(const ClaimRule &claim, const QString &found, SubjectKind kind)
    {
        const bool isId = kind == SubjectKind::UserId;
        SubjectValues expected{kind,
                               isId ? m_subject.userId : m_subject.email,
                               isId ? m_subject.email : m_subject.userId,
                               {},
                               {}};
        for (const FieldRule &field : m_recipe.visitorFields) {
            expected.examples.append(field.example);
        }
        expected.examples.removeAll(QString());
        add(CauseId::ClaimSubjectMismatch, claim.name,
            {{u"subject"_s, subjectPhrase(kind)}, {u"difference"_s, claimDifference(found, expected)}});
    }

    const recipes::Recipe &m_recipe;
    const recipes::JwtRule &m_rule;
    const JsonObject &m_claims;
    const ExpectedSubject &m_subject;
    QList<Cause> m_causes;
    QStringList m_explained; ///< names already reported as misnamed
};

} // namespace

QList<Cause> checkClaimsOfRecipe(const recipes::Recipe &recipe, const recipes::JwtRule &rule,
                                 const JsonObject &claims, const ExpectedSubject &subject)
{
    return ClaimCheck(recipe, rule, claims, subject).run();
}

const recipes::FieldRule *identifyingField(const recipes::Recipe &recipe)
{
    return recipe.visitorField(recipe.visitorIdField);
}

} // namespace countersign::verify
