#include "core/verify/tagbatch_p.h"

#include "core/crypto/digest.h"
#include "core/crypto/digestbatch.h"
#include "core/verify/cryptojsnumber.h"

#include <QtEndian>

#include <algorithm>

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;
using crypto::MacJob;
using crypto::MacTag;

constexpr std::size_t jobsAtOnce = 256; ///< enough to keep every stream busy, and still in the nearest cache
constexpr std::size_t formsWorthSharing =
    8; ///< for fewer, making the messages ready costs more than it saves

/// Room that is used again; what passes through may be all that guards a customer's data.
SecretBytes &grown(SecretBytes &room, std::size_t size)
{
    if (room.size() < size) {
        room = SecretBytes(size);
    }
    return room;
}

} // namespace

/// What one thread works with from job to job.
struct TagScratch
{
    std::vector<TagJob> jobs;
    std::vector<MacTag> tags; ///< at least as many
    std::vector<MacJob> macJobs;
    std::vector<ByteView> texts;
    SecretBytes room;

    std::span<MacTag> tagsOfJobs() { return std::span(tags).first(jobs.size()); }

    void computeMacs(const crypto::MacKeySet &keys) { keys.computeMacs(macJobs, tagsOfJobs()); }
    void computeDigests(HashAlgorithm hash) { crypto::computeDigests(hash, texts, tagsOfJobs()); }

    /// The tags themselves become `texts`.
    void copyTags(std::size_t tagSize)
    {
        unsigned char *out = grown(room, tagSize * jobs.size()).writableBytes().data();
        texts.clear();
        for (const MacTag &tag : tagsOfJobs()) {
            texts.emplace_back(out, tagSize);
            out = std::copy_n(tag.begin(), tagSize, out);
        }
    }

    /// The hex texts of the tags become `texts`.
    void spellTags(std::size_t tagSize)
    {
        unsigned char *out = grown(room, 2 * tagSize * jobs.size()).writableBytes().data();
        texts.clear();
        for (const MacTag &tag : tagsOfJobs()) {
            texts.emplace_back(out, 2 * tagSize);
            for (std::size_t i = 0; i < tagSize; ++i) {
                *out++ = static_cast<unsigned char>("0123456789abcdef"[tag[i] >> 4]);
                *out++ = static_cast<unsigned char>("0123456789abcdef"[tag[i] & 15]);
            }
        }
    }
};

struct TagBatch::PreparedMessages
{
    PreparedMessages(HashAlgorithm hash, const std::vector<MessageForm> &messages)
    {
        std::vector<ByteView> views;
        for (const MessageForm &message : messages) {
            views.push_back(bytesOf(message.bytes));
            hashes.push_back(crypto::digest(hash, views.back()));
            hexOfHashes.push_back(hashes.back().toHex());
        }
        asKeys = std::make_unique<crypto::MacKeySet>(hash, views);
    }

    std::unique_ptr<crypto::MacKeySet> asKeys;
    std::vector<QByteArray> hashes;
    std::vector<QByteArray> hexOfHashes;
    Shared plain;
    Shared ofHashes;
};

TagBatch::TagBatch(const SearchKeys &keys, const std::vector<MessageForm> &messages)
    : m_keys(keys)
    , m_messages(messages)
{
    for (std::size_t place = 0; place < messages.size(); ++place) {
        if (const std::size_t weight = messages[place].weight(); weight < groups) {
            m_groups[weight].push_back(place);
        }
    }
}

TagBatch::~TagBatch() = default;

std::size_t TagBatch::messagesWith(std::size_t faults) const
{
    return faults < groups ? m_groups[faults].size() : 0;
}

