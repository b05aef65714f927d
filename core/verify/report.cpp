#include "core/verify/report.h"

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr auto context = "Report";

QString maskedPart(const QString &part)
{
    if (part.size() < 5) {
        return part.left(1) + u'…';
    }
    return part.size() < 8 ? part.left(1) + u'…' + part.right(1) : part.left(2) + u'…' + part.right(2);
}

QString maskedEmail(const QString &email)
{
    const QString domain = email.section(u'@', -1);
    const QString ending = domain.contains(u'.') ? u'.' + domain.section(u'.', -1) : QString();
    return email.left(1) + u"…@"_s + domain.left(1) + u'…' + ending;
}

/// One line of a Markdown table: nothing in it may end the cell or the line.
QString cell(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).replace(u'`', u"\\`"_s);
    return text.simplified();
}

class Report
{
public:
    explicit Report(const Translate &translate)
        : m_translate(translate)
    {
    }

    QString say(const char *text) const { return m_translate(context, text); }

    void line(const QString &text) { m_text += text + u'\n'; }

    void row(const char *name, const QString &value)
    {
        if (!value.isEmpty()) {
            line(u"| %1 | %2 |"_s.arg(say(name), cell(value)));
        }
    }

    const QString &text() const { return m_text; }

private:
    const Translate &m_translate;
    QString m_text;
};

QString placeOf(const recipes::Recipe &recipe, const recipes::Property &property)
{
    QStringList facts{recipe.vendor, property.environment, property.platform};
    facts.removeAll(QString());
    return property.name + u" ("_s + facts.join(u", ") + u')';
}

QString keyOf(const Verdict &verdict, const Report &report)
{
    if (!verdict.keyVersion) {
        return report.say(QT_TRANSLATE_NOOP("Report", "none of this property's"));
    }
    return report.say(QT_TRANSLATE_NOOP("Report", "version %1")).arg(*verdict.keyVersion) +
           (verdict.keyFingerprint.isEmpty() ? QString() : u", "_s + verdict.keyFingerprint);
}

QString clockOf(const Verdict &verdict, const Report &report)
{
    return report.say(QT_TRANSLATE_NOOP("Report", "%1, clock skew %2 s"))
        .arg(toRfc3339(verdict.checkedAt))
        .arg(verdict.clockSkew.count());
}

void addFacts(Report &report, const Verdict &verdict, const VerificationRequest &request,
              const recipes::Recipe &recipe, const recipes::Property &property, const Translate &translate)
{
    report.line(u"| | |"_s);
    report.line(u"|---|---|"_s);
    report.row(QT_TRANSLATE_NOOP("Report", "Property"), placeOf(recipe, property));
    report.row(QT_TRANSLATE_NOOP("Report", "Checked"), clockOf(verdict, report));
    report.row(QT_TRANSLATE_NOOP("Report", "Key"), keyOf(verdict, report));
    report.row(QT_TRANSLATE_NOOP("Report", "Algorithm"), verdict.algorithm);
    report.row(QT_TRANSLATE_NOOP("Report", "User id"), masked(request.userId));
    report.row(QT_TRANSLATE_NOOP("Report", "E-mail"), masked(request.email));
    report.row(QT_TRANSLATE_NOOP("Report", "Value"), describeProofForm(request.proof, translate));
    report.row(QT_TRANSLATE_NOOP("Report", "Tried"), searchSummary(verdict, translate));
}

void addCauses(Report &report, const Verdict &verdict, const Translate &translate)
{
    for (const Cause &cause : verdict.causes) {
        report.line({});
        report.line(u"- **`%1`** %2. %3"_s.arg(causeCode(cause.id), causeTitle(cause, translate),
                                               causeSentence(cause, translate)));
        report.line(u"  "_s + causeRemedy(cause, translate));
    }
}

} // namespace

QString masked(const QString &identifier)
{
    const QString text = identifier.trimmed();
    if (text.isEmpty()) {
        return {};
    }
    return text.contains(u'@') ? maskedEmail(text) : maskedPart(text);
}

QString reportMarkdown(const Verdict &verdict, const VerificationRequest &request,
                       const recipes::Recipe &recipe, const recipes::Property &property,
                       const Translate &translate)
{
    Report report(translate);
    report.line(u"**%1**"_s.arg(headline(verdict, translate)));
    report.line({});
    addFacts(report, verdict, request, recipe, property, translate);
    addCauses(report, verdict, translate);
    report.line({});
    report.line(
        report.say(QT_TRANSLATE_NOOP("Report", "Made with Countersign. This report holds no key, no hash or "
                                               "token, and no whole identifier.")));
    return report.text();
}

} // namespace countersign::verify
