#include "core/verify/hypothesissearch.h"

#include "core/base/parallel.h"
#include "core/verify/tagbatch_p.h"
#include "core/verify/tagtargets_p.h"

#include <algorithm>

namespace countersign::verify {

namespace {

using crypto::MacTag;

constexpr int mostMessageFaults = 2;
constexpr int mostFaults = mostMessageFaults + 2; // and one in the key, one in the construction

constexpr std::size_t formsAtOnce = 256;     ///< between two looks at whether the search is cancelled
constexpr std::size_t worthThreads = 50'000; ///< combinations; for fewer, starting a thread takes longer

/// Key forms of one group to try together, with the messages that have so many faults.
struct Piece
{
    std::size_t group;
    std::span<const std::size_t> forms; ///< ascending, not empty
    std::size_t messageFaults;
};

/// What there is to compute with one construction.
struct Work
{
    const Construction &construction;
    std::vector<std::uint32_t> wanted;
    std::vector<Piece> pieces; ///< by their first forms
    std::size_t combinations = 0;
};

/// One run: what is searched, and what is tried so far.
class Run
{
public:
    Run(const SearchKeys &keys, const std::vector<MessageForm> &messages, const QList<TagReading> &readings)
        : m_keys(keys)
        , m_messages(messages)
        , m_targets(readings)
        , m_batch(keys, messages)
    {
    }

    /// From now on nothing but these.
    void restrictTo(std::span<const Hypothesis> known)
    {
        m_known = known;
        m_isRestricted = true;
    }
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
    Work workWith(int faults, const Construction &construction)
    {
        Work work{construction, m_targets.beginnings(construction.size()), {}, 0};
        const int cut = m_targets.isCutOff(construction.size()) ? 1 : 0;
        const std::vector<SearchKeys::Group> &groups = m_keys.groups();
        m_someForms.resize(groups.size());
        for (std::size_t group = 0; group < groups.size(); ++group) {
            const int left = faults - construction.weight() - groups[group].weight;
            if (faults + cut <= groups[group].mostMistakes && countMessages(construction, left) > 0) {
                addPieces(work, group, static_cast<std::size_t>(left));
            }
        }
        std::ranges::sort(work.pieces, {}, [](const Piece &piece) { return piece.forms.front(); });
        return work;
    }

    /// With each form of keys go the messages with so many faults; a construction without one takes none.
    std::size_t countMessages(const Construction &construction, int faults) const
    {
        if (faults < 0 || faults > mostMessageFaults || m_messages.empty()) {
            return 0;
        }
        return construction.usesMessage() ? m_batch.messagesWith(static_cast<std::size_t>(faults))
                                          : (faults == 0 ? 1 : 0);
    }

    void addPieces(Work &work, std::size_t group, std::size_t messageFaults)
    {
        const std::span<const std::size_t> forms = formsOf(group, work.construction);
        for (std::size_t first = 0; first < forms.size(); first += formsAtOnce) {
            const std::size_t size = std::min(formsAtOnce, forms.size() - first);
            work.pieces.push_back({group, forms.subspan(first, size), messageFaults});
        }
        work.combinations += forms.size() * countMessages(work.construction, static_cast<int>(messageFaults));
    }

    /// The forms of the group to try.
    std::span<const std::size_t> formsOf(std::size_t group, const Construction &construction)
    {
        const std::vector<std::size_t> &all = m_keys.groups()[group].forms;
        if (m_isRestricted) {
            m_someForms[group] = knownForms(group, construction);
            return m_someForms[group];
        }
        if (!construction.usesKey()) { // one stands for all
            return std::span(all).first(all.front() == 0 ? 1 : 0);
        }
        return all;
    }

    std::vector<std::size_t> knownForms(std::size_t group, const Construction &construction) const
    {
        std::vector<std::size_t> forms;
        for (const Hypothesis &known : m_known) {
            if (known.construction == construction.kind && known.hash == construction.hash) {
                const auto isIt = [&](const SearchKeys::Form &form) {
                    return form.index == known.keyIndex && form.place == known.keyForm;
                };
                const auto found = std::ranges::find_if(m_keys.forms(), isIt);
                if (found != m_keys.forms().end() && found->group == group) {
                    forms.push_back(static_cast<std::size_t>(found - m_keys.forms().begin()));
                }
            }
        }
        std::ranges::sort(forms);
        return forms;
    }

    /// The first combination that gives the value: by key form, then by message.
    std::optional<TagJob> firstIn(const Work &work)
    {
        std::vector<std::optional<TagJob>> found(work.pieces.size());
        std::vector<std::size_t> computed(work.pieces.size());
        std::atomic<std::size_t> last{m_keys.forms().size()}; // no form behind one with a match matters
        const auto tryPiece = [&](std::size_t at) {
            const Piece &piece = work.pieces[at];
            if (piece.forms.front() <= last.load() && !isCancelled()) {
                found[at] = firstAmong(work, piece);
                computed[at] = piece.forms.size() *
                               countMessages(work.construction, static_cast<int>(piece.messageFaults));
                lower(last, found[at] ? found[at]->form : last.load());
            }
        };
        for (std::size_t at = 0; at < work.pieces.size(); ++at) {
            m_batch.prepare(work.construction, work.pieces[at].group);
        }
        forEachPiece(work, tryPiece);
        std::optional<TagJob> first;
        for (std::size_t at = 0; at < found.size() && work.pieces[at].forms.front() <= last.load(); ++at) {
            m_tried += static_cast<int>(computed[at]);
            first = found[at] && (!first || *found[at] < *first) ? found[at] : first;
        }
        return first;
    }

    static void forEachPiece(const Work &work, const std::function<void(std::size_t)> &tryPiece)
    {
        if (work.combinations >= worthThreads) {
            return forEachInParallel(work.pieces.size(), tryPiece);
        }
        for (std::size_t at = 0; at < work.pieces.size(); ++at) {
            tryPiece(at);
        }
    }

    std::optional<TagJob> firstAmong(const Work &work, const Piece &piece) const
    {
        std::optional<TagJob> first;
        for (const TagJob &job :
             m_batch.find(work.construction, piece.forms, piece.messageFaults, work.wanted)) {
            const bool isEarlier = !first || job < *first;
            first = isEarlier && faultsOf(work.construction, job) ? job : first;
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
        const SearchKeys::Form &form = m_keys.forms()[job.form];
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

    const SearchKeys &m_keys;
    const std::vector<MessageForm> &m_messages;
    TagTargets m_targets;
    TagBatch m_batch;
    std::span<const Hypothesis> m_known;
    bool m_isRestricted = false;                       ///< to them
    std::vector<std::vector<std::size_t>> m_someForms; ///< by group, where restricted
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
