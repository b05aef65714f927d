#include "core/vault/demoproperties_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

using enum DemoAction;

struct Sample
{
    const char16_t *recipe;
    const char16_t *name;
    const char16_t *environment;
    const char16_t *platform;
    QMap<QString, QString> fields;
    QStringList tags;
    std::vector<DemoStep> steps; ///< the property's number is filled in
};

QMap<QString, QString> tawkFields(const QString &propertyId)
{
    return {{u"propertyId"_s, propertyId}, {u"widgetId"_s, u"default"_s}};
}

QMap<QString, QString> huggyFields(const QString &contextId)
{
    return {{u"uuid"_s, u"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"_s},
            {u"company"_s, u"12345"_s},
            {u"contextId"_s, contextId},
            {u"defaultCountry"_s, u"+351"_s}};
}

/// The shape of Orlo's own code is not public, so this one says what it is.
QMap<QString, QString> orloFields()
{
    return {{u"widgetId"_s, u"12345"_s},
            {u"embedCode"_s, u"<!-- Sample, not Orlo's code: paste the code your Orlo account shows. -->\n"
                             "<script>\n"
                             "  window.sampleLiveChat = { customerData: \"JWT_TOKEN\" };\n"
                             "</script>\n"_s},
            {u"mobileUrl"_s, u"https://chat.example/sample?widget=WIDGET_ID&jwt=JWT_TOKEN"_s}};
}

std::vector<Sample> shops()
{
    const QStringList retail{u"retail"_s};
    return {
        {u"tawk-to",
         u"Alpine Outfitters",
         u"Production",
         u"Web",
         tawkFields(u"5f9c1a2b3c4d5e6f7a8b9c0d"_s),
         retail,
         {{0, 412, Rotate}, {0, 0, Use, 1}}},
        {u"tawk-to",
         u"Alpine Outfitters",
         u"Staging",
         u"Web",
         tawkFields(u"5f9c1a2b3c4d5e6f7a8b9c0e"_s),
         retail,
         {{0, 96, Rotate}, {0, 12, Use, 1}}},
        {u"huggy",
         u"Livraria Central",
         u"Production",
         u"Web",
         huggyFields(u"0a1b2c3d4e5f60718293a4b5c6d7e8f9"_s),
         retail,
         {{0, 301, Rotate}, {0, 40, Rotate}, {0, 38, Revoke, 1}, {0, 1, Use, 2}}},
        {u"huggy",
         u"Livraria Central",
         u"Production",
         u"Android",
         huggyFields(u"0a1b2c3d4e5f60718293a4b5c6d7e8fa"_s),
         retail,
         {{0, 44, Rotate}, {0, 2, Use, 1}}},
        {u"tawk-to",
         u"Shop EU",
         u"Production",
         u"Web",
         tawkFields(u"60aa1a2b3c4d5e6f7a8b9c11"_s),
         retail,
         {{0, 500, Rotate}, {0, 260, Rotate}, {0, 258, Revoke, 1}, {0, 18, Rotate}, {0, 0, Use, 3}}},
        {u"tawk-to",
         u"Shop US",
         u"Production",
         u"Web",
         tawkFields(u"60aa1a2b3c4d5e6f7a8b9c12"_s),
         retail,
         {{0, 210, Rotate}, {0, 3, Use, 1}, {0, 1, Prepare}}},
    };
}

std::vector<Sample> services()
{
    return {
        {u"orlo",
         u"City Council Services",
         u"Production",
         u"Web",
         orloFields(),
         {u"public sector"_s},
         {{0, 733, Rotate},
          {0, 390, Use, 1},
          {0, 388, Rotate},
          {0, 380, Revoke, 1},
          {0, 215, Use, 2},
          {0, 214, Rotate},
          {0, 0, Prepare},
          {0, 0, Use, 3}}},
        {u"orlo", u"Harbour Housing", u"Production", u"iOS", orloFields(), {u"public sector"_s}, {}},
        {u"tau",
         u"Northwind Help",
         u"Production",
         u"Web",
         {{u"appId"_s, u"northwind-help"_s}},
         {u"support"_s},
         {{0, 170, Rotate}, {0, 0, Use, 1}}},
        {u"tau",
         u"Northwind Help",
         u"Staging",
         u"Web",
         {{u"appId"_s, u"northwind-help-staging"_s}},
         {u"support"_s},
         {{0, 118, Rotate}}},
        {u"tau",
         u"Tidewater Clinic",
         u"Production",
         u"Web",
         {{u"appId"_s, u"tidewater"_s}},
         {u"health"_s},
         {{0, 380, Rotate}, {0, 5, Use, 1}}},
    };
}

std::vector<Sample> samples()
{
    std::vector<Sample> all = shops();
    std::ranges::move(services(), std::back_inserter(all));
    return all;
}

DemoProperty propertyFrom(const Sample &sample, int number)
{
    DemoProperty made;
    made.number = number;
    made.property.recipeId = QString::fromUtf16(sample.recipe);
    made.property.name = QString::fromUtf16(sample.name);
    made.property.environment = QString::fromUtf16(sample.environment);
    made.property.platform = QString::fromUtf16(sample.platform);
    made.property.fields = sample.fields;
    made.property.tags = sample.tags;
    made.property.enforcement = recipes::Enforcement::On;
    for (DemoStep step : sample.steps) {
        step.property = number;
        made.steps.push_back(step);
    }
    return made;
}

} // namespace

std::vector<DemoProperty> demoProperties(const recipes::RecipeCatalog &catalog)
{
    std::vector<DemoProperty> properties;
    for (const Sample &sample : samples()) {
        if (catalog.find(QString::fromUtf16(sample.recipe))) {
            properties.push_back(propertyFrom(sample, static_cast<int>(properties.size())));
        }
    }
    return properties;
}

keys::GenerationRequest demoKeyRequest(const recipes::KeyRule &rule)
{
    keys::GenerationRequest request;
    request.type = rule.type;
    request.bits = rule.bits;
    if (rule.type == crypto::KeyType::Secret && rule.pattern.contains(u"{40}"_s)) {
        request.bits = 160;
    } else if (rule.type == crypto::KeyType::Secret && rule.pattern.contains(u"{32}"_s)) {
        request.bits = 128;
    }
    return request;
}

} // namespace countersign::vault
