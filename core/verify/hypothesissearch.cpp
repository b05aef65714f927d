#include "core/verify/hypothesissearch.h"

#include "core/base/parallel.h"
#include "core/verify/tagbatch_p.h"
#include "core/verify/tagtargets_p.h"

#include <algorithm>
#include <numeric>

namespace countersign::verify {

namespace {

using crypto::MacTag;

constexpr int mostMessageFaults = 2;
constexpr int mostFaults = mostMessageFaults + 2; // and one in the key, one in the construction

constexpr std::size_t formsAtOnce = 256;     ///< between two looks at whether the search is cancelled
constexpr std::size_t worthThreads = 50'000; ///< combinations; for fewer, starting a thread takes longer

/// The key forms to try with one construction, and how many faults the messages have for each.
struct Work
{
    const Construction &construction;
    int faultsOfMessage;            ///< beside a form without a fault of its own
    std::vector<std::size_t> forms; ///< ascending
    std::vector<std::uint32_t> wanted;
};

/// One run: what is searched, and what is tried so far.
class Run
{
public:
    Run(const SearchKeys &keys, const std::vector<MessageForm> &messages, const QList<TagReading> &readings)
        : m_forms(keys.forms())
        , m_messages(messages)
        , m_targets(readings)
        , m_batch(keys, messages)
    {
    }

    /// From now on nothing but these.
    void restrictTo(std::span<const Hypothesis> known) { m_known = known; }
    void cancelWhen(const std::atomic<bool> *isCancelled) { m_isCancelled = isCancelled; }

    bool couldBe(const Construction &construction) const { return m_targets.couldBe(construction.size()); }

    /// Everything with exactly this many mistakes in key, message and construction.
    std::optional<SearchMatch> tryWith(int faults, const std::vector<Construction> &constructions)
    {
        for (const Construction &construction : constructions) {
            if (couldBe(construction) && !isCancelled()) {
                if (const auto job = firstIn(workWith(faults, construction))) {
                    return matched(construction, *job);
                }
            }
        }
        return std::nullopt;
    }

    int tried() const { return m_tried; }
    bool isCancelled() const { return m_isCancelled && m_isCancelled->load(std::memory_order_relaxed); }

private:
    Work workWith(int faults, const Construction &construction) const
    {
        const int cut = m_targets.isCutOff(construction.size()) ? 1 : 0;
        Work work{construction, faults - (construction.fault ? 1 : 0), formsFor(construction),
                  m_targets.beginnings(construction.size())};
        std::erase_if(work.forms, [&](std::size_t form) {
            return faults + cut > m_forms[form].mostMistakes || countMessages(work, form) == 0;
        });
        return work;
    }

    std::vector<std::size_t> formsFor(const Construction &construction) const
    {
        if (m_known) {
            return knownForms(construction);
        }
        std::vector<std::size_t> forms(construction.usesKey() ? m_forms.size()
                                                              : std::min<std::size_t>(1, m_forms.size()));
        std::iota(forms.begin(), forms.end(), std::size_t{0});
        return forms;
    }

    std::vector<std::size_t> knownForms(const Construction &construction) const
    {
        std::vector<std::size_t> forms;
        for (const Hypothesis &known : *m_known) {
            if (known.construction == construction.kind && known.hash == construction.hash) {
                const auto isIt = [&](const SearchKeys::Form &form) {
                    return form.index == known.keyIndex && form.place == known.keyForm;
                };
                const auto found = std::ranges::find_if(m_forms, isIt);
                if (found != m_forms.end()) {
                    forms.push_back(static_cast<std::size_t>(found - m_forms.begin()));
                }
            }
        }
        std::ranges::sort(forms);
        return forms;
    }

    /// How many faults the messages have that belong to this form; below 0: none does.
    int messageFaults(const Work &work, std::size_t form) const
    {
        return work.faultsOfMessage - (m_forms[form].form->fault ? 1 : 0);
    }

    std::size_t countMessages(const Work &work, std::size_t form) const
    {
        const int faults = messageFaults(work, form);
        if (faults < 0 || faults > mostMessageFaults || m_messages.empty()) {
            return 0;
        }
        const bool usesMessage = work.construction.usesMessage();
        return usesMessage ? m_batch.messagesWith(static_cast<std::size_t>(faults)) : (faults == 0 ? 1 : 0);
    }

    /// The first combination that gives the value: by key form, then by message.
    std::optional<TagJob> firstIn(const Work &work)
    {
        std::size_t combinations = 0;
        for (const std::size_t form : work.forms) {
            combinations += countMessages(work, form);
        }
        const std::size_t pieces = (work.forms.size() + formsAtOnce - 1) / formsAtOnce;
        std::vector<std::optional<TagJob>> first(pieces);
        std::vector<std::size_t> computed(pieces);
        std::atomic<std::size_t> last{pieces}; // no piece behind one with a match matters
        const auto tryPiece = [&](std::size_t piece) {
            if (piece < last.load() && !isCancelled()) {
                first[piece] = firstAmong(work, piece, &computed[piece]);
                lower(last, first[piece] ? piece + 1 : pieces);
            }
        };
        if (combinations >= worthThreads) {
            forEachInParallel(pieces, tryPiece);
        } else {
            for (std::size_t piece = 0; piece < pieces; ++piece) {
                tryPiece(piece);
            }
        }
        for (std::size_t piece = 0; piece < std::min(pieces, last.load()); ++piece) {
            m_tried += static_cast<int>(computed[piece]);
        }
        const auto found = std::ranges::find_if(first, &std::optional<TagJob>::has_value);
        return found == first.end() ? std::nullopt : *found;
    }

