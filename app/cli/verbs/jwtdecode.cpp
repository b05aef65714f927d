#include "app/cli/inputs.h"
#include "app/cli/tokencauses.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/tokencommon.h"
#include "core/base/encoding.h"
#include "core/base/utf8.h"
#include "core/verify/tokencauses.h"
#include "core/verify/wording.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

JsonArray findingsToJson(const jose::DecodedToken &token, const verify::Unwrapped &bare)
{
    JsonArray array;
    if (!bare.isUnchanged()) {
        array.append(verify::causePhrase(verify::wrappingCause(bare)));
    }
    for (const jose::TokenFinding &finding : token.findings) {
        array.append(finding.detail);
    }
    return array;
}

JsonValue causesToJson(const QList<verify::Cause> &causes)
{
    verify::Verdict verdict;
    verdict.causes = causes;
    return *findMember(verify::verdictToJson(verdict), u"causes");
}

/// What is wrong with its form; first what stands around it.
QList<verify::Cause> everyCauseOf(const jose::DecodedToken &token, const verify::Unwrapped &bare)
{
    QList<verify::Cause> causes = causesOf(token, {}, {});
    if (!bare.isUnchanged()) {
        causes.prepend(verify::wrappingCause(bare));
    }
    return causes;
}

/// The payload as text where it is text, for a JWS whose payload is no JSON object.
JsonValue payloadToJson(const jose::UnverifiedJwt &jwt)
{
    return jwt.claims ? JsonValue() : JsonValue(QString::fromUtf8(jwt.payload));
}

JsonObject toJson(const jose::DecodedToken &token, const verify::Unwrapped &bare)
{
    const jose::UnverifiedJwt &jwt = *token.jwt;
    return {{u"header"_s, jwt.header},
            {u"claims"_s, jwt.claims ? JsonValue(*jwt.claims) : JsonValue()},
            {u"payload"_s, payloadToJson(jwt)},
            {u"signature"_s, QString::fromLatin1(encode(bytesOf(jwt.signature), Encoding::Base64Url))},
            {u"findings"_s, findingsToJson(token, bare)},
            {u"causes"_s, causesToJson(everyCauseOf(token, bare))},
            {u"checked"_s, false}};
}

QString remarkOn(const verify::Cause &cause)
{
    const QString detail = cause.values.value(u"detail"_s);
    return u"Suspicious: %1 (%2)"_s.arg(detail.isEmpty() ? verify::causePhrase(cause) : detail,
                                        verify::causeCode(cause.id));
}

QStringList linesOf(const jose::DecodedToken &token, const verify::Unwrapped &bare, const Clock &clock)
{
    const jose::UnverifiedJwt &jwt = *token.jwt;
    QStringList lines{u"Decoded, not checked against any key."_s,
                      {},
                      u"Header"_s,
                      QString::fromUtf8(writeJson(jwt.header, JsonLayout::Indented)),
                      {}};
    if (jwt.claims) {
        lines += {u"Claims"_s, QString::fromUtf8(writeJson(*jwt.claims, JsonLayout::Indented))};
        lines += timeRemarks(*jwt.claims, clock);
    } else {
        lines += {u"Payload (not a JSON object)"_s, QString::fromUtf8(jwt.payload)};
    }
    lines += {{}, u"Signature: %1 bytes"_s.arg(jwt.signature.size())};
    for (const verify::Cause &cause : everyCauseOf(token, bare)) {
        lines.append(remarkOn(cause));
    }
    return lines;
}

/// What keeps a part from being read. A payload that is no JSON is none of that: a JWS may hold anything.
bool isMalformed(jose::TokenFault fault)
{
    using enum jose::TokenFault;
    return fault == NotThreeParts || fault == InvalidBase64Url || fault == InvalidHeaderJson ||
           fault == DuplicateMember;
}

/// Where it could not be read; nothing for a token that is whole, good or bad.
QString placesUnread(const jose::DecodedToken &token)
{
    QStringList places;
    for (const jose::TokenFinding &finding : token.findings) {
        if (isMalformed(finding.fault)) {
            places.append(finding.detail);
        }
    }
    return places.join(u"; "_s);
}

VerbResult run(Session &session)
{
    const auto token = readOperand(session, u"TOKEN"_s, LineBreak::Dropped);
    if (!token) {
        return std::unexpected(token.error());
    }
    const verify::Unwrapped bare = verify::unwrap(fromUtf8Exactly(*token));
    const jose::DecodedToken decoded = jose::decodeToken(bare.isUnchanged() ? *token : bare.text.toUtf8());
    if (!decoded.jwt) {
        return std::unexpected(unreadableToken(*token, decoded));
    }
    session.print(toJson(decoded, bare), linesOf(decoded, bare, session.clock()));
    const QString unread = placesUnread(decoded);
    if (unread.isEmpty()) {
        return ExitCode::Done;
    }
    session.streams().note(u"Note: only what could be read is shown. "_s +
                           Failure(Error{ErrorCode::InvalidToken, unread}).message);
    return ExitCode::UnreadableInput;
}

} // namespace

Verb jwtDecodeVerb()
{
    return {.path = u"jwt decode"_s,
            .summary = u"Show what is in a token; needs no key and checks nothing"_s,
            .description = u"Of a token that is malformed it shows what can be read, and exits with 3."_s,
            .operands = {{u"TOKEN"_s, u"any token; \"-\" reads standard input"_s}},
            .examples = {u"countersign-cli jwt decode eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
                         "eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9.c2lnbmF0dXJl"_s},
            .jsonKeys = {u"header"_s, u"claims"_s, u"payload"_s, u"signature"_s, u"findings"_s, u"causes"_s,
                         u"checked"_s},
            .run = run};
}

} // namespace countersign::cli
