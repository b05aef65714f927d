#include "core/bulk/listverification.h"

#include "core/bulk/chunkwork.h"

namespace countersign::bulk {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds progressInterval{100};
constexpr quint64 fewLines = 5; ///< enough to go and look

/// One run: what was handed on so far, and when progress was last told.
class ListRun final
{
public:
    ListRun(const ListRequest &request, const ListObserver &observer, const std::atomic<bool> &cancelled)
        : m_observer(observer)
        , m_cancelled(cancelled)
        , m_line(1 + static_cast<quint64>(request.shape.dialect.preambleLines))
    {
    }

    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    /// For the pulse of any thread.
    void count(std::size_t rows) { m_rowsUnderWay.fetch_add(rows, std::memory_order_relaxed); }

    void tellProgress()
    {
        const auto now = SteadyClock::now();
        if (now - m_told >= progressInterval && m_observer.progress) {
            m_told = now;
            m_observer.progress({m_rowsUnderWay.load(std::memory_order_relaxed), m_totals.bytes, elapsed()});
        }
    }

    /// Hands a chunk's rows on. What was not checked, because the run was cancelled, is left out.
    Result<void> deliver(ChunkJob &job, const OutcomeTable &outcomes)
    {
        m_line += static_cast<quint64>(job.chunk.lineBreaksBefore);
        const std::span texts(job.rows->rows().data(), job.checked);
        m_results.clear();
        for (std::size_t at = 0; at < texts.size(); ++at) {
            const RowText &row = texts[at];
            m_results.push_back(
                {job.chunk.offset + row.offset, m_line + row.line, row.size, job.outcomes[at]});
            countOutcome(job.outcomes[at], m_line + row.line);
        }
        m_line += job.rows->lineBreaks();
        m_totals.rows += texts.size();
        m_totals.bytes += job.chunk.bytes.size();
        return m_observer.take ? m_observer.take({m_results, texts, outcomes}) : Result<void>();
    }

    ListTotals totals(int searches)
    {
        m_totals.searches = searches;
        m_totals.elapsed = elapsed();
        m_totals.isCancelled = isCancelled();
        return std::move(m_totals);
    }

private:
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - m_start);
    }

    void countOutcome(OutcomeId id, quint64 line)
    {
        if (id >= m_totals.byOutcome.size()) {
            m_totals.byOutcome.resize(id + 1);
            m_totals.firstLines.resize(id + 1);
        }
        if (m_totals.byOutcome[id]++ < fewLines) {
            m_totals.firstLines[id].push_back(line);
        }
    }

    const ListObserver &m_observer;
    const std::atomic<bool> &m_cancelled;
    SteadyClock::time_point m_start = SteadyClock::now();
    SteadyClock::time_point m_told = m_start;
    std::atomic<quint64> m_rowsUnderWay{0};
    quint64 m_line;
    std::vector<RowResult> m_results;
    ListTotals m_totals;
};

} // namespace

struct ListVerification::Private
{
    Private(const recipes::Recipe &recipe, const recipes::Property &property,
            std::vector<verify::CandidateKey> keys, const Clock &clock, ListRequest theRequest,
            verify::OtherProperties others)
        : request(std::move(theRequest))
        , checker(recipe, property, std::move(keys), std::move(others), clock, request.proofRule,
                  request.clockSkew, request.sample)
    {
    }

    ListRequest request;
    RowChecker checker;

    Result<void> runHere(CsvChunks &chunks, ListRun &run);
    Result<void> runOnThreads(CsvChunks &chunks, ListRun &run);
};

/// On the calling thread alone.
Result<void> ListVerification::Private::runHere(CsvChunks &chunks, ListRun &run)
{
    const Pulse pulse = [&run](std::size_t rows) {
        run.count(rows);
        run.tellProgress();
        return run.isCancelled() ? GoOn::No : GoOn::Yes;
    };
    while (!run.isCancelled()) {
        auto chunk = chunks.next();
        if (!chunk) {
            return std::unexpected(chunk.error());
        }
        if (!*chunk) {
            break;
        }
        ChunkJob job;
        job.chunk = **std::move(chunk);
        job.run(checker, request.shape, pulse);
        if (auto taken = run.deliver(job, checker.outcomes()); !taken) {
            return taken;
        }
    }
    return {};
}

/// The calling thread cuts and hands on; the others read and check.
Result<void> ListVerification::Private::runOnThreads(CsvChunks &chunks, ListRun &run)
{
    std::atomic<bool> isStopped{false};
    const auto stop = [&](Result<void> reason) {
        isStopped = true;
        return reason;
    };
    ChunkThreads threads(request.threads, checker, request.shape, [&](std::size_t rows) {
        run.count(rows);
        return isStopped || run.isCancelled() ? GoOn::No : GoOn::Yes;
    });
    const auto mostUnderWay = static_cast<std::size_t>(request.threads) + 2;
    bool isAtEnd = false;
    while (!isAtEnd || threads.size() > 0) {
        isAtEnd = isAtEnd || run.isCancelled();
        if (!isAtEnd && threads.size() < mostUnderWay) {
            auto chunk = chunks.next();
            if (!chunk) {
                return stop(std::unexpected(chunk.error()));
            }
            isAtEnd = !chunk->has_value();
            if (*chunk) {
                auto job = std::make_unique<ChunkJob>();
                job->chunk = **std::move(chunk);
                threads.add(std::move(job));
            }
            continue;
        }
        if (const auto job = threads.take(progressInterval)) {
            if (auto taken = run.deliver(*job, checker.outcomes()); !taken) {
                return stop(std::move(taken));
            }
        }
        run.tellProgress();
    }
    return {};
}

ListVerification::ListVerification(const recipes::Recipe &recipe, const recipes::Property &property,
                                   std::vector<verify::CandidateKey> keys, const Clock &clock,
                                   ListRequest request, verify::OtherProperties others)
    : d(std::make_unique<Private>(recipe, property, std::move(keys), clock, std::move(request),
                                  std::move(others)))
{
}

ListVerification::~ListVerification() = default;

Result<ListTotals> ListVerification::run(ByteSource source, const ListObserver &observer,
                                         const std::atomic<bool> &cancelled)
{
    const CsvDialect &dialect = d->request.shape.dialect;
    CsvChunks chunks(std::move(source), dialect.delimiter, static_cast<std::size_t>(dialect.preambleSize),
                     d->request.chunkSize);
    ListRun run(d->request, observer, cancelled);
    const auto done = d->request.threads > 1 ? d->runOnThreads(chunks, run) : d->runHere(chunks, run);
    if (!done) {
        return std::unexpected(done.error());
    }
    return run.totals(d->checker.searches());
}

const OutcomeTable &ListVerification::outcomes() const
{
    return d->checker.outcomes();
}

} // namespace countersign::bulk
