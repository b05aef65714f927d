#include "core/recipes/recipesections_p.h"

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr Named<crypto::HashAlgorithm> hashNames[] = {
    {u"SHA-256", crypto::HashAlgorithm::Sha256},
    {u"SHA-384", crypto::HashAlgorithm::Sha384},
    {u"SHA-512", crypto::HashAlgorithm::Sha512},
};

constexpr Named<Encoding> encodingNames[] = {
    {u"hex", Encoding::Hex},
    {u"base64", Encoding::Base64},
    {u"base64url", Encoding::Base64Url},
};

enum class Expiration { Refused, Optional, Required };

constexpr Named<Expiration> expirationNames[] = {
    {u"refused", Expiration::Refused},
    {u"optional", Expiration::Optional},
    {u"required", Expiration::Required},
};

MacRule readMac(ObjectReader &reader)
{
    MacRule rule;
    rule.hash = reader.choice<crypto::HashAlgorithm>(u"hash", hashNames);
    rule.messageField = reader.text(u"messageField");
    rule.encoding = reader.choice<Encoding>(u"encoding", encodingNames);
    return rule;
}

ClaimRule readClaim(ObjectReader &reader)
{
    ClaimRule rule;
    rule.name = reader.text(u"name");
    rule.fieldId = reader.text(u"field");
    rule.presence = readPresence(reader);
    return rule;
}

CustomClaimTexts readCustomClaims(ObjectReader &reader)
{
    CustomClaimTexts texts;
    texts.label = reader.text(u"label");
    texts.note = reader.text(u"note");
    texts.avoidPattern = reader.optionalPattern(u"avoid");
    texts.avoidHint = reader.optionalText(u"avoidHint");
    if (texts.avoidPattern.isEmpty() != texts.avoidHint.isEmpty()) {
        reader.fault().report(reader.path(), u"\"avoid\" and \"avoidHint\" come together"_s);
    }
    return texts;
}

crypto::JwsAlgorithm readAlgorithm(ObjectReader &reader)
{
    const QString name = reader.text(u"algorithm");
    const std::optional<crypto::JwsAlgorithm> algorithm = crypto::algorithmNamed(name);
    if (!algorithm) {
        reader.fault().report(reader.pathOf(u"algorithm"), u"\"%1\" is not a JWS algorithm"_s.arg(name));
    }
    return algorithm.value_or(crypto::JwsAlgorithm::HS256);
}

QStringList readHeader(ObjectReader &reader)
{
    const QStringList header = reader.texts(u"header");
    for (const QString &member : header) {
        if (member != u"alg" && member != u"typ") {
            reader.fault().report(reader.pathOf(u"header"), u"\"%1\" is not one of alg, typ"_s.arg(member));
        }
    }
    if (header.count(u"alg"_s) != 1 || header.count(u"typ"_s) > 1) {
        reader.fault().report(reader.pathOf(u"header"), u"\"alg\" is needed, and each member once"_s);
    }
    return header;
}

JwtRule readJwt(ObjectReader &reader)
{
    JwtRule rule;
    rule.algorithm = readAlgorithm(reader);
    rule.header = readHeader(reader);
    rule.claims = reader.objects<ClaimRule>(u"claims", readClaim);
    if (reader.has(u"customClaims")) {
        rule.customClaims = CustomClaims::Allowed;
        rule.customClaimTexts = reader.object<CustomClaimTexts>(u"customClaims", readCustomClaims);
    }
    const Expiration expiration = reader.choice<Expiration>(u"expiration", expirationNames);
    rule.expiration = expiration == Expiration::Required ? Presence::Required : Presence::Optional;
    rule.expirySetting = expiration == Expiration::Refused ? ExpirySetting::Refused : ExpirySetting::Allowed;
    rule.expirationNote = reader.text(u"expirationNote");
    return rule;
}

void readMechanism(ObjectReader &reader, ProofRule &rule)
{
    if (reader.has(u"mac") == reader.has(u"jwt")) {
        reader.fault().report(reader.path(), u"exactly one of \"mac\" and \"jwt\" is needed"_s);
    } else if (reader.has(u"mac")) {
        rule.mechanism = reader.object<MacRule>(u"mac", readMac);
    } else {
        rule.mechanism = reader.object<JwtRule>(u"jwt", readJwt);
    }
}

} // namespace

ProofRule readProofRule(ObjectReader &reader)
{
    ProofRule rule;
    rule.id = reader.text(u"id");
    rule.label = reader.text(u"label");
    rule.tagName = reader.text(u"tagName");
    rule.note = reader.optionalText(u"note");
    rule.fields = reader.texts(u"fields");
    rule.evidence = readEvidence(reader);
    readMechanism(reader, rule);
    return rule;
}

} // namespace countersign::recipes
