#include "core/verify/hypothesissearch.h"

#include "core/verify/tagbatch_p.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::MacTag;

constexpr int mostMessageFaults = 2;
constexpr int mostFaults = mostMessageFaults + 2; // and one in the key, one in the construction

/// Large enough to keep every stream of the processor busy, small enough to stay in its cache.
constexpr std::size_t batchSize = 256;

bool couldFit(const TagReading &reading, std::size_t size)
{
    const auto have = static_cast<std::size_t>(reading.bytes.size());
    return have == size || (have < size && have >= static_cast<std::size_t>(minimumPrefix));
}

/// How many characters the whole tag has, written as the reading is: hex, base64, or base64 of hex.
qsizetype wholeLength(const TagReading &reading, qsizetype size)
{
    const double charactersPerByte =
        static_cast<double>(reading.characters) / static_cast<double>(reading.bytes.size());
    if (charactersPerByte > 2.4) {
        return (2 * size + 2) / 3 * 4;
    }
    return charactersPerByte > 1.8 ? 2 * size : (4 * size + 2) / 3;
}

Cause truncatedCause(const TagReading &reading, qsizetype size)
{
    return {CauseId::TagTruncated,
            {{u"found"_s, QString::number(reading.characters)},
             {u"expected"_s, QString::number(wholeLength(reading, size))}},
            {},
            {}};
}

/// The faults of the reading when it is this tag, whole or cut off.
std::optional<QList<Cause>> faultsIfSame(const TagReading &reading, ByteView tag)
{
    if (!couldFit(reading, tag.size()) || !viewOf(tag).startsWith(reading.bytes)) {
        return std::nullopt;
    }
    QList<Cause> faults = reading.faults;
    if (static_cast<std::size_t>(reading.bytes.size()) < tag.size()) {
        faults.append(truncatedCause(reading, static_cast<qsizetype>(tag.size())));
    }
    return faults;
}

/// One run: what is searched, and what is tried so far.
class Run
{
public:
    Run(const SearchKeys &keys, const std::vector<MessageForm> &messages, const QList<TagReading> &readings)
        : m_forms(keys.forms())
        , m_messages(messages)
        , m_readings(readings)
        , m_batch(keys, messages)
    {
        for (std::size_t m = 0; m < messages.size(); ++m) {
            const auto faults = static_cast<std::size_t>(messages[m].faults.size());
            if (faults <= mostMessageFaults) {
                m_messagesWith[faults].push_back(m);
            }
        }
    }

    /// From now on nothing but these.
    void restrictTo(std::span<const Hypothesis> known) { m_known = known; }
    void cancelWhen(const std::atomic<bool> *isCancelled) { m_isCancelled = isCancelled; }

    /// Whether any reading is as long as what the construction makes, or cut off from it.
    bool couldBe(const Construction &construction) const
    {
        return std::ranges::any_of(
            m_readings, [&](const TagReading &reading) { return couldFit(reading, construction.size()); });
    }

    /// Everything with exactly this many mistakes in key, message and construction.
    std::optional<SearchMatch> tryWith(int faults, const std::vector<Construction> &constructions)
    {
        for (const Construction &construction : constructions) {
            if (couldBe(construction) && !isCancelled()) {
                if (auto match = tryConstruction(faults, construction)) {
                    return match;
                }
            }
        }
        return std::nullopt;
    }

    int tried() const { return m_tried; }
    bool isCancelled() const { return m_isCancelled && m_isCancelled->load(std::memory_order_relaxed); }

private:
    std::optional<SearchMatch> tryConstruction(int faults, const Construction &construction)
    {
        const int cut = isCutOff(construction) ? 1 : 0;
        collectForms(construction);
        for (const std::size_t place : m_places) {
            const SearchKeys::Form &form = m_forms[place];
            if (faults + cut > form.mostMistakes) {
                continue;
            }
            const int left = faults - (construction.fault ? 1 : 0) - (form.form->fault ? 1 : 0);
            if (auto match = tryForm(left, construction, place)) {
                return match;
            }
        }
        return flush(construction);
    }

