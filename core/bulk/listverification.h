#pragma once

#include "core/bulk/causefinder.h"
#include "core/bulk/csvrows.h"
#include "core/bulk/outcome.h"

#include <atomic>

namespace countersign::bulk {

/// What is to be verified, and how the list is read.
struct ListRequest
{
    RowShape shape;
    QString proofRule; ///< empty: for each row the recipe's first whose form fits
    std::chrono::seconds clockSkew{0};
    int threads = 1;
    int sample = CauseFinder::usualSample; ///< unexplained rows searched in full before fewer are
    std::size_t chunkSize = CsvChunks::usualSize;
};

struct RowResult
{
    quint64 offset = 0; ///< of the row in the list, in bytes
    quint64 line = 0;   ///< the row begins on, from 1
    quint32 size = 0;   ///< in bytes, with its line break
    OutcomeId outcome = 0;
};

/// Some rows that are done, in the order of the list. The texts live as long as the call they are handed to.
struct DoneRows
{
    std::span<const RowResult> results;
    std::span<const RowText> texts; ///< one for each result
    const OutcomeTable &outcomes;
};

struct ListProgress
{
    quint64 rows = 0;
    quint64 bytes = 0;
    std::chrono::milliseconds elapsed{0};
};

struct ListTotals
{
    quint64 rows = 0;
    quint64 bytes = 0;                            ///< from the first row on
    std::vector<quint64> byOutcome;               ///< counts, by OutcomeId
    std::vector<std::vector<quint64>> firstLines; ///< of the list, a few, by OutcomeId
    int searches = 0;                             ///< full searches made for causes
    std::chrono::milliseconds elapsed{0};
    bool isCancelled = false; ///< the counts are of the rows up to there
};

/// What happens while a list is verified; all of it on the thread that called run().
struct ListObserver
{
    /// Rows in order. A failure ends the run with it.
    std::function<Result<void>(const DoneRows &rows)> take;
    /// About ten times a second.
    std::function<void(const ListProgress &progress)> progress;
};

/// Verifies a list of hashes or tokens against one property. Each row gets the verdict and the causes that
/// IdentityVerifier::verify() gives it, but for what stays unexplained beyond the sample (see CauseFinder).
/// Memory does not grow with the list.
class ListVerification final
{
public:
    /// `recipe` and `clock` must outlive it. `others` is called at most once, on any thread.
    ListVerification(const recipes::Recipe &recipe, const recipes::Property &property,
                     std::vector<verify::CandidateKey> keys, const Clock &clock, ListRequest request,
                     verify::OtherProperties others = {});
    ~ListVerification();

    /// To the end of the source, or until `cancelled` becomes true, which is looked at many times a second.
    /// Fails as the source or the observer does.
    Result<ListTotals> run(ByteSource source, const ListObserver &observer,
                           const std::atomic<bool> &cancelled);

    const OutcomeTable &outcomes() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign::bulk
