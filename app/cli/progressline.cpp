#include "app/cli/progressline.h"

#include "core/base/clock.h"

#include <QLocale>

#include <algorithm>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr int barWidth = 20;
constexpr int standardError = 2;

bool isTerminal(int descriptor)
{
#ifdef Q_OS_WIN
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) == 1;
#endif
}

QString number(quint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

QString bar(double share)
{
    const int filled = static_cast<int>(share * barWidth);
    return u'[' + QString(filled, u'#') + QString(barWidth - filled, u'.') + u']';
}

} // namespace

QString progressText(quint64 rows, quint64 bytes, std::optional<quint64> totalBytes,
                     std::chrono::milliseconds elapsed)
{
    const double seconds = std::max(0.001, std::chrono::duration<double>(elapsed).count());
    const QString rate = u"%1 rows, %2 rows/s"_s.arg(
        number(rows), number(static_cast<quint64>(static_cast<double>(rows) / seconds)));
    if (!totalBytes || *totalBytes == 0) {
        return rate;
    }
    const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(*totalBytes));
    QString text = u"%1 %2 %, %3"_s.arg(bar(share)).arg(static_cast<int>(share * 100), 3).arg(rate);
    if (share > 0.01) {
        const auto left = static_cast<std::int64_t>(seconds * (1 - share) / share);
        text += u", %1 left"_s.arg(describeDuration(std::chrono::seconds{left}));
    }
    return text;
}

ProgressLine::ProgressLine(std::optional<quint64> totalBytes)
    : m_totalBytes(totalBytes)
{
    if (isTerminal(standardError)) {
        m_terminal.open(standardError, QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
}

void ProgressLine::show(quint64 rows, quint64 bytes, std::chrono::milliseconds elapsed)
{
    if (m_terminal.isOpen()) {
        overwrite(progressText(rows, bytes, m_totalBytes, elapsed));
        m_isShown = true;
    }
}

void ProgressLine::clear()
{
    if (std::exchange(m_isShown, false)) {
        overwrite({});
        m_terminal.write("\r");
    }
}

/// In place of the line before.
void ProgressLine::overwrite(const QString &text)
{
    constexpr qsizetype width = 79;
    m_terminal.write('\r' + text.left(width).leftJustified(width).toUtf8());
}

} // namespace countersign::cli
