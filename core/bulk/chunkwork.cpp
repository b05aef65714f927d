#include "core/bulk/chunkwork.h"

#include <system_error>

namespace countersign::bulk {

void ChunkJob::run(RowChecker &checker, const RowShape &shape, const Pulse &pulse)
{
    rows = std::make_unique<CsvRows>(chunk, shape);
    outcomes.resize(rows->rows().size());
    checked = checker.check(rows->rows(), outcomes, pulse);
}

ChunkThreads::ChunkThreads(int count, RowChecker &checker, const RowShape &shape, Pulse pulse)
    : m_checker(checker)
    , m_shape(shape)
    , m_pulse(std::move(pulse))
{
    for (int i = 0; i < count; ++i) {
        try {
            m_threads.emplace_back([this] { work(); });
        } catch (const std::system_error &) { // no more threads for this process
            break;
        }
    }
}

ChunkThreads::~ChunkThreads()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_added.notify_all();
    for (std::thread &thread : m_threads) {
        thread.join();
    }
}

void ChunkThreads::add(std::unique_ptr<ChunkJob> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_added.notify_one();
}

std::unique_ptr<ChunkJob> ChunkThreads::take(std::chrono::milliseconds patience)
{
    if (m_threads.empty()) {
        workHere();
    }
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return !m_jobs.empty() && m_jobs.front()->isDone; };
    if (!m_done.wait_for(lock, patience, isReady)) {
        return nullptr;
    }
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    --m_started;
    return job;
}

std::size_t ChunkThreads::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_jobs.size();
}

void ChunkThreads::workHere()
{
    if (m_started < m_jobs.size()) {
        ChunkJob &job = *m_jobs[m_started++];
        job.run(m_checker, m_shape, m_pulse);
        job.isDone = true;
    }
}

void ChunkThreads::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_added.wait(lock, [this] { return m_isEnding || m_started < m_jobs.size(); });
        if (m_isEnding) {
            return;
        }
        ChunkJob *job = m_jobs[m_started++].get();
        lock.unlock();
        job->run(m_checker, m_shape, m_pulse);
        lock.lock();
        job->isDone = true;
        m_done.notify_one();
    }
}

} // namespace countersign::bulk
