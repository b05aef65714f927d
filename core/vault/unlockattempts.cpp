#include "core/vault/unlockattempts.h"

#include "core/base/files.h"
#include "core/crypto/digest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::vault {

namespace {

constexpr int freeAttempts = 3;
constexpr auto longestDelay = 60s;
constexpr qsizetype longestFile = 64;

/// Of the file itself, so that another name for it counts on.
QString fileNameFor(const QString &vaultPath)
{
    const QFileInfo file(vaultPath);
    const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    const QByteArray name = crypto::digest(crypto::HashAlgorithm::Sha256, bytesOf(path.toUtf8()));
    return u"attempts-"_s + QString::fromLatin1(name.first(16).toHex());
}

} // namespace

UnlockAttempts::UnlockAttempts(const QString &folder, const QString &vaultPath)
    : m_file(folder.isEmpty() ? QString() : folder + u'/' + fileNameFor(vaultPath))
{
}

std::chrono::seconds UnlockAttempts::delayAfter(int failures)
{
    if (failures <= freeAttempts) {
        return 0s;
    }
    const int doublings = std::min(failures - freeAttempts - 1, 10);
    return std::min<std::chrono::seconds>(1s * (1 << doublings), longestDelay);
}

UnlockAttempts::Count UnlockAttempts::read() const
{
    const auto content =
        m_file.isEmpty() ? QByteArray() : readFile(m_file, longestFile).value_or(QByteArray());
    const QByteArrayList numbers = content.trimmed().split(' ');
    if (numbers.size() != 2) {
        return {};
    }
    return {std::max(0, numbers[0].toInt()), Timestamp(std::chrono::seconds(numbers[1].toLongLong()))};
}

std::chrono::seconds UnlockAttempts::waitFrom(Timestamp now) const
{
    const Count count = read();
    const std::chrono::seconds delay = delayAfter(count.failures);
    return std::clamp<std::chrono::seconds>(count.last - now + delay, 0s, delay);
}

void UnlockAttempts::noteFailure(Timestamp now) const
{
    if (m_file.isEmpty() || !QDir().mkpath(QFileInfo(m_file).path())) {
        return;
    }
    const int count = std::min(read().failures, 1'000'000) + 1;
    const QByteArray content =
        QByteArray::number(count) + ' ' + QByteArray::number(qint64{now.time_since_epoch().count()}) + '\n';
    // Not worth failing over: what went wrong with the try itself is what is told.
    [[maybe_unused]] const auto written =
        writeFile(m_file, bytesOf(content), FileAccess::OwnerOnly, Overwrite::Yes);
}

void UnlockAttempts::noteSuccess() const
{
    if (!m_file.isEmpty()) {
        QFile::remove(m_file);
    }
}

} // namespace countersign::vault
