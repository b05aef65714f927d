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

/// Text for one line of Markdown, or one cell of a table: a name out of somebody's token is shown, not
/// obeyed, be it a picture, a link, HTML or a line of its own.
QString escaped(const QString &text)
{
    QString plain;
    for (const QChar c : text.simplified()) {
        if (u"\\`*_[]<>|#"_s.contains(c)) {
            plain += u'\\';
        }
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format) {
            plain += c;
        }
    }
    return plain;
}

/// The last look over a report: what names and details out of an untrusted token may have carried in. No
/// eight characters in a row of an identifier or of the value pass.
class Scrub
{
public:
    Scrub(const VerificationRequest &request, const Verdict &verdict)
    {
        m_texts = {request.userId, request.email};
        if (!verdict.has(CauseId::NotAProofPlaceholder)) { // a word that everybody's samples have
            m_texts.append(request.proof);
        }
    }

    QString applyTo(QString text) const
    {
        for (const QString &secret : m_texts) {
            removePieces(text, secret.left(longest));
        }
        return text;
    }

    JsonValue applyTo(const JsonValue &value) const
    {
        if (const QString *text = value.asString()) {
            return applyTo(*text);
        }
        if (const JsonArray *array = value.asArray()) {
            JsonArray scrubbed;
            for (const JsonValue &item : *array) {
                scrubbed.append(applyTo(item));
            }
            return scrubbed;
        }
        if (const JsonObject *object = value.asObject()) {
            JsonObject scrubbed = *object;
            for (auto &member : scrubbed) {
                member.second = applyTo(member.second);
            }
            return scrubbed;
        }
        return value;
    }

private:
    static constexpr qsizetype piece = 8;
    static constexpr qsizetype longest = 4096;

    static void removePieces(QString &text, const QString &secret)
    {
        for (qsizetype at = 0; at + piece <= secret.size(); ++at) {
            const QString part = secret.sliced(at, piece);
            if (text.contains(part)) {
                text.replace(part, u"…"_s);
            }
        }
    }

    QStringList m_texts;
};

class Report
{
public:
    Report(const Translate &translate, const Scrub &scrub)
        : m_translate(translate)
        , m_scrub(scrub)
    {
    }

    QString say(const char *text) const { return m_translate(context, text); }
    /// What was put together, before it is escaped: the marks must not hide a piece of an identifier.
    QString plain(const QString &text) const { return escaped(m_scrub.applyTo(text)); }

    void line(const QString &text) { m_text += text + u'\n'; }

    void row(const char *name, const QString &value)
    {
        if (!value.isEmpty()) {
            line(u"| %1 | %2 |"_s.arg(say(name), plain(value)));
        }
    }

    const QString &text() const { return m_text; }

private:
    const Translate &m_translate;
    const Scrub &m_scrub;
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
        report.line(u"- **`%1`** %2. %3"_s.arg(causeCode(cause.id),
                                               report.plain(causeTitle(cause, translate)),
                                               report.plain(causeSentence(cause, translate))));
        report.line(u"  "_s + report.plain(causeRemedy(cause, translate)));
    }
}

} // namespace

ReportFormat reportFormatFor(const QString &fileName)
{
    return fileName.endsWith(".json"_L1, Qt::CaseInsensitive) ? ReportFormat::Json : ReportFormat::Markdown;
}

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
    const Scrub scrub(request, verdict);
    Report report(translate, scrub);
    report.line(u"**%1**"_s.arg(report.plain(headline(verdict, translate))));
    report.line({});
    addFacts(report, verdict, request, recipe, property, translate);
    addCauses(report, verdict, translate);
    report.line({});
    report.line(
        report.say(QT_TRANSLATE_NOOP("Report", "Made with Countersign. This report holds no key, no hash or "
                                               "token, and no whole identifier.")));
    return scrub.applyTo(report.text());
}

JsonObject reportJson(const Verdict &verdict, const VerificationRequest &request,
                      const recipes::Recipe &recipe, const recipes::Property &property)
{
    JsonObject report{{u"headline"_s, headline(verdict)}, {u"vendor"_s, recipe.vendor}};
    report += verdictToJson(verdict);
    report += JsonObject{
        {u"environment"_s, property.environment},
        {u"platform"_s, property.platform},
        {u"keyFingerprint"_s, verdict.keyFingerprint},
        {u"userId"_s, masked(request.userId)},
        {u"email"_s, masked(request.email)},
        {u"value"_s, describeProofForm(request.proof)},
        {u"hypothesesTried"_s, verdict.hypothesesTried},
        {u"keyVersionsTried"_s, verdict.keyVersionsTried},
        {u"otherPropertiesTried"_s, verdict.otherPropertiesTried},
        {u"otherKeyVersionsTried"_s, verdict.otherKeyVersionsTried},
        {u"knownMistakesTried"_s, verdict.mistakesTried},
        {u"searchMicroseconds"_s, JsonValue(std::int64_t{verdict.searchTime.count()})},
    };
    return *Scrub(request, verdict).applyTo(JsonValue(report)).asObject();
}

} // namespace countersign::verify
