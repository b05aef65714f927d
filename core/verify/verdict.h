#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/verify/construction.h"

namespace countersign::verify {

enum class VerdictKind {
    Verified,
    Failed,      ///< with causes
    NotVerified, ///< there is nothing to check it with
    Unsupported, ///< a kind of proof Countersign does not check
};

struct Verdict
{
    VerdictKind kind = VerdictKind::NotVerified;
    QList<Cause> causes; ///< most telling first; a verified proof may carry remarks (KeyPrevious)
    QString property;
    std::optional<int> keyVersion; ///< the version that matched, also when the verdict is Failed
    QString keyFingerprint;        ///< of that version
    QString algorithm;             ///< "HS256"
    Timestamp checkedAt{};
    std::chrono::seconds clockSkew{0};
    std::optional<JsonObject> claims; ///< of a token, when it could be read
    int hypothesesTried = 0;          ///< 0: no search for a cause was needed
    int keyVersionsTried = 0;         ///< what the search went over
    int otherPropertiesTried = 0;     ///< properties of the vault that the search went over besides
    int otherKeyVersionsTried = 0;    ///< theirs
    int mistakesTried = 0;            ///< known mistakes of key, message, construction and writing
    std::chrono::microseconds searchTime{0};
    std::optional<Hypothesis> hypothesis; ///< what a search found, for trying it on the next proof
    bool isSearchedInFull = true;         ///< false: no known hypothesis explained it, and no other was tried

    bool has(CauseId id) const;
};

QString verdictName(VerdictKind kind); ///< "verified", "failed", "not verified", "unsupported"
/// The JSON of the CLI's contract, the same in every verb.
JsonObject verdictToJson(const Verdict &verdict);

} // namespace countersign::verify
