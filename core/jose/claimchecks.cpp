#include "core/jose/claimchecks.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

constexpr double largestSecond = 1e11; // the year 5138

/// What the failures of one time claim are called.
struct TimeClaim
{
    QString name;
    JwtFailure notANumber;
    JwtFailure inMilliseconds;
};

double toDouble(const JsonValue &number)
{
    if (const auto *integer = std::get_if<std::int64_t>(&number.data())) {
        return static_cast<double>(*integer);
    }
    if (const auto *integer = std::get_if<std::uint64_t>(&number.data())) {
        return static_cast<double>(*integer);
    }
    return std::get<double>(number.data());
}

QString timeText(double seconds)
{
    const double shown = std::clamp(std::floor(seconds), -largestSecond, largestSecond);
    return toRfc3339(Timestamp(std::chrono::seconds(static_cast<std::int64_t>(shown))));
}

QString durationText(double seconds)
{
    const double shown = std::min(std::floor(seconds), largestSecond);
    return describeDuration(std::chrono::seconds(static_cast<std::int64_t>(shown)));
}

/// Checks the times of one Claims Set against one moment.
class TimeChecks final
{
public:
    TimeChecks(const JsonObject &claims, const JwtExpectations &expectations, Timestamp now)
        : m_claims(claims)
        , m_expectations(expectations)
        , m_now(static_cast<double>(now.time_since_epoch().count()))
        , m_skew(static_cast<double>(expectations.clockSkew.count()))
    {
    }

    QList<JwtProblem> check();

private:
    std::optional<double> read(const TimeClaim &claim);
    void checkExpiration();
    void checkNotBefore();
    void checkIssuedAt();
    QString skewText() const;

    const JsonObject &m_claims;
    const JwtExpectations &m_expectations;
    double m_now;
    double m_skew;
    QList<JwtProblem> m_problems;
};

QList<JwtProblem> TimeChecks::check()
{
    checkExpiration();
    checkNotBefore();
    checkIssuedAt();
    return std::move(m_problems);
}

/// The claim in seconds; nothing when it is absent or, with a problem noted, unusable.
std::optional<double> TimeChecks::read(const TimeClaim &claim)
{
    const JsonValue *value = findMember(m_claims, claim.name);
    if (!value) {
        return std::nullopt;
    }
    if (!value->isNumber()) {
        m_problems.append({claim.notANumber, u"%1 is %2, not a number"_s.arg(
                                                 claim.name, QLatin1StringView(value->kindName()))});
        return std::nullopt;
    }
    const double seconds = toDouble(*value);
    if (seconds > largestSecond) {
        m_problems.append(
            {claim.inMilliseconds, u"%1 is not in seconds; in milliseconds it would be %2"_s.arg(
                                       claim.name, timeText(seconds / 1000))});
        return std::nullopt;
    }
    return seconds;
}

void TimeChecks::checkExpiration()
{
    if (!findMember(m_claims, u"exp") && m_expectations.missingExpiration == MissingExpiration::Refused) {
        m_problems.append({JwtFailure::ExpirationMissing, u"no exp: the token would be valid for ever"_s});
    }
    const auto expires =
        read({u"exp"_s, JwtFailure::ExpirationNotANumber, JwtFailure::ExpirationInMilliseconds});
    if (!expires || m_now < *expires + m_skew) {
        return;
    }
    const double ago = m_now - *expires;
    const QString when = ago < 1 ? u"expires exactly now"_s : u"expired %1 ago"_s.arg(durationText(ago));
    m_problems.append({JwtFailure::Expired, u"%1, at %2%3"_s.arg(when, timeText(*expires), skewText())});
}

void TimeChecks::checkNotBefore()
{
    const auto begins =
        read({u"nbf"_s, JwtFailure::NotBeforeNotANumber, JwtFailure::NotBeforeInMilliseconds});
    if (begins && m_now + m_skew < *begins) {
        m_problems.append({JwtFailure::NotYetValid,
                           u"valid in %1, from %2%3"_s.arg(durationText(std::ceil(*begins - m_now)),
                                                           timeText(*begins), skewText())});
    }
}

void TimeChecks::checkIssuedAt()
{
    const auto issued = read({u"iat"_s, JwtFailure::IssuedAtNotANumber, JwtFailure::IssuedAtInMilliseconds});
    if (issued && m_now + m_skew < *issued) {
        m_problems.append({JwtFailure::IssuedInFuture,
                           u"issued %1 ahead of this clock, at %2%3"_s.arg(
                               durationText(std::ceil(*issued - m_now)), timeText(*issued), skewText())});
    }
}

QString TimeChecks::skewText() const
{
    return m_skew > 0 ? u" (clock skew %1)"_s.arg(describeDuration(m_expectations.clockSkew)) : QString();
}

/// The audiences, or nothing when `aud` is neither a string nor an array of strings.
std::optional<QStringList> audiencesOf(const JsonValue &value)
{
    if (value.asString()) {
        return QStringList{*value.asString()};
    }
    if (!value.asArray()) {
        return std::nullopt;
    }
    QStringList audiences;
    for (const JsonValue &entry : *value.asArray()) {
        if (!entry.asString()) {
            return std::nullopt;
        }
        audiences << *entry.asString();
    }
    return audiences;
}

} // namespace

QList<JwtProblem> checkTimes(const JsonObject &claims, const JwtExpectations &expectations, Timestamp now)
{
    return TimeChecks(claims, expectations, now).check();
}

QList<JwtProblem> checkIssuer(const JsonObject &claims, const JwtExpectations &expectations)
{
    if (!expectations.issuer) {
        return {};
    }
    const JsonValue *issuer = findMember(claims, u"iss");
    if (!issuer) {
        return {{JwtFailure::IssuerMissing, u"no iss; expected \"%1\""_s.arg(*expectations.issuer)}};
    }
    if (*issuer == JsonValue(*expectations.issuer)) {
        return {};
    }
    const QString found =
        issuer->asString() ? u"\"%1\""_s.arg(*issuer->asString()) : QString::fromLatin1(issuer->kindName());
    return {{JwtFailure::IssuerMismatch, u"iss is %1; expected \"%2\""_s.arg(found, *expectations.issuer)}};
}

QList<JwtProblem> checkAudience(const JsonObject &claims, const JwtExpectations &expectations)
{
    const JsonValue *value = findMember(claims, u"aud");
    if (!value && !expectations.audience) {
        return {};
    }
    if (!value) {
        return {{JwtFailure::AudienceMissing, u"no aud; expected \"%1\""_s.arg(*expectations.audience)}};
    }
    if (!expectations.audience) {
        return {{JwtFailure::AudienceUnexpected, u"the token is for an audience, and none is expected"_s}};
    }
    const auto audiences = audiencesOf(*value);
    if (!audiences) {
        return {{JwtFailure::AudienceMismatch, u"aud is neither a string nor an array of strings"_s}};
    }
    if (!audiences->contains(*expectations.audience)) {
        return {{JwtFailure::AudienceMismatch, u"aud is \"%1\"; expected \"%2\""_s.arg(
                                                   audiences->join(u"\", \""_s), *expectations.audience)}};
    }
    return {};
}

} // namespace countersign::jose
