#include "core/verify/tagbatch_p.h"

#include "core/crypto/digest.h"
#include "core/crypto/digestbatch.h"
#include "core/verify/cryptojsnumber.h"

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;
using crypto::MacJob;
using crypto::MacTag;

/// The hex texts of tags, and where each stands.
class HexTexts
{
public:
    HexTexts(std::span<const MacTag> tags, std::size_t tagSize)
        : m_text(2 * tags.size() * tagSize)
        , m_size(2 * tagSize)
    {
        unsigned char *out = m_text.writableBytes().data();
        for (const MacTag &tag : tags) {
            for (std::size_t i = 0; i < tagSize; ++i) {
                *out++ = static_cast<unsigned char>("0123456789abcdef"[tag[i] >> 4]);
                *out++ = static_cast<unsigned char>("0123456789abcdef"[tag[i] & 15]);
            }
        }
    }

    ByteView operator[](std::size_t i) const { return m_text.bytes().subspan(i * m_size, m_size); }

private:
    SecretBytes m_text; // what it is the HMAC of may be all that guards a customer's data
    std::size_t m_size;
};

} // namespace

struct TagBatch::PreparedMessages
{
    PreparedMessages(HashAlgorithm hash, const std::vector<MessageForm> &messages)
    {
        std::vector<ByteView> views;
        for (const MessageForm &message : messages) {
            views.push_back(bytesOf(message.bytes));
            hexOfHashes.push_back(crypto::digest(hash, views.back()).toHex());
        }
        asKeys = std::make_unique<crypto::MacKeySet>(hash, views);
    }

    std::unique_ptr<crypto::MacKeySet> asKeys;
    std::vector<QByteArray> hexOfHashes;
};

TagBatch::TagBatch(const SearchKeys &keys, const std::vector<MessageForm> &messages)
    : m_keys(keys)
    , m_messages(messages)
{
}

TagBatch::~TagBatch() = default;

ByteView TagBatch::keyOf(const TagJob &job) const
{
    return m_keys.forms()[job.form].form->bytes.bytes();
}

ByteView TagBatch::messageOf(const TagJob &job) const
{
    return bytesOf(m_messages[job.message].bytes);
}

TagBatch::PreparedMessages &TagBatch::prepared(HashAlgorithm hash)
{
    std::unique_ptr<PreparedMessages> &messages = m_prepared[static_cast<std::size_t>(hash)];
    if (!messages) {
        messages = std::make_unique<PreparedMessages>(hash, m_messages);
    }
    return *messages;
}

void TagBatch::compute(const Construction &construction, std::span<const TagJob> jobs, std::span<MacTag> tags)
{
    switch (construction.kind) {
    case ConstructionKind::Hmac:
        return computeMacs(construction.hash, jobs, tags);
    case ConstructionKind::Swapped:
        return computeSwapped(construction.hash, jobs, tags);
    case ConstructionKind::KeyThenMessage:
    case ConstructionKind::MessageThenKey:
    case ConstructionKind::MessageAlone:
        return computeHashes(construction, jobs, tags);
    case ConstructionKind::HmacOfHash:
        return computeMacsOfHashes(construction.hash, jobs, tags);
    case ConstructionKind::HmacOfHmac:
    case ConstructionKind::HashOfHmac:
        return computeOverMacs(construction, jobs, tags);
    case ConstructionKind::CryptoJsNumber:
        return computeCryptoJsNumbers(jobs, tags);
    }
    Q_UNREACHABLE();
}

void TagBatch::computeMacs(HashAlgorithm hash, std::span<const TagJob> jobs, std::span<MacTag> tags)
{
    std::vector<MacJob> macJobs;
    macJobs.reserve(jobs.size());
    for (const TagJob &job : jobs) {
        macJobs.push_back({job.form, messageOf(job)});
    }
    m_keys.macKeys(hash).computeMacs(macJobs, tags);
}

void TagBatch::computeSwapped(HashAlgorithm hash, std::span<const TagJob> jobs, std::span<MacTag> tags)
{
    std::vector<MacJob> macJobs;
    macJobs.reserve(jobs.size());
    for (const TagJob &job : jobs) {
        macJobs.push_back({job.message, keyOf(job)});
    }
    prepared(hash).asKeys->computeMacs(macJobs, tags);
}

void TagBatch::computeHashes(const Construction &construction, std::span<const TagJob> jobs,
                             std::span<MacTag> tags)
{
    std::size_t total = 0;
    for (const TagJob &job : jobs) {
        total += keyOf(job).size() + messageOf(job).size();
    }
    SecretBytes joined(total);
    unsigned char *out = joined.writableBytes().data();
    std::vector<ByteView> texts;
    texts.reserve(jobs.size());
    const auto take = [&](ByteView bytes) { out = std::ranges::copy(bytes, out).out; };
    for (const TagJob &job : jobs) {
        const unsigned char *start = out;
        if (construction.kind == ConstructionKind::KeyThenMessage) {
            take(keyOf(job));
        }
        take(messageOf(job));
        if (construction.kind == ConstructionKind::MessageThenKey) {
            take(keyOf(job));
        }
        texts.emplace_back(start, out);
    }
    crypto::computeDigests(construction.hash, texts, tags);
}

void TagBatch::computeMacsOfHashes(HashAlgorithm hash, std::span<const TagJob> jobs, std::span<MacTag> tags)
{
    const PreparedMessages &messages = prepared(hash);
    std::vector<MacJob> macJobs;
    macJobs.reserve(jobs.size());
    for (const TagJob &job : jobs) {
        macJobs.push_back({job.form, bytesOf(messages.hexOfHashes[job.message])});
    }
    m_keys.macKeys(hash).computeMacs(macJobs, tags);
}

void TagBatch::computeOverMacs(const Construction &construction, std::span<const TagJob> jobs,
                               std::span<MacTag> tags)
{
    computeMacs(construction.hash, jobs, tags);
    const HexTexts texts(tags.first(jobs.size()), construction.size());
    if (construction.kind == ConstructionKind::HashOfHmac) {
        std::vector<ByteView> views;
        views.reserve(jobs.size());
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            views.push_back(texts[i]);
        }
        return crypto::computeDigests(construction.hash, views, tags);
    }
    std::vector<MacJob> macJobs;
    macJobs.reserve(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        macJobs.push_back({jobs[i].form, texts[i]});
    }
    m_keys.macKeys(construction.hash).computeMacs(macJobs, tags);
}

void TagBatch::computeCryptoJsNumbers(std::span<const TagJob> jobs, std::span<MacTag> tags)
{
    std::vector<std::size_t> forms;
    forms.reserve(jobs.size());
    std::ranges::transform(jobs, std::back_inserter(forms), &TagJob::form);
    cryptoJsHmacsOfAnyNumber(m_keys.macKeys(HashAlgorithm::Sha256), forms, tags);
}

} // namespace countersign::verify