void TagBatch::prepare(const Construction &construction, std::size_t group) const
{
    switch (construction.kind) {
    case ConstructionKind::Hmac:
    case ConstructionKind::HmacOfHash:
    case ConstructionKind::HmacOfRawHash:
    case ConstructionKind::HmacOfHmac:
    case ConstructionKind::HmacOfRawHmac:
    case ConstructionKind::HmacOfKey:
    case ConstructionKind::HashOfHmac:
    case ConstructionKind::CryptoJsNumber:
        m_keys.macKeys(construction.hash, group);
        break;
    default: // no key of theirs keys an HMAC
        break;
    }
}

const crypto::MacKeySet &TagBatch::macKeysOf(HashAlgorithm hash, std::size_t form) const
{
    return m_keys.macKeys(hash, m_keys.forms()[form].group);
}

ByteView TagBatch::keyOf(const TagJob &job) const
{
    return m_keys.forms()[job.form].form->bytes.bytes();
}

ByteView TagBatch::messageOf(const TagJob &job) const
{
    return bytesOf(m_messages[job.message].bytes);
}

const TagBatch::PreparedMessages &TagBatch::prepared(HashAlgorithm hash) const
{
    const std::scoped_lock lock(m_mutex);
    std::unique_ptr<PreparedMessages> &messages = m_prepared[static_cast<std::size_t>(hash)];
    if (!messages) {
        messages = std::make_unique<PreparedMessages>(hash, m_messages);
    }
    return *messages;
}

const crypto::SharedMessages &TagBatch::sharedMessages(const Construction &construction,
                                                       std::size_t group) const
{
    prepared(construction.hash);
    const std::scoped_lock lock(m_mutex);
    PreparedMessages &messages = *m_prepared[static_cast<std::size_t>(construction.hash)];
    const bool isOfHashes = construction.kind == ConstructionKind::HmacOfHash;
    auto &shared = (isOfHashes ? messages.ofHashes : messages.plain)[group];
    if (!shared) {
        std::vector<ByteView> texts;
        for (const std::size_t place : m_groups[group]) {
            texts.push_back(bytesOf(isOfHashes ? messages.hexOfHashes[place] : m_messages[place].bytes));
        }
        shared = std::make_unique<crypto::SharedMessages>(construction.hash, std::move(texts));
    }
    return *shared;
}

std::vector<TagJob> TagBatch::find(const Construction &construction, std::span<const std::size_t> forms,
                                   std::size_t messageFaults, std::span<const std::uint32_t> wanted) const
{
    const std::size_t messages = messagesWith(messageFaults);
    const bool isMac =
        construction.kind == ConstructionKind::Hmac || construction.kind == ConstructionKind::HmacOfHash;
    if (isMac && forms.size() >= formsWorthSharing) {
        return findShared(construction, forms, messageFaults, wanted);
    }
    if (construction.kind == ConstructionKind::Swapped && messages >= formsWorthSharing) {
        return findSwapped(construction, forms, messageFaults, wanted);
    }
    return findJobByJob(construction, forms, messageFaults, wanted);
}

std::vector<TagJob> TagBatch::findShared(const Construction &construction, std::span<const std::size_t> forms,
                                         std::size_t group, std::span<const std::uint32_t> wanted) const
{
    std::vector<std::size_t> places;
    std::ranges::transform(forms, std::back_inserter(places),
                           [this](std::size_t form) { return placeOf(form); });
    const crypto::MacKeySet &keys = macKeysOf(construction.hash, forms.front());
    std::vector<TagJob> found;
    for (const crypto::MacPlace &place : keys.find(places, sharedMessages(construction, group), wanted)) {
        found.push_back({forms[place.key], m_groups[group][place.message]});
    }
    return found;
}

std::vector<TagJob> TagBatch::findSwapped(const Construction &construction,
                                          std::span<const std::size_t> forms, std::size_t group,
                                          std::span<const std::uint32_t> wanted) const
{
    std::vector<ByteView> keys;
    for (const std::size_t form : forms) {
        keys.push_back(keyOf({form, 0}));
    }
    std::vector<TagJob> found;
    const crypto::SharedMessages messages(construction.hash, std::move(keys));
    const auto &asKeys = *prepared(construction.hash).asKeys;
    for (const crypto::MacPlace &place : asKeys.find(m_groups[group], messages, wanted)) {
        found.push_back({forms[place.message], m_groups[group][place.key]});
    }
    return found;
}

