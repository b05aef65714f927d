#include "core/recipes/recipesections_p.h"

#include <QRegularExpression>

#include <regex>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr Named<KeyIssuer> issuerNames[] = {
    {u"vendor", KeyIssuer::Vendor},
    {u"customer", KeyIssuer::Customer},
};

constexpr Named<crypto::KeyType> keyTypeNames[] = {
    {u"secret", crypto::KeyType::Secret},
    {u"rsa", crypto::KeyType::Rsa},
    {u"ec", crypto::KeyType::Ec},
    {u"ed25519", crypto::KeyType::Ed25519},
};

constexpr Named<keys::SecretEncoding> secretEncodingNames[] = {
    {u"text", keys::SecretEncoding::Text},
    {u"hex", keys::SecretEncoding::Hex},
    {u"base64", keys::SecretEncoding::Base64},
};

constexpr Named<KeyOverlap> overlapNames[] = {
    {u"none", KeyOverlap::None},
    {u"several", KeyOverlap::Several},
};

// Secrets are matched where they lie, by std::regex, because QRegularExpression reads QString only. What that
// counts by, libstdc++ adds up without looking whether it still fits an integer.
void checkSecretPattern(ObjectReader &reader, const QString &pattern)
{
    static const QRegularExpression longNumber(u"[0-9]{5}"_s);
    if (longNumber.match(pattern).hasMatch()) {
        reader.fault().report(reader.pathOf(u"pattern"), u"a number of more than four digits"_s);
        return;
    }
    try {
        std::regex(pattern.toStdString());
    } catch (const std::regex_error &) {
        reader.fault().report(reader.pathOf(u"pattern"), u"not a regular expression of ECMAScript"_s);
    }
}

void readKeyForm(ObjectReader &reader, KeyRule &rule)
{
    rule.pattern = reader.optionalPattern(u"pattern");
    rule.patternHint = reader.optionalText(u"patternHint");
    checkSecretPattern(reader, rule.pattern);
    if (rule.pattern.isEmpty() != rule.patternHint.isEmpty()) {
        reader.fault().report(reader.path(), u"\"pattern\" and \"patternHint\" come together"_s);
    }
}

QString readEnvironmentVariable(ObjectReader &reader)
{
    static const QRegularExpression form(u"\\A[A-Z][A-Z0-9_]*\\z"_s);
    const QString name = reader.text(u"environmentVariable");
    if (!form.match(name).hasMatch()) {
        reader.fault().report(reader.pathOf(u"environmentVariable"),
                              u"\"%1\" is not a name like TAWK_TO_KEY"_s.arg(name));
    }
    return name;
}

} // namespace

KeyRule readKeyRule(ObjectReader &reader)
{
    KeyRule rule;
    rule.name = reader.text(u"name");
    rule.issuer = reader.choice<KeyIssuer>(u"issuer", issuerNames);
    rule.type = reader.choice<crypto::KeyType>(u"type", keyTypeNames);
    rule.bits = reader.integer(u"bits", 128, 4096);
    rule.secretEncoding = reader.optionalChoice<keys::SecretEncoding>(u"secretEncoding", secretEncodingNames,
                                                                      keys::SecretEncoding::Text);
    readKeyForm(reader, rule);
    rule.dashboardPath = reader.text(u"dashboardPath");
    rule.environmentVariable = readEnvironmentVariable(reader);
    rule.evidence = readEvidence(reader);
    return rule;
}

RotationRule readRotationRule(ObjectReader &reader)
{
    RotationRule rule;
    rule.overlap = reader.choice<KeyOverlap>(u"overlap", overlapNames);
    rule.consequence = reader.text(u"consequence");
    rule.steps = reader.texts(u"steps");
    rule.evidence = readEvidence(reader);
    return rule;
}

DashboardEntry readDashboardEntry(ObjectReader &reader)
{
    DashboardEntry entry;
    entry.what = reader.text(u"what");
    entry.path = reader.text(u"path");
    entry.expected = reader.text(u"expected");
    entry.evidence = readEvidence(reader);
    return entry;
}

VendorError readVendorError(ObjectReader &reader)
{
    VendorError error;
    error.code = reader.text(u"code");
    error.context = reader.text(u"context");
    error.meaning = reader.text(u"meaning");
    error.remedy = reader.text(u"remedy");
    error.evidence = readEvidence(reader);
    return error;
}

Source readSource(ObjectReader &reader)
{
    Source source;
    source.title = reader.text(u"title");
    source.address = reader.text(u"address");
    return source;
}

} // namespace countersign::recipes
