#include "ui/actions/keyring.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

/// Where it lies and not in a copy of its own, so that whoever shares the bytes has zeros, too.
void wipeShared(const QByteArray &bytes)
{
    auto *data = const_cast<char *>(bytes.constData());
    wipe({reinterpret_cast<unsigned char *>(data), static_cast<std::size_t>(bytes.size())});
}

KeyringError errorOf(const QKeychain::Job &job)
{
    return {job.error() == QKeychain::EntryNotFound ? KeyringProblem::NothingKept
                                                    : KeyringProblem::Unavailable,
            job.errorString()};
}

KeyringResult<void> resultOf(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoError ? KeyringResult<void>() : std::unexpected(errorOf(job));
}

template<typename Job>
Job *makeJob(const QString &vaultId)
{
    auto *job = new Job(u"Countersign"_s);
    job->setKey(u"vault "_s + vaultId);
    job->setInsecureFallback(false); // a file in plain text is no keyring
    return job;
}

} // namespace

bool hasKeyringSupport()
{
    return true;
}

void readKeyringKey(const QString &vaultId, QObject *context,
                    std::function<void(KeyringResult<SecretBytes>)> done)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(vaultId);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() != QKeychain::NoError) {
            done(std::unexpected(errorOf(*job)));
            return;
        }
        const QByteArray bytes = job->binaryData();
        SecretBytes key = SecretBytes::copyOf(bytesOf(bytes));
        wipeShared(bytes);
        done(std::move(key));
    });
    job->start();
}

void storeKeyringKey(const QString &vaultId, const SecretBytes &key, QObject *context,
                     std::function<void(const KeyringResult<void> &)> done)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(vaultId);
    const QByteArray bytes = viewOf(key.bytes()).toByteArray();
    job->setBinaryData(bytes);
    QObject::connect(job, &QKeychain::Job::finished, job, [bytes] { wipeShared(bytes); });
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, done = std::move(done)] { done(resultOf(*job)); });
    job->start();
}

void removeKeyringKey(const QString &vaultId, QObject *context,
                      std::function<void(const KeyringResult<void> &)> done)
{
    auto *job = makeJob<QKeychain::DeletePasswordJob>(vaultId);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const bool wasNone = job->error() == QKeychain::EntryNotFound;
        done(wasNone ? KeyringResult<void>() : resultOf(*job));
    });
    job->start();
}

} // namespace countersign::ui
