#include "core/jose/jwt.h"

#include "core/base/encoding.h"
#include "core/jose/headerchecks.h"
#include "core/jose/tokentext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::jose {
namespace {

QString textMember(const JsonObject &object, QStringView name)
{
    const JsonValue *value = findMember(object, name);
    return value && value->asString() ? *value->asString() : QString();
}

QString partName(TokenPart part)
{
    switch (part) {
    case TokenPart::Header:
        return u"header"_s;
    case TokenPart::Payload:
        return u"payload"_s;
    case TokenPart::Signature:
        return u"signature"_s;
    case TokenPart::Whole:
        return u"token"_s;
    }
    return {};
}

/// Takes the three parts of one token apart.
class Decoder final
{
public:
    explicit Decoder(QList<TokenFinding> *findings)
        : m_findings(findings)
    {
    }

    UnverifiedJwt decode(const TokenParts &parts);

private:
    void add(TokenPart part, TokenFault fault, const QString &reason);
    void addJson(TokenPart part, TokenFault fault, const Error &error);
    QByteArray decodePart(TokenPart part, QByteArrayView text);
    void readHeader(UnverifiedJwt *jwt);
    void readPayload(UnverifiedJwt *jwt);
    void explainPayload(const UnverifiedJwt &jwt, const Error &error);

    QList<TokenFinding> *m_findings;
};

UnverifiedJwt Decoder::decode(const TokenParts &parts)
{
    UnverifiedJwt jwt;
    jwt.signingInput = parts.signingInput.toByteArray();
    jwt.headerJson = decodePart(TokenPart::Header, parts.header);
    if (!jwt.headerJson.isEmpty() || parts.header.isEmpty()) {
        readHeader(&jwt);
    }
    jwt.payload = decodePart(TokenPart::Payload, parts.payload);
    if (!jwt.payload.isEmpty() || parts.payload.isEmpty()) {
        readPayload(&jwt);
    }
    jwt.signature = decodePart(TokenPart::Signature, parts.signature);
    if (parts.signature.isEmpty()) {
        add(TokenPart::Signature, TokenFault::Unsigned, u"missing: the token is not signed"_s);
    }
    return jwt;
}

void Decoder::add(TokenPart part, TokenFault fault, const QString &reason)
{
    m_findings->append({fault, partName(part) + u": "_s + reason, part});
}

void Decoder::addJson(TokenPart part, TokenFault fault, const Error &error)
{
    const bool isDuplicate = error.code == ErrorCode::DuplicateJsonMember;
    add(part, isDuplicate ? TokenFault::DuplicateMember : fault, error.detail);
}

QByteArray Decoder::decodePart(TokenPart part, QByteArrayView text)
{
    auto bytes = countersign::decode(text, Encoding::Base64Url);
    if (!bytes) {
        add(part, TokenFault::InvalidBase64Url, bytes.error().detail);
        return {};
    }
    return *std::move(bytes);
}

void Decoder::readHeader(UnverifiedJwt *jwt)
{
    auto header = parseJsonObject(jwt->headerJson);
    if (!header) {
        addJson(TokenPart::Header, TokenFault::InvalidHeaderJson, header.error());
        return;
    }
    jwt->header = *std::move(header);
    checkHeader(jwt->header, m_findings);
}

void Decoder::readPayload(UnverifiedJwt *jwt)
{
    auto claims = parseJsonObject(jwt->payload);
    if (claims) {
        jwt->claims = *std::move(claims);
    } else {
        explainPayload(*jwt, claims.error());
    }
}

void Decoder::explainPayload(const UnverifiedJwt &jwt, const Error &error)
{
    if (jwt.payload.isEmpty()) {
        add(TokenPart::Payload, TokenFault::PayloadNotAnObject,
            u"empty: detached content is not supported"_s);
    } else if (jwt.payload.startsWith("eyJ") && jwt.payload.count('.') == 2) {
        add(TokenPart::Payload, TokenFault::NestedToken, u"another token"_s);
    } else {
        const bool isJson = parseJson(jwt.payload).has_value();
        addJson(TokenPart::Payload, isJson ? TokenFault::PayloadNotAnObject : TokenFault::InvalidPayloadJson,
                error);
    }
}

bool isAboutPayload(const TokenFinding &finding)
{
    return finding.part == TokenPart::Payload && finding.fault != TokenFault::InvalidBase64Url;
}

} // namespace

QString UnverifiedJwt::algorithm() const
{
    return textMember(header, u"alg");
}

QString UnverifiedJwt::keyId() const
{
    return textMember(header, u"kid");
}

bool DecodedToken::has(TokenFault fault) const
{
    return std::ranges::find(findings, fault, &TokenFinding::fault) != findings.end();
}

bool DecodedToken::isAcceptable() const
{
    const auto isEmbeddedKey = [](const TokenFinding &finding) {
        return finding.fault == TokenFault::EmbeddedKey;
    };
    return jwt && jwt->claims && std::ranges::all_of(findings, isEmbeddedKey);
}

bool DecodedToken::isAcceptableJws() const
{
    const auto isHarmless = [](const TokenFinding &finding) {
        return finding.fault == TokenFault::EmbeddedKey || isAboutPayload(finding);
    };
    return jwt && std::ranges::all_of(findings, isHarmless);
}

DecodedToken decodeToken(QByteArrayView token)
{
    DecodedToken decoded;
    if (token.size() > maximumTokenSize) {
        decoded.findings.append({TokenFault::TooLarge, u"longer than %1 KiB"_s.arg(maximumTokenSize / 1024)});
        return decoded;
    }
    const TokenText text = unwrapToken(token, &decoded.findings);
    if (const auto parts = splitToken(text.view, &decoded.findings)) {
        decoded.jwt = Decoder(&decoded.findings).decode(*parts);
    }
    return decoded;
}

} // namespace countersign::jose
