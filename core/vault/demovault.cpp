#include "core/vault/demovault.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

using recipes::Property;
using recipes::Recipe;

/// A sample property, and how old each of its keys is in days, oldest first.
struct Sample
{
    const char *recipeId;
    const char *name;
    const char *environment;
    const char *platform;
    const char *tags;
    std::array<int, 3> keyAges; ///< 0 ends the list
    enum class Last { Current, Standby, RevokedFirst } last = Last::Current;
};

constexpr std::array<Sample, 11> samples = {{
    {"tawk-to", "Alpine Outfitters", "Production", "Web", "retail", {412}},
    {"tawk-to", "Alpine Outfitters", "Staging", "Web", "retail", {96}},
    {"orlo", "City Council Services", "Production", "Web", "public sector", {730, 214}},
    {"huggy",
     "Livraria Central",
     "Production",
     "Web",
     "retail,brazil",
     {301, 40},
     Sample::Last::RevokedFirst},
    {"huggy", "Livraria Central", "Production", "Android", "retail,brazil", {40}},
    {"tau", "Northwind Help", "Production", "Web", "support", {120}},
    {"tau", "Northwind Help", "Staging", "Web", "support", {118}},
    {"tawk-to", "Shop EU", "Production", "Web", "retail,europe", {500, 260, 18}, Sample::Last::RevokedFirst},
    {"tawk-to", "Shop US", "Production", "Web", "retail", {210, 1}},
    {"orlo", "Harbour Housing", "Production", "iOS", "public sector", {330, 2}, Sample::Last::Standby},
    {"tau", "Tidewater Clinic", "Production", "Web", "health", {380}},
}};

/// A clock at a time before the real one, so that the samples have a past.
Timestamp daysBefore(Timestamp now, int days)
{
    return now - std::chrono::hours(24 * days);
}

keys::GenerationRequest requestFor(const Recipe &recipe)
{
    keys::GenerationRequest request;
    request.type = recipe.key.type;
    // As the vendor's keys look: tawk.to's have 40 hex digits, Huggy's 32.
    request.bits = recipe.key.type == crypto::KeyType::Rsa ? 2048
                   : recipe.id == u"tawk-to"_s             ? 160
                                                           : recipe.key.bits;
    return request;
}

QString sampleValue(const recipes::FieldRule &field)
{
    if (field.type == recipes::FieldType::EmbedCode) {
        return u"<!-- Sample: paste the code of your own widget here -->\n"
               "<script>\n  window.sampleWidget = { customerData: 'JWT_TOKEN' };\n</script>"_s;
    }
    return field.example;
}

Property propertyOf(const Sample &sample, const Recipe &recipe)
{
    Property property;
    property.recipeId = recipe.id;
    property.name = QString::fromLatin1(sample.name);
    property.environment = QString::fromLatin1(sample.environment);
    property.platform = QString::fromLatin1(sample.platform);
    property.tags = QString::fromLatin1(sample.tags).split(u',', Qt::SkipEmptyParts);
    property.enforcement =
        property.environment == u"Production"_s ? recipes::Enforcement::On : recipes::Enforcement::Off;
    for (const recipes::FieldRule &field : recipe.propertyFields) {
        property.fields.insert(field.id, sampleValue(field));
    }
    return property;
}

/// Adds the sample with its first key and rotates through the others, each on its day.
class SampleWriter final
{
public:
    SampleWriter(Vault &vault, FixedClock &clock, Timestamp now)
        : m_vault(vault)
        , m_clock(clock)
        , m_now(now)
    {
    }

    Result<void> add(const Sample &sample, const Recipe &recipe)
    {
        Result<Property> property = addFirst(sample, recipe);
        for (std::size_t i = 1; i < sample.keyAges.size() && sample.keyAges[i] > 0 && property; ++i) {
            property = addNext(sample, recipe, *property, sample.keyAges[i]);
        }
        if (property && sample.last == Sample::Last::RevokedFirst) {
            property = m_vault.revokeKey(*property, 1);
        }
        return property ? Result<void>() : std::unexpected(property.error());
    }

private:
    Result<Property> addFirst(const Sample &sample, const Recipe &recipe)
    {
        m_clock.setNow(daysBefore(m_now, sample.keyAges.front()));
        auto material = keys::generateKey(requestFor(recipe));
        if (!material) {
            return std::unexpected(material.error());
        }
        NewProperty added{propertyOf(sample, recipe), {}};
        added.keys.emplace_back(*std::move(material), originFor(recipe));
        return m_vault.addProperty(std::move(added));
    }

    Result<Property> addNext(const Sample &sample, const Recipe &recipe, const Property &property, int age)
    {
        m_clock.setNow(daysBefore(m_now, age));
        auto material = keys::generateKey(requestFor(recipe));
        if (!material) {
            return std::unexpected(material.error());
        }
        return sample.last == Sample::Last::Standby
                   ? m_vault.addKey(property, *material, originFor(recipe))
                   : m_vault.rotateKey(property, *material, originFor(recipe), keys::RevokeOld::No);
    }

    static keys::KeyOrigin originFor(const Recipe &recipe)
    {
        return recipe.key.issuer == recipes::KeyIssuer::Vendor ? keys::KeyOrigin::Imported
                                                               : keys::KeyOrigin::Generated;
    }

    Vault &m_vault;
    FixedClock &m_clock;
    Timestamp m_now;
};

SecretBytes demoSecret()
{
    return SecretBytes::copyOf(bytesOf(demoPassphrase));
}

} // namespace

Result<std::unique_ptr<Vault>> createDemoVault(const QString &path, const recipes::RecipeCatalog &catalog,
                                               Actor actor, const Clock &clock)
{
    constexpr crypto::ScryptParameters kdf; // the least a vault may have: the passphrase is no secret
    FixedClock past(daysBefore(clock.now(), 731));
    auto vault = Vault::create(path, demoSecret(), kdf, actor, past);
    if (!vault) {
        return vault;
    }
    SampleWriter writer(**vault, past, clock.now());
    for (const Sample &sample : samples) {
        const Recipe *recipe = catalog.find(QString::fromLatin1(sample.recipeId));
        if (!recipe) {
            continue; // a catalogue of other recipes has its own
        }
        if (const auto added = writer.add(sample, *recipe); !added) {
            return std::unexpected(added.error());
        }
    }
    vault->reset(); // it holds the clock of the past
    return Vault::open(path, demoSecret(), std::move(actor), clock);
}

} // namespace countersign::vault
