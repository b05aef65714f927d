#include "app/cli/tokencauses.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/tokencheck.h"
#include "app/cli/verdictreport.h"
#include "core/base/encoding.h"
#include "core/jose/jwsverifier.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// The payload for JSON: as text where it is UTF-8, and always in base64url.
void addPayload(JsonObject &document, const QByteArray &payload)
{
    document.append({u"payload"_s, QString::fromUtf8(payload)});
    document.append(
        {u"payloadBase64url"_s, QString::fromLatin1(encode(bytesOf(payload), Encoding::Base64Url))});
}

/// Prints the payload byte for byte; the verdict goes to standard error, so that a pipe gets nothing else.
ExitCode reportVerified(Session &session, const jose::VerifiedJws &jws, const verify::Verdict &verdict)
{
    if (session.wantsJson()) {
        JsonObject document = verify::verdictToJson(verdict);
        addPayload(document, jws.payload());
        session.printJson(document);
        return ExitCode::Done;
    }
    session.streams().note(u"%1 (%2)"_s.arg(verify::verdictName(verdict.kind), verdict.algorithm));
    session.streams().write(bytesOf(jws.payload()));
    if (!jws.payload().endsWith('\n')) {
        session.streams().write(bytesOf("\n"));
    }
    return ExitCode::Done;
}

VerbResult run(Session &session)
{
    const auto check = readTokenCheck(session);
    if (!check) {
        return std::unexpected(check.error());
    }
    if (const auto *decided = std::get_if<verify::Verdict>(&*check)) {
        return reportVerdict(session, *decided);
    }
    const auto &[token, bare, key, verificationKey] = std::get<TokenCheck>(*check);
    verify::Verdict verdict = emptyVerdict(token, session.clock());
    const auto verified = jose::verifyJws(token, verificationKey);
    verdict.kind = verified ? verify::VerdictKind::Verified : verify::VerdictKind::Failed;
    if (verified && bare.isUnchanged()) {
        return reportVerified(session, *verified, verdict);
    }
    if (!verified) {
        verdict.causes = causesOf(token, verified.error(), verificationKey.algorithms());
    }
    return reportVerdict(session, asPasted(std::move(verdict), bare));
}

} // namespace

Verb jwsVerifyVerb()
{
    return {.path = u"jws verify"_s,
            .summary = u"Check the signature over any payload and print the payload"_s,
            .description = u"Nothing in the payload is checked: \"jwt verify\" does that for claims."_s,
            .operands = {{u"TOKEN"_s, u"a compact JWS; \"-\" reads standard input"_s}},
            .options = tokenCheckOptions(),
            .examples = {u"countersign-cli jws verify --key-file keys.jwks \"$TOKEN\""_s},
            .jsonKeys = verdictJsonKeys() + QStringList{u"payload"_s, u"payloadBase64url"_s},
            .run = run};
}

} // namespace countersign::cli
