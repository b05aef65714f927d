#include "core/verify/hypothesissearch.h"

#include "core/base/encoding.h"
#include "core/crypto/digest.h"
#include "core/verify/cryptojsnumber.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;
using crypto::MacKey;

/// HMAC keys made ready on first use, one for each hash.
class PreparedKey
{
public:
    explicit PreparedKey(ByteView bytes)
        : m_bytes(bytes)
    {
    }

    QByteArray mac(HashAlgorithm hash, ByteView message)
    {
        std::optional<MacKey> &key = m_keys[static_cast<std::size_t>(hash)];
        if (!key) {
            static constexpr unsigned char zero[] = {
                0}; // an empty key and a zero byte key the same (RFC 2104)
            Result<MacKey> made = MacKey::create(hash, m_bytes.empty() ? ByteView(zero) : m_bytes);
            if (!made) {
                return {};
            }
            key = std::move(*made);
        }
        return key->computeMac(message);
    }

    ByteView bytes() const { return m_bytes; }

private:
    ByteView m_bytes;
    std::array<std::optional<MacKey>, 4> m_keys;
};

struct PreparedKeyForm
{
    PreparedKey key;
    const KeyForm *form;
    int index;
    std::size_t place; ///< among the forms of its key

    int faults() const { return form->fault ? 1 : 0; }
};

QByteArray hashOfBoth(HashAlgorithm hash, ByteView first, ByteView second)
{
    SecretBytes both = SecretBytes::copyOf(first);
    both.append(second);
    return crypto::digest(hash, both.bytes());
}

QByteArray compute(const Construction &construction, PreparedKey &key, const QByteArray &message,
                   PreparedKey &messageAsKey)
{
    const ByteView text = bytesOf(message);
    const HashAlgorithm hash = construction.hash;
    switch (construction.kind) {
    case ConstructionKind::Hmac:
        return key.mac(hash, text);
    case ConstructionKind::Swapped:
        return messageAsKey.mac(hash, key.bytes());
    case ConstructionKind::KeyThenMessage:
        return hashOfBoth(hash, key.bytes(), text);
    case ConstructionKind::MessageThenKey:
        return hashOfBoth(hash, text, key.bytes());
    case ConstructionKind::MessageAlone:
        return crypto::digest(hash, text);
    case ConstructionKind::HmacOfHash:
        return key.mac(hash, bytesOf(crypto::digest(hash, text).toHex()));
    case ConstructionKind::HmacOfHmac:
        return key.mac(hash, bytesOf(key.mac(hash, text).toHex()));
    case ConstructionKind::HashOfHmac:
        return crypto::digest(hash, bytesOf(key.mac(hash, text).toHex()));
    case ConstructionKind::CryptoJsNumber:
        return cryptoJsHmacOfAnyNumber(key.bytes());
    }
    Q_UNREACHABLE();
}

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
std::optional<QList<Cause>> faultsIfSame(const TagReading &reading, const QByteArray &tag)
{
    if (!couldFit(reading, static_cast<std::size_t>(tag.size())) || !tag.startsWith(reading.bytes)) {
        return std::nullopt;
    }
    QList<Cause> faults = reading.faults;
    if (reading.bytes.size() < tag.size()) {
        faults.append(truncatedCause(reading, tag.size()));
    }
    return faults;
}

} // namespace

struct HypothesisSearch::Private
{
    const std::vector<SearchKey> &keys;
    std::vector<MessageForm> messages;
    std::vector<Construction> constructions;
};

namespace {

/// One run: the keys made ready, and what is tried so far.
class Run
{
public:
    Run(const std::vector<SearchKey> &keys, const std::vector<MessageForm> &messages,
        const QList<TagReading> &readings)
        : m_messages(messages)
        , m_readings(readings)
    {
        for (const SearchKey &key : keys) {
            for (std::size_t place = 0; place < key.forms.size(); ++place) {
                const KeyForm &form = key.forms[place];
                m_keys.push_back({PreparedKey(form.bytes.bytes()), &form, key.index, place});
            }
        }
        for (const MessageForm &message : messages) {
            m_messagesAsKeys.emplace_back(bytesOf(message.bytes));
        }
    }

    int maximumFaults() const { return 4; } // two in the message, one in the key, one in the construction

    /// From now on nothing but these.
    void restrictTo(std::span<const Hypothesis> known) { m_known = known; }

    /// Everything with exactly this many mistakes in key, message and construction.
    std::optional<SearchMatch> tryWith(int faults, const std::vector<Construction> &constructions)
    {
        for (const Construction &construction : constructions) {
            if (couldBe(construction)) {
                if (auto match = tryConstruction(faults - (construction.fault ? 1 : 0), construction)) {
                    return match;
                }
            }
        }
        return std::nullopt;
    }

