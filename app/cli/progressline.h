#pragma once

#include <QFile>
#include <QString>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace countersign::cli {

/// A line on a terminal's standard error that says how far a long piece of work is; nothing anywhere else.
class ProgressLine final
{
public:
    /// `totalBytes`: nothing when it is not known.
    explicit ProgressLine(std::optional<quint64> totalBytes);
    ~ProgressLine() { clear(); }
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(quint64 rows, quint64 bytes, std::chrono::milliseconds elapsed);
    void clear();

private:
    void overwrite(const QString &text);

    QFile m_terminal; ///< open only where standard error is one
    std::optional<quint64> m_totalBytes;
    bool m_isShown = false;
};

/// "[#####.....]  45 %, 451,000 rows, 902,000 rows/s, 3 s left": what the line says.
QString progressText(quint64 rows, quint64 bytes, std::optional<quint64> totalBytes,
                     std::chrono::milliseconds elapsed);

} // namespace countersign::cli
