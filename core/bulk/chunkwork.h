#pragma once

#include "core/bulk/rowchecker.h"

#include <condition_variable>
#include <thread>

namespace countersign::bulk {

/// A chunk of a list on its way: cut, then read and checked, then handed on.
struct ChunkJob
{
    CsvChunk chunk;
    std::unique_ptr<CsvRows> rows;
    std::vector<OutcomeId> outcomes;
    std::size_t checked = 0; ///< how many of the rows have an outcome
    bool isDone = false;

    void run(RowChecker &checker, const RowShape &shape, const Pulse &pulse);
};

/// Threads that work on chunks. They end with the object; work under way ends when its pulse says so. Where
/// the system gives fewer than `count`, with those; where it gives none, within take().
class ChunkThreads final
{
public:
    ChunkThreads(int count, RowChecker &checker, const RowShape &shape, Pulse pulse);
    ~ChunkThreads();

    /// Takes part in the work from now on; kept until take() hands it back.
    void add(std::unique_ptr<ChunkJob> job);
    /// The oldest job, once it is done; null when it is not by then, or when there is none.
    std::unique_ptr<ChunkJob> take(std::chrono::milliseconds patience);
    /// How many were added and not taken back.
    std::size_t size() const;

private:
    void work();
    void workHere();

    RowChecker &m_checker;
    const RowShape &m_shape;
    Pulse m_pulse;
    mutable std::mutex m_mutex;
    std::condition_variable m_added;
    std::condition_variable m_done;
    std::deque<std::unique_ptr<ChunkJob>> m_jobs; ///< oldest first
    std::size_t m_started = 0;                    ///< how many of them a thread has taken
    bool m_isEnding = false;
    std::vector<std::thread> m_threads;
};

} // namespace countersign::bulk
