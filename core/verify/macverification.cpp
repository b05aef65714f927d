#include "core/verify/damagedtag_p.h"
#include "core/verify/foreignkeys_p.h"
#include "core/verify/typedsubject_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// Which value of the request the rule's message field takes.
SubjectValues subjectFor(const Verification &verification, const recipes::MacRule &rule)
{
    const bool isEmail = verification.recipe.hashesEmail(rule);
    const VerificationRequest &request = verification.request;
    SubjectValues subject;
    subject.kind = isEmail ? SubjectKind::Email : SubjectKind::UserId;
    subject.value = isEmail ? request.email : request.userId;
    subject.other = isEmail ? request.userId : request.email;
    subject.call = verification.rule.label;
    for (const recipes::FieldRule &visitorField : verification.recipe.visitorFields) {
        if (!visitorField.example.isEmpty()) {
            subject.examples.append(visitorField.example);
        }
    }
    subject.propertyFields = neighboursOf(verification.recipe, verification.property).propertyFields;
    subject.isEmptyMeant = !isEmail && request.emptyUserId == EmptyUserId::IsMeant;
    return subject;
}

QString expectedPhrase(const recipes::MacRule &rule)
{
    return u"an %1 in %2"_s.arg(macName(rule.hash), QString::fromLatin1(encodingPhrase(rule.encoding)));
}

/// The strict check: the tag's text, letter for letter, under this key.
bool isTagOf(const CandidateKey &key, const recipes::MacRule &rule, const QString &message,
             const QString &proof)
{
    const auto *secret = std::get_if<keys::SecretKey>(&key.material);
    if (!secret) {
        return false;
    }
    const auto macKey = crypto::MacKey::create(rule.hash, secret->bytes.bytes());
    if (!macKey) {
        return false;
    }
    const QByteArray tag = encode(bytesOf(macKey->computeMac(bytesOf(message.toUtf8()))), rule.encoding);
    return equalConstantTime(bytesOf(tag), bytesOf(proof.toUtf8()));
}

std::optional<int> verifyingKey(const Verification &verification, const recipes::MacRule &rule,
                                const QString &message)
{
    for (std::size_t index = 0; index < verification.keys.size(); ++index) {
        const CandidateKey &key = verification.keys[index];
        if (keys::canVerify(key.version.status) && isTagOf(key, rule, message, verification.request.proof)) {
            return static_cast<int>(index);
        }
    }
    return std::nullopt;
}

bool hasSecret(const Verification &verification)
{
    return std::ranges::any_of(verification.keys, [](const CandidateKey &key) {
        return std::holds_alternative<keys::SecretKey>(key.material);
    });
}

bool takesOther(const Verification &verification, const recipes::MacRule &rule, const recipes::MacRule &other)
{
    return subjectFor(verification, other).kind != subjectFor(verification, rule).kind &&
           other.hash == rule.hash && other.encoding == rule.encoding;
}

/// The older call of the same vendor that takes this very value.
void addOtherCall(Verdict &verdict, const Verification &verification, const recipes::MacRule &rule)
{
    if (verdict.causes.size() != 1 || (verdict.causes.first().id != CauseId::MessageEmail &&
                                       verdict.causes.first().id != CauseId::MessageUserId)) {
        return;
    }
    for (const recipes::ProofRule &other : verification.recipe.proofs) {
        if (other.mac() && takesOther(verification, rule, *other.mac())) {
            verdict.causes.append({CauseId::MessageOtherCall,
                                   {{u"found"_s, other.label}, {u"call"_s, verification.rule.label}},
                                   {},
                                   {}});
        }
    }
}

Verdict unexplained(Verdict verdict, const Verification &verification, const recipes::MacRule &rule,
                    const SubjectValues &subject)
{
    if (noteDamagedTag(verdict, verification, rule, subject)) {
        return verdict;
    }
    const ProofForm form = proofFormOf(verification.request.proof);
    if (auto key = foreignKeyPasted(verification, expectedPhrase(rule))) {
        verdict.causes.append(std::move(*key));
    } else if (!looksLikeHash(form) || form == ProofForm::HexOther) {
        const QString found = QString::fromLatin1(proofFormName(form));
        verdict.causes.append(
            {CauseId::NotAProofOther, {{u"expected"_s, expectedPhrase(rule)}, {u"found"_s, found}}, {}, {}});
    } else if (!anyCanVerify(verification.keys)) {
        verdict.kind = VerdictKind::NotVerified;
        verdict.causes.append({CauseId::NoKey, {}, {}, {}});
        return verdict;
    } else if (!subject.isGiven()) {
        verdict.kind = VerdictKind::NotVerified;
        verdict.causes.append(
            {CauseId::NothingToCheck, {{u"subject"_s, subjectPhrase(subject.kind)}}, {}, {}});
        return verdict;
    } else {
        verdict.causes.append(unknownKeyCause(verdict, verification));
    }
    verdict.kind = VerdictKind::Failed;
    return verdict;
}