    /// Whether any reading is as long as what the construction makes.
    bool couldBe(const Construction &construction) const
    {
        return std::ranges::any_of(
            m_readings, [&](const TagReading &reading) { return couldFit(reading, construction.size()); });
    }

    int tried() const { return m_tried; }

private:
    std::optional<SearchMatch> tryConstruction(int faults, const Construction &construction)
    {
        const std::size_t keyCount =
            construction.usesKey() ? m_keys.size() : std::min<std::size_t>(1, m_keys.size());
        for (std::size_t k = 0; k < keyCount; ++k) {
            if (!isKnown(hypothesisOf(construction, m_keys[k]))) {
                continue;
            }
            if (auto match = tryKey(faults - m_keys[k].faults(), construction, m_keys[k])) {
                return match;
            }
        }
        return std::nullopt;
    }

    std::optional<SearchMatch> tryKey(int faults, const Construction &construction, PreparedKeyForm &key)
    {
        const std::size_t messageCount = construction.usesMessage() ? m_messages.size() : 1;
        for (std::size_t m = 0; m < messageCount && m < m_messages.size(); ++m) {
            const qsizetype messageFaults = construction.usesMessage() ? m_messages[m].faults.size() : 0;
            if (messageFaults != faults) {
                continue;
            }
            ++m_tried;
            const QByteArray tag = compute(construction, key.key, m_messages[m].bytes, m_messagesAsKeys[m]);
            if (auto match = compare(tag, construction, key, m_messages[m])) {
                return match;
            }
        }
        return std::nullopt;
    }

    std::optional<SearchMatch> compare(const QByteArray &tag, const Construction &construction,
                                       const PreparedKeyForm &key, const MessageForm &message) const
    {
        for (const TagReading &reading : m_readings) {
            if (const auto readingFaults = faultsIfSame(reading, tag)) {
                return matched(*readingFaults, construction, key, message);
            }
        }
        return std::nullopt;
    }

    bool isKnown(const Hypothesis &hypothesis) const
    {
        return !m_known || std::ranges::find(*m_known, hypothesis) != m_known->end();
    }

    static Hypothesis hypothesisOf(const Construction &construction, const PreparedKeyForm &key)
    {
        return {key.index, key.place, construction.kind, construction.hash};
    }

    static SearchMatch matched(const QList<Cause> &readingFaults, const Construction &construction,
                               const PreparedKeyForm &key, const MessageForm &message)
    {
        SearchMatch match{hypothesisOf(construction, key), construction.usesKey() ? key.index : -1, {}};
        if (construction.usesMessage()) {
            match.faults = message.faults;
        }
        if (construction.fault) {
            match.faults.append(*construction.fault);
        }
        match.faults += readingFaults;
        if (construction.usesKey() && key.form->fault) {
            match.faults.append(*key.form->fault);
        }
        return match;
    }

    const std::vector<MessageForm> &m_messages;
    const QList<TagReading> &m_readings;
    std::vector<PreparedKeyForm> m_keys;
    std::vector<PreparedKey> m_messagesAsKeys;
    std::optional<std::span<const Hypothesis>> m_known;
    int m_tried = 0;
};

} // namespace

namespace {

SearchResult carryOut(Run &run, const std::vector<Construction> &constructions)
{
    const auto start = std::chrono::steady_clock::now();
    SearchResult result;
    for (int faults = 0; faults <= run.maximumFaults() && !result.match; ++faults) {
        result.match = run.tryWith(faults, constructions);
    }
    result.tried = run.tried();
    result.took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    return result;
}

} // namespace

HypothesisSearch::HypothesisSearch(const std::vector<SearchKey> &keys, std::vector<MessageForm> messages,
                                   std::vector<Construction> constructions)
    : d(std::make_unique<Private>(Private{keys, std::move(messages), std::move(constructions)}))
{
}

HypothesisSearch::~HypothesisSearch() = default;

int HypothesisSearch::knownMistakes() const
{
    std::size_t mistakes = d->messages.size() + d->constructions.size();
    std::size_t forms = 0;
    for (const SearchKey &key : d->keys) {
        forms = key.index < 0 ? forms : std::max(forms, key.forms.size());
        mistakes += key.index < 0 ? key.forms.size() : 0;
    }
    return static_cast<int>(mistakes + forms);
}

SearchResult HypothesisSearch::find(const QList<TagReading> &readings) const
{
    Run run(d->keys, d->messages, readings);
    return carryOut(run, d->constructions);
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
