#pragma once

#include <QDateTime>

#include <chrono>

namespace countersign {

/// Seconds since 1970-01-01 UTC: the NumericDate of RFC 7519 and every time in the vault.
using Timestamp = std::chrono::sys_seconds;

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

/// A clock that stands still, for tests and for `--now`.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Timestamp now)
        : m_now(now)
    {
    }
    Timestamp now() const override { return m_now; }
    void setNow(Timestamp now) { m_now = now; }

private:
    Timestamp m_now;
};

QDateTime toDateTime(Timestamp time); ///< in UTC
Timestamp fromDateTime(const QDateTime &time);
/// "2026-11-20T23:00:00Z" (RFC 3339).
QString toRfc3339(Timestamp time);
/// "2 h 3 min", "12 days", "5 s": for sentences, always positive, at most two units.
QString describeDuration(std::chrono::seconds duration);

} // namespace countersign
