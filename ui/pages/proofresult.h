#pragma once

#include "core/recipes/proof.h"
#include "ui/widgets/styling.h"

#include <QWidget>

namespace countersign::ui {

class Card;
class Chip;
class CodeView;
class FactList;
class MessageBanner;
class TokenView;

/// The right half of the proof page: the hash or token as the largest thing, what exactly was signed, and
/// what it was made with.
class ProofResult final : public QWidget
{
    Q_OBJECT

public:
    explicit ProofResult(QWidget *parent = nullptr);

    /// Arranges the cards for a hash or a token; nothing is shown in them yet.
    void setRule(const recipes::ProofRule &rule);
    /// The facts about the key, known before a proof is made.
    void setKey(const keys::KeyVersion *version, const std::optional<std::chrono::seconds> &expiresIn);
    /// Another proof is being made: the one that is shown is no longer to be copied.
    void awaitProof();
    void showProof(const recipes::Proof &proof);
    /// Nothing to show, with the reason in place of the value.
    void showNothing(const QString &reason);
    void showError(const Error &error);
    void clear();
    const QString &value() const { return m_proof.value; }
    const recipes::Proof &proof() const { return m_proof; }

Q_SIGNALS:
    void copyRequested();

private:
    /// What the facts were written for.
    struct Shown
    {
        const recipes::ProofRule *rule;
        keys::KeyVersion version;
        std::optional<std::chrono::seconds> expiresIn;

        bool operator==(const Shown &) const = default;
    };

    QWidget *makeParts();
    void addKeyFacts(const keys::KeyVersion &version);
    void addExpiryFact(const recipes::JwtRule &rule, const std::optional<std::chrono::seconds> &expiresIn);

    const recipes::ProofRule *m_rule = nullptr;
    std::optional<Shown> m_shown;
    recipes::Proof m_proof; ///< empty where none is shown
    MessageBanner *m_banner;
    Card *m_valueCard;
    Chip *m_algorithm;
    TokenView *m_token;
    QPushButton *m_copy;
    QWidget *m_parts; ///< header and claims, or what is hashed: once there is a proof
    Card *m_headerCard;
    Card *m_claimsCard;
    CodeView *m_header;
    CodeView *m_claims;
    QLabel *m_signedNote;
    Card *m_madeCard;
    FactList *m_facts;
};

} // namespace countersign::ui
