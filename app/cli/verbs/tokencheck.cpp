#include "app/cli/verbs/tokencheck.h"

#include "app/cli/inputs.h"
#include "app/cli/keyinput.h"
#include "app/cli/tokencauses.h"
#include "app/cli/verbs/tokencommon.h"
#include "core/base/utf8.h"
#include "core/jose/keychoice.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

using Checked = CliResult<std::variant<TokenCheck, verify::Verdict>>;

QList<crypto::JwsAlgorithm> allowedAlgorithms(const Arguments &arguments)
{
    QList<crypto::JwsAlgorithm> algorithms;
    for (const QString &name : arguments.values(u"alg"_s)) {
        algorithms.append(*crypto::algorithmNamed(name));
    }
    return algorithms;
}

verify::Verdict withCause(verify::Verdict verdict, verify::VerdictKind kind, verify::CauseId cause,
                          const std::pair<QString, QString> &value)
{
    verdict.kind = kind;
    verdict.causes.append({cause, {value}, std::nullopt, {}});
    return verdict;
}

/// No key of the set is the token's: with a `kid` that is the token's fault, without one it is nobody's.
verify::Verdict noKeyVerdict(const jose::DecodedToken &token, const Clock &clock)
{
    const bool hasKeyId = !token.jwt->keyId().isEmpty();
    return withCause(emptyVerdict(token, clock),
                     hasKeyId ? verify::VerdictKind::Failed : verify::VerdictKind::NotVerified,
                     hasKeyId ? verify::CauseId::TokenKeyId : verify::CauseId::NothingToCheck,
                     {u"subject"_s, u"the token's kid"_s});
}

keys::ReadKey takeKey(std::vector<keys::ReadKey> &keys, const keys::ReadKey *chosen)
{
    return std::move(keys.at(static_cast<std::size_t>(chosen - keys.data())));
}

Checked checkWith(Session &session, jose::DecodedToken token, verify::Unwrapped bare,
                  std::vector<keys::ReadKey> keys)
{
    const auto chosen = jose::chooseKey(keys, *token.jwt);
    if (!chosen) {
        session.streams().note(u"Note: "_s + chosen.error().detail);
        return asPasted(noKeyVerdict(token, session.clock()), bare);
    }
    keys::ReadKey key = takeKey(keys, *chosen);
    auto prepared = jose::VerificationKey::create(key, allowedAlgorithms(session.arguments()));
    if (!prepared) {
        return asPasted(withCause(emptyVerdict(token, session.clock()), verify::VerdictKind::NotVerified,
                                  verify::CauseId::KeyUse, {u"detail"_s, prepared.error().detail}),
                        bare);
    }
    return TokenCheck{std::move(token), std::move(bare), std::move(key), *std::move(prepared)};
}

} // namespace

QList<Option> tokenCheckOptions()
{
    return keyOptions(u"a public or private key, a JWK, a JWK Set (kid chooses) or a secret"_s) +
           QList<Option>{algorithmOption(u"accept only this algorithm; those of the key when not given"_s)};
}

verify::Verdict asPasted(verify::Verdict verdict, const verify::Unwrapped &bare)
{
    return bare.isUnchanged() ? verdict : verify::failedForWrapping(std::move(verdict), bare);
}

verify::Verdict emptyVerdict(const jose::DecodedToken &token, const Clock &clock)
{
    verify::Verdict verdict;
    verdict.checkedAt = clock.now();
    if (token.jwt) {
        verdict.algorithm = token.jwt->algorithm();
        verdict.claims = token.jwt->claims;
    }
    return verdict;
}

Checked readTokenCheck(Session &session)
{
    auto keys = readKeys(session, session.arguments().value(u"key-file"_s));
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto text = readOperand(session, u"TOKEN"_s, LineBreak::Dropped);
    if (!text) {
        return std::unexpected(text.error());
    }
    jose::DecodedToken token = jose::decodeToken(*text);
    if (isUnsupported(token)) {
        verify::Verdict verdict = emptyVerdict(token, session.clock());
        verdict.kind = verify::VerdictKind::Unsupported;
        verdict.causes = causesOf(token, {}, allowedAlgorithms(session.arguments()));
        return verdict;
    }
    verify::Unwrapped bare = verify::unwrap(fromUtf8Exactly(*text));
    if (!bare.isUnchanged()) {
        token = jose::decodeToken(bare.text.toUtf8());
    }
    if (!token.jwt) {
        return std::unexpected(unreadableToken(*text, token));
    }
    return checkWith(session, std::move(token), std::move(bare), *std::move(keys));
}

} // namespace countersign::cli
