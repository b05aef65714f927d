#include "core/bulk/rowchecker.h"

#include "core/base/encoding.h"
#include "core/base/utf8.h"

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace countersign::bulk {

namespace {

/// Rows whose hashes are computed side by side.
constexpr std::size_t batchSize = 256;

using HexPair = std::array<char, 2>;

constexpr std::array<HexPair, 256> hexPairs = [] {
    constexpr char digits[] = "0123456789abcdef";
    std::array<HexPair, 256> pairs{};
    for (std::size_t byte = 0; byte < pairs.size(); ++byte) {
        pairs[byte] = {digits[byte >> 4], digits[byte & 15]};
    }
    return pairs;
}();

bool isHexOf(ByteView tag, ByteView text)
{
    std::array<unsigned char, 2 * sizeof(crypto::MacTag)> expected;
    if (text.size() != 2 * tag.size()) {
        return false;
    }
    for (std::size_t at = 0; at < tag.size(); ++at) {
        std::memcpy(expected.data() + 2 * at, hexPairs[tag[at]].data(), 2);
    }
    return equalConstantTime(ByteView(expected).first(text.size()), text);
}

/// Letter for letter, as the vendor compares.
bool isTextOf(ByteView tag, ByteView text, Encoding encoding)
{
    return encoding == Encoding::Hex ? isHexOf(tag, text)
                                     : equalConstantTime(bytesOf(encode(tag, encoding)), text);
}

const recipes::MacRule *macRuleOf(const recipes::Recipe &recipe, const QString &proofRule)
{
    if (!proofRule.isEmpty()) {
        const recipes::ProofRule *rule = recipe.proof(proofRule);
        return rule ? rule->mac() : nullptr;
    }
    const auto found =
        std::ranges::find_if(recipe.proofs, [](const recipes::ProofRule &rule) { return rule.mac(); });
    return found == recipe.proofs.end() ? nullptr : found->mac();
}

} // namespace

RowChecker::RowChecker(const recipes::Recipe &recipe, const recipes::Property &property,
                       std::vector<verify::CandidateKey> keys, verify::OtherProperties others,
                       const Clock &clock, QString proofRule, std::chrono::seconds clockSkew, int sample)
    : m_rule(macRuleOf(recipe, proofRule))
    , m_hashesEmail(m_rule && recipe.hashesEmail(*m_rule))
    , m_proofRule(std::move(proofRule))
    , m_clockSkew(clockSkew)
    , m_verifier(recipe, property, std::move(keys), clock, std::move(others))
    , m_finder(m_verifier, sample)
{
    m_keys = verifyingKeys(m_rule, m_verifier.keys());
}

RowChecker::VerifyingKeys RowChecker::verifyingKeys(const recipes::MacRule *rule,
                                                    const std::vector<verify::CandidateKey> &keys)
{
    VerifyingKeys found;
    for (const verify::CandidateKey &key : keys) {
        const auto *secret = std::get_if<keys::SecretKey>(&key.material);
        if (!rule || !secret || !keys::canVerify(key.version.status)) {
            continue;
        }
        if (auto batch = crypto::MacBatch::create(rule->hash, secret->bytes.bytes())) {
            found.push_back(std::make_unique<VerifyingKey>(*std::move(batch)));
        }
    }
    return found;
}

std::size_t RowChecker::check(std::span<const RowText> rows, std::span<OutcomeId> outcomes,
                              const Pulse &pulse)
{
    std::vector<std::size_t> open;
    std::size_t done = 0;
    while (done < rows.size()) {
        const std::size_t count = std::min(batchSize, rows.size() - done);
        open.clear();
        checkTogether(rows.subspan(done, count), outcomes.subspan(done, count), open);
        for (const std::size_t at : open) {
            if (pulse(0) == GoOn::No) {
                return done + at;
            }
            outcomes[done + at] = checkAlone(rows[done + at]);
        }
        done += count;
        if (pulse(count) == GoOn::No) {
            break;
        }
    }
    return done;
}

/// Tries one key after the other on the rows that none before it verified; those left over are `open`.
void RowChecker::checkTogether(std::span<const RowText> rows, std::span<OutcomeId> outcomes,
                               std::vector<std::size_t> &open)
{
    std::array<ByteView, batchSize> messages;
    std::array<crypto::MacTag, batchSize> tags;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        open.push_back(at);
    }
    for (const auto &key : m_keys) {
        std::size_t count = 0;
        for (const std::size_t at : open) {
            messages[count++] = messageOf(rows[at]);
        }
        key->batch.computeMacs(std::span(messages).first(count), tags);
        std::size_t next = 0;
        std::erase_if(open, [&](std::size_t at) {
            const ByteView tag = ByteView(tags[next++]).first(key->batch.tagSize());
            return isVerifiedBy(*key, rows[at], tag, outcomes[at]);
        });
    }
}

bool RowChecker::isVerifiedBy(VerifyingKey &key, const RowText &row, ByteView tag, OutcomeId &outcome)
{
    if (row.fault != CsvFault::None || messageOf(row).empty() ||
        !isTextOf(tag, row.proof, m_rule->encoding)) {
        return false;
    }
    qint64 known = key.outcome.load(std::memory_order_relaxed);
    if (known < 0) {
        known = m_outcomes.idOf(m_verifier.verify(requestFor(row)));
        key.outcome.store(known, std::memory_order_relaxed);
    }
    outcome = static_cast<OutcomeId>(known);
    return true;
}

OutcomeId RowChecker::checkAlone(const RowText &row)
{
    return row.fault != CsvFault::None ? m_outcomes.idOf(row.fault)
                                       : m_outcomes.idOf(m_finder.verdictOf(requestFor(row)));
}

verify::VerificationRequest RowChecker::requestFor(const RowText &row) const
{
    return {fromUtf8Exactly(viewOf(row.id)), fromUtf8Exactly(viewOf(row.email)),
            fromUtf8Exactly(viewOf(row.proof)), m_proofRule, m_clockSkew};
}

} // namespace countersign::bulk
