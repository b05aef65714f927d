#pragma once

#include "core/bulk/causefinder.h"
#include "core/bulk/csvrows.h"
#include "core/bulk/outcome.h"
#include "core/crypto/macbatch.h"

#include <atomic>

namespace countersign::bulk {

/// Whether a long piece of work goes on.
enum class GoOn { No, Yes };
/// Called now and then with the count of rows done since the last call.
using Pulse = std::function<GoOn(std::size_t rows)>;

/// Gives rows their outcomes. Hashes that verify are found by computing the right hash of many rows side by
/// side; everything else goes to the verifier row by row. For several threads at once.
class RowChecker final
{
public:
    RowChecker(const recipes::Recipe &recipe, const recipes::Property &property,
               std::vector<verify::CandidateKey> keys, verify::OtherProperties others, const Clock &clock,
               QString proofRule, std::chrono::seconds clockSkew, int sample);

    /// One outcome for each row, as far as the pulse let it go; the rest is left as it was. The two spans are
    /// of one length. Returns how many rows are done.
    std::size_t check(std::span<const RowText> rows, std::span<OutcomeId> outcomes, const Pulse &pulse);

    const OutcomeTable &outcomes() const { return m_outcomes; }
    int searches() const { return m_finder.searches(); }

private:
    /// A version whose hashes verify.
    struct VerifyingKey
    {
        crypto::MacBatch batch;
        std::atomic<qint64> outcome{-1}; ///< of every row it verifies, once one is known

        explicit VerifyingKey(crypto::MacBatch made)
            : batch(std::move(made))
        {
        }
    };

    using VerifyingKeys = std::vector<std::unique_ptr<VerifyingKey>>;

    static VerifyingKeys verifyingKeys(const recipes::MacRule *rule,
                                       const std::vector<verify::CandidateKey> &keys);
    void checkTogether(std::span<const RowText> rows, std::span<OutcomeId> outcomes,
                       std::vector<std::size_t> &open);
    bool isVerifiedBy(VerifyingKey &key, const RowText &row, ByteView tag, OutcomeId &outcome);
    OutcomeId checkAlone(const RowText &row);
    verify::VerificationRequest requestFor(const RowText &row) const;
    ByteView messageOf(const RowText &row) const { return m_hashesEmail ? row.email : row.id; }

    const recipes::MacRule *m_rule = nullptr; ///< of hashes; none for a recipe of tokens
    bool m_hashesEmail = false;
    QString m_proofRule;
    std::chrono::seconds m_clockSkew;
    VerifyingKeys m_keys; ///< in the order they are tried
    OutcomeTable m_outcomes;
    verify::IdentityVerifier m_verifier;
    CauseFinder m_finder;
};

} // namespace countersign::bulk