std::vector<TagJob> TagBatch::findJobByJob(const Construction &construction,
                                           std::span<const std::size_t> forms, std::size_t group,
                                           std::span<const std::uint32_t> wanted) const
{
    TagScratch scratch;
    std::vector<TagJob> found;
    const auto flush = [&] {
        if (scratch.jobs.empty()) {
            return;
        }
        compute(construction, scratch);
        for (std::size_t i = 0; i < scratch.jobs.size(); ++i) {
            const auto beginning = qFromBigEndian<std::uint32_t>(scratch.tags[i].data());
            if (std::ranges::find(wanted, beginning) != wanted.end()) {
                found.push_back(scratch.jobs[i]);
            }
        }
        scratch.jobs.clear();
    };
    const std::size_t messages = construction.usesMessage() ? m_groups[group].size() : 1;
    for (const std::size_t form : forms) {
        for (std::size_t i = 0; i < messages; ++i) {
            scratch.jobs.push_back({form, construction.usesMessage() ? m_groups[group][i] : 0});
            if (scratch.jobs.size() == jobsAtOnce) {
                flush();
            }
        }
    }
    flush();
    return found;
}

MacTag TagBatch::tagOf(const Construction &construction, const TagJob &job) const
{
    TagScratch scratch;
    scratch.jobs.push_back(job);
    compute(construction, scratch);
    return scratch.tags.front();
}

void TagBatch::compute(const Construction &construction, TagScratch &scratch) const
{
    scratch.tags.resize(std::max(scratch.tags.size(), scratch.jobs.size()));
    switch (construction.kind) {
    case ConstructionKind::Hmac:
        return computeMacs(construction.hash, scratch);
    case ConstructionKind::Swapped:
        return computeSwapped(construction.hash, scratch);
    case ConstructionKind::KeyThenMessage:
    case ConstructionKind::MessageThenKey:
    case ConstructionKind::MessageAlone:
    case ConstructionKind::KeyColonMessage:
    case ConstructionKind::MessageColonKey:
    case ConstructionKind::KeyBarMessage:
    case ConstructionKind::MessageBarKey:
    case ConstructionKind::KeyMessageKey:
    case ConstructionKind::HashOfHash:
        return computeHashes(construction, scratch);
    case ConstructionKind::HmacOfHash:
    case ConstructionKind::HmacOfRawHash:
        return computeMacsOfHashes(construction, scratch);
    case ConstructionKind::HmacOfHmac:
    case ConstructionKind::HmacOfRawHmac:
    case ConstructionKind::HashOfHmac:
        return computeOverMacs(construction, scratch);
    case ConstructionKind::HmacOfKey:
        return computeMacsOfKeys(construction.hash, scratch);
    case ConstructionKind::CryptoJsNumber:
        return computeCryptoJsNumbers(scratch);
    }
    Q_UNREACHABLE();
}

void TagBatch::computeMacs(HashAlgorithm hash, TagScratch &scratch) const
{
    scratch.macJobs.clear();
    for (const TagJob &job : scratch.jobs) {
        scratch.macJobs.push_back({placeOf(job.form), messageOf(job)});
    }
    scratch.computeMacs(macKeysOf(hash, scratch.jobs.front().form));
}

void TagBatch::computeSwapped(HashAlgorithm hash, TagScratch &scratch) const
{
    scratch.macJobs.clear();
    for (const TagJob &job : scratch.jobs) {
        scratch.macJobs.push_back({job.message, keyOf(job)});
    }
    scratch.computeMacs(*prepared(hash).asKeys);
}

