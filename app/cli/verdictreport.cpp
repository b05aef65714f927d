#include "app/cli/verdictreport.h"

#include "core/verify/wording.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

QStringList linesOf(const verify::Cause &cause)
{
    const QString code = verify::causeCode(cause.id);
    return {{},
            u"%1: %2"_s.arg(code, verify::causeTitle(cause)),
            u"  "_s + verify::causeSentence(cause),
            u"  What to do: "_s + verify::causeRemedy(cause)};
}

QString heading(const verify::Verdict &verdict)
{
    QStringList parts;
    if (!verdict.property.isEmpty()) {
        parts.append(verdict.property);
    }
    if (verdict.keyVersion) {
        parts.append(u"key version %1"_s.arg(*verdict.keyVersion));
    }
    if (!verdict.algorithm.isEmpty()) {
        parts.append(verdict.algorithm);
    }
    if (verdict.clockSkew.count() > 0) {
        parts.append(u"clock skew %1 s"_s.arg(verdict.clockSkew.count()));
    }
    const QString name = verify::verdictName(verdict.kind);
    return parts.isEmpty() ? name : u"%1 (%2)"_s.arg(name, parts.join(u", "_s));
}

} // namespace

ExitCode reportVerdict(Session &session, const verify::Verdict &verdict)
{
    QStringList lines{heading(verdict)};
    const QString made = verify::madeWith(verdict);
    if (!made.isEmpty() && !verdict.property.isEmpty()) {
        lines.append(made);
    }
    lines += linesOf(verdict.causes);
    session.print(verify::verdictToJson(verdict), lines);
    return exitCodeFor(verdict.kind);
}

QStringList linesOf(const QList<verify::Cause> &causes)
{
    QStringList lines;
    for (const verify::Cause &cause : causes) {
        lines += linesOf(cause);
    }
    return lines;
}

QStringList verdictJsonKeys()
{
    return {u"verdict"_s,   u"property"_s,  u"keyVersion"_s, u"alg"_s,
            u"checkedAt"_s, u"clockSkew"_s, u"causes"_s};
}

} // namespace countersign::cli