    static void lower(std::atomic<std::size_t> &value, std::size_t to)
    {
        std::size_t now = value.load();
        while (to < now && !value.compare_exchange_weak(now, to)) {
        }
    }

    std::optional<TagJob> firstAmong(const Work &work, std::size_t piece, std::size_t *tried) const
    {
        const auto forms = std::span(work.forms).subspan(piece * formsAtOnce);
        std::array<std::vector<std::size_t>, 2> byFault; // a form's own fault leaves one less to the message
        for (const std::size_t form : forms.first(std::min(formsAtOnce, forms.size()))) {
            byFault[m_forms[form].form->fault ? 1 : 0].push_back(form);
            *tried += countMessages(work, form);
        }
        std::optional<TagJob> first;
        for (const std::vector<std::size_t> &same : byFault) {
            if (!same.empty()) {
                const auto faults = static_cast<std::size_t>(messageFaults(work, same.front()));
                for (const TagJob &job : m_batch.find(work.construction, same, faults, work.wanted)) {
                    const bool isEarlier = !first || job < *first;
                    first = isEarlier && faultsOf(work.construction, job) ? job : first;
                }
            }
        }
        return first;
    }

    /// The faults of the reading that the combination gives.
    std::optional<QList<Cause>> faultsOf(const Construction &construction, const TagJob &job) const
    {
        const MacTag tag = m_batch.tagOf(construction, job);
        return m_targets.faultsIfSame(ByteView(tag).first(construction.size()));
    }

    SearchMatch matched(const Construction &construction, const TagJob &job) const
    {
        const SearchKeys::Form &form = m_forms[job.form];
        SearchMatch match{{form.index, form.place, construction.kind, construction.hash},
                          construction.usesKey() ? form.index : -1,
                          {}};
        if (construction.usesMessage()) {
            match.faults = m_messages[job.message].faults;
        }
        if (construction.fault) {
            match.faults.append(*construction.fault);
        }
        match.faults += faultsOf(construction, job).value_or(QList<Cause>());
        if (construction.usesKey() && form.form->fault) {
            match.faults.append(*form.form->fault);
        }
        return match;
    }

    const std::vector<SearchKeys::Form> &m_forms;
    const std::vector<MessageForm> &m_messages;
    TagTargets m_targets;
    TagBatch m_batch;
    std::optional<std::span<const Hypothesis>> m_known;
    const std::atomic<bool> *m_isCancelled = nullptr;
    int m_tried = 0;
};

SearchResult carryOut(Run &run, const std::vector<Construction> &constructions)
{
    const auto start = std::chrono::steady_clock::now();
    SearchResult result;
    for (int faults = 0; faults <= mostFaults && !result.match; ++faults) {
        result.match = run.tryWith(faults, constructions);
    }
    result.tried = run.tried();
    result.took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    return result;
}

} // namespace

struct HypothesisSearch::Private
{
    const SearchKeys &keys;
    std::vector<MessageForm> messages;
    std::vector<Construction> constructions;
};

HypothesisSearch::HypothesisSearch(const SearchKeys &keys, std::vector<MessageForm> messages,
                                   std::vector<Construction> constructions)
    : d(std::make_unique<Private>(Private{keys, std::move(messages), std::move(constructions)}))
{
}

HypothesisSearch::~HypothesisSearch() = default;

int HypothesisSearch::knownMistakes() const
{
    std::size_t mistakes = d->messages.size() + d->constructions.size();
    std::size_t forms = 0;
    for (const SearchKey &key : d->keys.keys()) {
        forms = key.index < 0 ? forms : std::max(forms, key.forms.size());
        mistakes += key.index < 0 ? key.forms.size() : 0;
    }
    return static_cast<int>(mistakes + forms);
}

SearchResult HypothesisSearch::find(const QList<TagReading> &readings,
                                    const std::atomic<bool> *isCancelled) const
{
    Run run(d->keys, d->messages, readings);
    run.cancelWhen(isCancelled);
    SearchResult result = carryOut(run, d->constructions);
    result.isComplete = !run.isCancelled() || result.match;
    return result;
}

SearchResult HypothesisSearch::findAmong(std::span<const Hypothesis> known,
                                         const QList<TagReading> &readings) const
{
    Run run(d->keys, d->messages, readings);
    run.restrictTo(known);
    SearchResult result = carryOut(run, d->constructions);
    result.isComplete = result.match || std::ranges::none_of(d->constructions, [&](const Construction &one) {
                            return run.couldBe(one);
                        });
    return result;
}

} // namespace countersign::verify
