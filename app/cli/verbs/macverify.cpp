#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/maccommon.h"
#include "app/cli/verdictreport.h"
#include "core/verify/identityverifier.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// The least recipe that says how this MAC is made, so that the diagnosis of the console explains a failure.
recipes::Recipe recipeFor(const MacSetup &setup)
{
    recipes::Recipe recipe;
    recipe.id = u"mac"_s;
    recipe.vendor = u"HMAC"_s;
    recipes::FieldRule message;
    message.id = u"userId"_s;
    message.label = u"Message"_s;
    recipe.visitorFields = {message};
    recipes::ProofRule proof;
    proof.id = u"mac"_s;
    proof.label = setup.algorithmName;
    proof.tagName = u"tag"_s;
    proof.mechanism = recipes::MacRule{setup.hash, message.id, setup.encoding};
    proof.fields = {message.id};
    recipe.proofs = {proof};
    return recipe;
}

verify::Verdict verdictFor(Session &session, MacSetup setup, const QString &message, const QString &tag)
{
    const recipes::Recipe recipe = recipeFor(setup);
    keys::KeyVersion version;
    version.number = 1;
    version.status = keys::KeyStatus::Current;
    version.description = keys::describe(setup.key.material);
    std::vector<verify::CandidateKey> candidates;
    candidates.push_back({version, std::move(setup.key.material)});
    const verify::IdentityVerifier verifier(recipe, {}, std::move(candidates), session.clock());
    verify::VerificationRequest request;
    request.userId = message;
    request.proof = tag;
    request.proofRule = u"mac"_s;
    request.emptyUserId = verify::EmptyUserId::IsMeant; // an empty message has a tag of its own
    verify::Verdict verdict = verifier.verify(request);
    verdict.algorithm = setup.algorithmName;
    verdict.keyVersion.reset(); // there is one key here, and it has no versions
    for (verify::Cause &cause : verdict.causes) {
        cause.keyVersion.reset();
    }
    return verdict;
}

VerbResult run(Session &session)
{
    auto setup = readMacSetup(session);
    if (!setup) {
        return std::unexpected(setup.error());
    }
    const auto message = readOperand(session, u"MESSAGE"_s, LineBreak::Kept);
    if (!message) {
        return std::unexpected(message.error());
    }
    // A byte-order mark in front would be dropped, and another message checked than the one given.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decode(*message);
    if (decode.hasError()) {
        return std::unexpected(Error{ErrorCode::InvalidEncoding, u"MESSAGE is not UTF-8"_s});
    }
    return reportVerdict(session,
                         verdictFor(session, *std::move(setup), text, session.arguments().value(u"tag"_s)));
}

} // namespace

Verb macVerifyVerb()
{
    return {.path = u"mac verify"_s,
            .summary = u"Check the HMAC of a message and say why it differs"_s,
            .operands = {{u"MESSAGE"_s, u"what was hashed; \"-\" reads standard input"_s}},
            .options = macOptions() + QList<Option>{{.name = u"tag"_s,
                                                     .valueName = u"TAG"_s,
                                                     .help = u"the hash to check, as it was received"_s,
                                                     .need = Need::Required}},
            .examples = {u"countersign-cli mac verify --key-file k --tag "
                         "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221 user123"_s},
            .jsonKeys = verdictJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