SearchResult searchWith(const Verification &verification, const recipes::MacRule &rule,
                        std::vector<MessageForm> messages, const QList<TagReading> &readings,
                        Verdict &verdict)
{
    const HypothesisSearch search(verification.prepared.searchKeys(), std::move(messages),
                                  constructionsFor(rule.hash));
    const SearchResult result = carryOut(verification, search, readings);
    noteSearch(verdict, verification, result, search.knownMistakes());
    return result;
}

/// Where only known hypotheses are tried, the right message comes first: its other forms cost far more than
/// trying it, and a key that is no longer valid is the commonest cause in a list.
Verdict explain(Verdict verdict, const Verification &verification, const recipes::MacRule &rule,
                const SubjectValues &subject)
{
    const QList<TagReading> readings = readTag(verification.request.proof, rule.encoding);
    SearchResult result;
    if (verification.known && subject.isGiven()) {
        result = searchWith(verification, rule, {{subject.value.toUtf8(), {}}}, readings, verdict);
    }
    const std::vector<MessageForm> messages = formsOfMessage(subject);
    if (!result.match) {
        result = searchWith(verification, rule, messages, readings, verdict);
    }
    if (!result.match &&
        !searchForeignSecrets(verdict, verification, messages, constructionsFor(rule.hash), readings) &&
        !searchLegacyHashes(verdict, verification, messages, readings, macName(rule.hash))) {
        return unexplained(std::move(verdict), verification, rule, subject);
    }
    addOtherCall(verdict, verification, rule);
    settle(verdict);
    verdict.kind = VerdictKind::Failed; // a search explains; only the strict check verifies
    return verdict;
}

/// The proof of the value that was meant, where something came along with the one given here.
std::optional<Verdict> verifiedForBareSubject(Verdict verdict, const Verification &verification,
                                              const recipes::MacRule &rule, const SubjectValues &subject)
{
    for (const BareSubject &bare : bareSubjects(subject.value)) {
        if (const auto key = verifyingKey(verification, rule, bare.value)) {
            verdict.causes.append({CauseId::SubjectTyped,
                                   {{u"subject"_s, subjectPhrase(subject.kind)},
                                    {u"difference"_s, QString::fromUtf8(bare.difference)}},
                                   {},
                                   {}});
            nameKey(verdict, verification, *key);
            settle(verdict);
            return verdict;
        }
    }
    return std::nullopt;
}

Verdict failedWith(Verdict verdict, Cause cause)
{
    verdict.kind = VerdictKind::Failed;
    verdict.causes.append(std::move(cause));
    return verdict;
}

} // namespace

Verdict verifyMac(const Verification &verification, const recipes::MacRule &rule)
{
    Verdict verdict = beginVerdict(verification);
    verdict.algorithm = crypto::macAlgorithmName(rule.hash);
    const SubjectValues subject = subjectFor(verification, rule);
    if (subject.isGiven()) {
        if (const auto key = verifyingKey(verification, rule, subject.value)) {
            nameKey(verdict, verification, *key);
            settle(verdict);
            return verdict;
        }
        if (auto meant = verifiedForBareSubject(verdict, verification, rule, subject)) {
            return *meant;
        }
    }
    if (auto cause = notAProof(verification, expectedPhrase(rule))) {
        return failedWith(std::move(verdict), std::move(*cause));
    }
    if (looksLikeToken(proofFormOf(verification.request.proof))) {
        return failedWith(std::move(verdict),
                          {CauseId::NotAProofToken, {{u"expected"_s, expectedPhrase(rule)}}, {}, {}});
    }
    if (!verification.keys.empty() && !hasSecret(verification)) {
        verdict.kind = VerdictKind::Unsupported;
        verdict.causes.append({CauseId::KeyUnsupported, {{u"expected"_s, macName(rule.hash)}}, {}, {}});
        return verdict;
    }
    return explain(std::move(verdict), verification, rule, subject);
}

} // namespace countersign::verify