    /// Notes the places of the key forms to try.
    void collectForms(const Construction &construction)
    {
        m_places.clear();
        if (m_known) {
            collectKnownForms(construction);
        } else {
            m_places.resize(construction.usesKey() ? m_forms.size()
                                                   : std::min<std::size_t>(1, m_forms.size()));
            std::iota(m_places.begin(), m_places.end(), std::size_t{0});
        }
    }

    void collectKnownForms(const Construction &construction)
    {
        for (const Hypothesis &known : *m_known) {
            if (known.construction == construction.kind && known.hash == construction.hash) {
                const auto isIt = [&](const SearchKeys::Form &form) {
                    return form.index == known.keyIndex && form.place == known.keyForm;
                };
                const auto found = std::ranges::find_if(m_forms, isIt);
                if (found != m_forms.end()) {
                    m_places.push_back(static_cast<std::size_t>(found - m_forms.begin()));
                }
            }
        }
        std::ranges::sort(m_places);
    }

    /// Queues the form with every message that has so many faults.
    std::optional<SearchMatch> tryForm(int messageFaults, const Construction &construction, std::size_t form)
    {
        if (messageFaults < 0 || messageFaults > mostMessageFaults || m_messages.empty()) {
            return std::nullopt;
        }
        if (!construction.usesMessage()) {
            return messageFaults == 0 ? add({form, 0}, construction) : std::nullopt;
        }
        for (const std::size_t message : m_messagesWith[static_cast<std::size_t>(messageFaults)]) {
            if (auto match = add({form, message}, construction)) {
                return match;
            }
        }
        return std::nullopt;
    }

    std::optional<SearchMatch> add(const TagJob &job, const Construction &construction)
    {
        m_jobs.push_back(job);
        return m_jobs.size() == batchSize ? flush(construction) : std::nullopt;
    }

    /// Computes what is queued and looks for the value, in the order of the queue.
    std::optional<SearchMatch> flush(const Construction &construction)
    {
        const std::vector<TagJob> jobs = std::exchange(m_jobs, {});
        if (jobs.empty() || isCancelled()) {
            return std::nullopt;
        }
        m_jobs.reserve(batchSize);
        m_tags.resize(std::max(m_tags.size(), jobs.size()));
        m_batch.compute(construction, jobs, m_tags);
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            ++m_tried;
            if (auto match = compare(ByteView(m_tags[i]).first(construction.size()), construction, jobs[i])) {
                return match;
            }
        }
        return std::nullopt;
    }

    std::optional<SearchMatch> compare(ByteView tag, const Construction &construction,
                                       const TagJob &job) const
    {
        for (const TagReading &reading : m_readings) {
            if (const auto readingFaults = faultsIfSame(reading, tag)) {
                return matched(*readingFaults, construction, job);
            }
        }
        return std::nullopt;
    }

    SearchMatch matched(const QList<Cause> &readingFaults, const Construction &construction,
                        const TagJob &job) const
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
        match.faults += readingFaults;
        if (construction.usesKey() && form.form->fault) {
            match.faults.append(*form.form->fault);
        }
        return match;
    }

    /// Whether every reading it could be is only the beginning of it.
    bool isCutOff(const Construction &construction) const
    {
        return std::ranges::none_of(m_readings, [&](const TagReading &reading) {
            return static_cast<std::size_t>(reading.bytes.size()) == construction.size();
        });
    }

    const std::vector<SearchKeys::Form> &m_forms;
    const std::vector<MessageForm> &m_messages;
    const QList<TagReading> &m_readings;
    TagBatch m_batch;
    std::vector<std::size_t> m_places; ///< of the key forms to try with the construction in hand
    std::array<std::vector<std::size_t>, mostMessageFaults + 1> m_messagesWith; ///< so many faults
    std::vector<TagJob> m_jobs;
    std::vector<MacTag> m_tags;
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
