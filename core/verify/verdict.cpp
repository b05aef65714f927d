#include "core/verify/verdict.h"

#include "core/verify/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

JsonValue numberOrNull(std::optional<int> number)
{
    return number ? JsonValue(*number) : JsonValue();
}

JsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? JsonValue() : JsonValue(text);
}

JsonValue causeToJson(const Cause &cause)
{
    return JsonObject{
        {u"id"_s, causeCode(cause.id)},
        {u"text"_s, causeSentence(cause)},
        {u"remedy"_s, causeRemedy(cause)},
        {u"keyVersion"_s, numberOrNull(cause.keyVersion)},
        {u"property"_s, textOrNull(cause.property)},
    };
}

} // namespace

bool Verdict::has(CauseId id) const
{
    return std::ranges::any_of(causes, [id](const Cause &cause) { return cause.id == id; });
}

QString verdictName(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Verified:
        return u"verified"_s;
    case VerdictKind::Failed:
        return u"failed"_s;
    case VerdictKind::NotVerified:
        return u"not verified"_s;
    case VerdictKind::Unsupported:
        return u"unsupported"_s;
    }
    Q_UNREACHABLE();
}

JsonObject verdictToJson(const Verdict &verdict)
{
    JsonArray causes;
    for (const Cause &cause : verdict.causes) {
        causes.append(causeToJson(cause));
    }
    return {
        {u"verdict"_s, verdictName(verdict.kind)},
        {u"property"_s, textOrNull(verdict.property)},
        {u"keyVersion"_s, numberOrNull(verdict.keyVersion)},
        {u"alg"_s, textOrNull(verdict.algorithm)},
        {u"checkedAt"_s, toRfc3339(verdict.checkedAt)},
        {u"clockSkew"_s, JsonValue(std::int64_t{verdict.clockSkew.count()})},
        {u"causes"_s, causes},
    };
}

} // namespace countersign::verify
