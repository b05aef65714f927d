#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/tokencommon.h"
#include "core/base/encoding.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

JsonArray findingsToJson(const jose::DecodedToken &token)
{
    JsonArray array;
    for (const jose::TokenFinding &finding : token.findings) {
        array.append(finding.detail);
    }
    return array;
}

/// The payload as text where it is text, for a JWS whose payload is no JSON object.
JsonValue payloadToJson(const jose::UnverifiedJwt &jwt)
{
    return jwt.claims ? JsonValue() : JsonValue(QString::fromUtf8(jwt.payload));
}

JsonObject toJson(const jose::DecodedToken &token)
{
    const jose::UnverifiedJwt &jwt = *token.jwt;
    return {{u"header"_s, jwt.header},
            {u"claims"_s, jwt.claims ? JsonValue(*jwt.claims) : JsonValue()},
            {u"payload"_s, payloadToJson(jwt)},
            {u"signature"_s, QString::fromLatin1(encode(bytesOf(jwt.signature), Encoding::Base64Url))},
            {u"findings"_s, findingsToJson(token)},
            {u"checked"_s, false}};
}

QStringList linesOf(const jose::DecodedToken &token, const Clock &clock)
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
    for (const jose::TokenFinding &finding : token.findings) {
        lines.append(u"Suspicious: "_s + finding.detail);
    }
    return lines;
}

VerbResult run(Session &session)
{
    const auto token = readOperand(session, u"TOKEN"_s, LineBreak::Dropped);
    if (!token) {
        return std::unexpected(token.error());
    }
    const jose::DecodedToken decoded = jose::decodeToken(*token);
    if (!decoded.jwt) {
        return std::unexpected(unreadableToken(*token, decoded));
    }
    session.print(toJson(decoded), linesOf(decoded, session.clock()));
    return ExitCode::Done;
}

} // namespace

Verb jwtDecodeVerb()
{
    return {.path = u"jwt decode"_s,
            .summary = u"Show what is in a token; needs no key and checks nothing"_s,
            .operands = {{u"TOKEN"_s, u"any token; \"-\" reads standard input"_s}},
            .examples = {u"countersign-cli jwt decode eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
                         "eyJqdGkiOiJ1c2VyMUBjb21wYW55LmNvbSJ9.c2lnbmF0dXJl"_s},
            .jsonKeys = {u"header"_s, u"claims"_s, u"payload"_s, u"signature"_s, u"findings"_s, u"checked"_s},
            .run = run};
}

} // namespace countersign::cli
