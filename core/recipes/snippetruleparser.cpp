#include "core/recipes/recipesections_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

constexpr Named<SnippetSide> sideNames[] = {
    {u"server", SnippetSide::Server},
    {u"page", SnippetSide::Page},
    {u"mobile", SnippetSide::Mobile},
};

constexpr QStringView languages[] = {u"python", u"javascript", u"php", u"html", u"url"};

QString readLanguage(ObjectReader &reader)
{
    const QString language = reader.text(u"language");
    if (std::ranges::find(languages, language) == std::end(languages)) {
        reader.fault().report(reader.pathOf(u"language"), u"\"%1\" is not a known language"_s.arg(language));
    }
    return language;
}

EmbedReplacement readReplacement(ObjectReader &reader)
{
    EmbedReplacement replacement;
    replacement.placeholder = reader.text(u"placeholder");
    replacement.text = reader.optionalText(u"text");
    replacement.propertyField = reader.optionalText(u"propertyField");
    if (replacement.text.isEmpty() == replacement.propertyField.isEmpty()) {
        reader.fault().report(reader.path(), u"exactly one of \"text\" and \"propertyField\" is needed"_s);
    }
    return replacement;
}

void readContent(ObjectReader &reader, SnippetRule &rule)
{
    rule.templateFile = reader.optionalText(u"template");
    rule.embedField = reader.optionalText(u"embedField");
    if (reader.has(u"replacements")) {
        rule.replacements = reader.objects<EmbedReplacement>(u"replacements", readReplacement);
    }
    if (rule.templateFile.isEmpty() == rule.embedField.isEmpty()) {
        reader.fault().report(reader.path(), u"exactly one of \"template\" and \"embedField\" is needed"_s);
    } else if (rule.embedField.isEmpty() != rule.replacements.isEmpty()) {
        reader.fault().report(reader.path(), u"\"embedField\" and \"replacements\" come together"_s);
    }
}

} // namespace

SnippetRule readSnippetRule(ObjectReader &reader)
{
    SnippetRule rule;
    rule.id = reader.text(u"id");
    rule.title = reader.text(u"title");
    rule.side = reader.choice<SnippetSide>(u"side", sideNames);
    rule.language = readLanguage(reader);
    rule.fileName = reader.text(u"fileName");
    rule.proofRule = reader.text(u"proof");
    rule.note = reader.optionalText(u"note");
    readContent(reader, rule);
    if (rule.fileName.contains(u'/') || rule.fileName.contains(u'\\') || rule.fileName.startsWith(u'.')) {
        reader.fault().report(reader.pathOf(u"fileName"), u"a plain file name is needed"_s);
    }
    return rule;
}

} // namespace countersign::recipes