void TagBatch::computeHashes(const Construction &construction, TagScratch &scratch) const
{
    std::size_t total = 0;
    for (const TagJob &job : scratch.jobs) {
        for (const ByteView &part : hashedParts(construction, job)) {
            total += part.size();
        }
    }
    unsigned char *out = grown(scratch.room, total).writableBytes().data();
    scratch.texts.clear();
    for (const TagJob &job : scratch.jobs) {
        const unsigned char *start = out;
        for (const ByteView &part : hashedParts(construction, job)) {
            out = std::ranges::copy(part, out).out;
        }
        scratch.texts.emplace_back(start, out);
    }
    scratch.computeDigests(construction.hash);
}

std::array<ByteView, 3> TagBatch::hashedParts(const Construction &construction, const TagJob &job) const
{
    const ByteView key = keyOf(job);
    const ByteView message = messageOf(job);
    switch (construction.kind) {
    case ConstructionKind::KeyThenMessage:
        return {key, message, {}};
    case ConstructionKind::MessageThenKey:
        return {message, key, {}};
    case ConstructionKind::KeyColonMessage:
        return {key, bytesOf(":"), message};
    case ConstructionKind::MessageColonKey:
        return {message, bytesOf(":"), key};
    case ConstructionKind::KeyBarMessage:
        return {key, bytesOf("|"), message};
    case ConstructionKind::MessageBarKey:
        return {message, bytesOf("|"), key};
    case ConstructionKind::KeyMessageKey:
        return {key, message, key};
    case ConstructionKind::HashOfHash:
        return {bytesOf(prepared(construction.hash).hexOfHashes[job.message]), {}, {}};
    default:
        return {message, {}, {}};
    }
}

void TagBatch::computeMacsOfHashes(const Construction &construction, TagScratch &scratch) const
{
    const PreparedMessages &messages = prepared(construction.hash);
    const bool isRaw = construction.kind == ConstructionKind::HmacOfRawHash;
    const std::vector<QByteArray> &digests = isRaw ? messages.hashes : messages.hexOfHashes;
    scratch.macJobs.clear();
    for (const TagJob &job : scratch.jobs) {
        scratch.macJobs.push_back({placeOf(job.form), bytesOf(digests[job.message])});
    }
    scratch.computeMacs(macKeysOf(construction.hash, scratch.jobs.front().form));
}

void TagBatch::computeMacsOfKeys(HashAlgorithm hash, TagScratch &scratch) const
{
    scratch.macJobs.clear();
    for (const TagJob &job : scratch.jobs) {
        scratch.macJobs.push_back({placeOf(job.form), keyOf(job)});
    }
    scratch.computeMacs(macKeysOf(hash, scratch.jobs.front().form));
}

void TagBatch::computeOverMacs(const Construction &construction, TagScratch &scratch) const
{
    computeMacs(construction.hash, scratch);
    if (construction.kind == ConstructionKind::HmacOfRawHmac) {
        scratch.copyTags(construction.size());
    } else {
        scratch.spellTags(construction.size());
    }
    if (construction.kind == ConstructionKind::HashOfHmac) {
        return scratch.computeDigests(construction.hash);
    }
    for (std::size_t i = 0; i < scratch.jobs.size(); ++i) {
        scratch.macJobs[i].message = scratch.texts[i];
    }
    scratch.computeMacs(macKeysOf(construction.hash, scratch.jobs.front().form));
}

void TagBatch::computeCryptoJsNumbers(TagScratch &scratch) const
{
    std::vector<std::size_t> places;
    places.reserve(scratch.jobs.size());
    for (const TagJob &job : scratch.jobs) {
        places.push_back(placeOf(job.form));
    }
    const crypto::MacKeySet &keys = macKeysOf(HashAlgorithm::Sha256, scratch.jobs.front().form);
    cryptoJsHmacsOfAnyNumber(keys, places, scratch.tags);
}

} // namespace countersign::verify
