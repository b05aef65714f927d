#include "core/recipes/recipesections_p.h"

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr Named<Evidence> evidenceNames[] = {
    {u"sourced", Evidence::Sourced},
    {u"public-code", Evidence::PublicCode},
    {u"inferred", Evidence::Inferred},
    {u"unverified", Evidence::Unverified},
};

constexpr Named<Presence> presenceNames[] = {
    {u"required", Presence::Required},
    {u"optional", Presence::Optional},
};

constexpr Named<FieldType> fieldTypeNames[] = {
    {u"text", FieldType::Text},       {u"email", FieldType::Email},          {u"phone", FieldType::Phone},
    {u"url", FieldType::Url},         {u"unix-time", FieldType::UnixTime},   {u"number", FieldType::Number},
    {u"boolean", FieldType::Boolean}, {u"embed-code", FieldType::EmbedCode},
};

} // namespace

Evidence readEvidence(ObjectReader &reader)
{
    return reader.choice<Evidence>(u"evidence", evidenceNames);
}

Presence readPresence(ObjectReader &reader)
{
    return reader.optionalChoice<Presence>(u"presence", presenceNames, Presence::Optional);
}

FieldRule readFieldRule(ObjectReader &reader)
{
    FieldRule rule;
    rule.id = reader.text(u"id");
    rule.label = reader.text(u"label");
    rule.type = reader.optionalChoice<FieldType>(u"type", fieldTypeNames, FieldType::Text);
    rule.presence = readPresence(reader);
    rule.pattern = reader.optionalPattern(u"pattern");
    rule.patternHint = reader.optionalText(u"patternHint");
    rule.hint = reader.optionalText(u"hint");
    rule.example = reader.optionalText(u"example");
    rule.defaultValue = reader.optionalText(u"default");
    rule.placeholders = reader.optionalTexts(u"placeholders");
    if (rule.pattern.isEmpty() != rule.patternHint.isEmpty()) {
        reader.fault().report(reader.path(), u"\"pattern\" and \"patternHint\" come together"_s);
    }
    return rule;
}

} // namespace countersign::recipes
