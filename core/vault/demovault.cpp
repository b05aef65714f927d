#include "core/vault/demovault.h"

#include "core/vault/demoproperties_p.h"
#include "core/vault/vaultprivate_p.h"

#include <QHash>

#include <algorithm>

namespace countersign::vault {

namespace {

Timestamp timeOf(const DemoStep &step, Timestamp today)
{
    return today - std::chrono::days(step.daysAgo) - std::chrono::hours(step.daysAgo % 7 + 1);
}

/// Everything that ever happened in the demo vault, oldest first: the activity is a chain.
std::vector<DemoStep> stepsInOrder(const std::vector<DemoProperty> &properties)
{
    std::vector<DemoStep> steps;
    for (const DemoProperty &property : properties) {
        steps.insert(steps.end(), property.steps.begin(), property.steps.end());
    }
    std::ranges::stable_sort(steps, std::ranges::greater(), &DemoStep::daysAgo);
    return steps;
}

/// Plays the steps on a vault, remembering each property as it is by then.
class Player final
{
public:
    Player(Vault *vault, const recipes::RecipeCatalog &catalog)
        : m_vault(vault)
        , m_catalog(catalog)
    {
    }

    Result<void> add(const DemoProperty &property);
    Result<void> play(const DemoStep &step);

private:
    Result<recipes::Property> change(const DemoStep &step, const recipes::Property &property);
    Result<recipes::Property> newKey(const DemoStep &step, const recipes::Property &property);

    Vault *m_vault;
    const recipes::RecipeCatalog &m_catalog;
    QHash<int, recipes::Property> m_properties; ///< by DemoProperty::number
};

Result<void> Player::add(const DemoProperty &property)
{
    auto added = m_vault->addProperty({property.property, {}});
    if (!added) {
        return std::unexpected(added.error());
    }
    m_properties.insert(property.number, std::move(*added));
    return {};
}

Result<void> Player::play(const DemoStep &step)
{
    const recipes::Property property = m_properties.value(step.property);
    if (step.action == DemoAction::Use) {
        return m_vault->record(ActivityKind::ProofMade, &property, step.version, {});
    }
    auto changed = change(step, property);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    m_properties.insert(step.property, std::move(*changed));
    return {};
}

Result<recipes::Property> Player::change(const DemoStep &step, const recipes::Property &property)
{
    switch (step.action) {
    case DemoAction::Revoke:
        return m_vault->revokeKey(property, step.version);
    case DemoAction::Use:
    case DemoAction::Rotate:
    case DemoAction::Prepare:
        break;
    }
    return newKey(step, property);
}

Result<recipes::Property> Player::newKey(const DemoStep &step, const recipes::Property &property)
{
    const recipes::KeyRule &rule = m_catalog.find(property.recipeId)->key;
    const auto material = keys::generateKey(demoKeyRequest(rule));
    if (!material) {
        return std::unexpected(material.error());
    }
    const bool isOurs = rule.issuer == recipes::KeyIssuer::Customer;
    const auto origin = isOurs ? keys::KeyOrigin::Generated : keys::KeyOrigin::Imported;
    return step.action == DemoAction::Prepare
               ? m_vault->addKey(property, *material, origin)
               : m_vault->rotateKey(property, *material, origin, keys::RevokeOld::No);
}

Result<void> fill(Vault *vault, FixedClock *clock, const recipes::RecipeCatalog &catalog, Timestamp today)
{
    const std::vector<DemoProperty> properties = demoProperties(catalog);
    Player player(vault, catalog);
    for (const DemoProperty &property : properties) {
        if (auto added = player.add(property); !added) {
            return added;
        }
    }
    for (const DemoStep &step : stepsInOrder(properties)) {
        clock->setNow(timeOf(step, today));
        if (auto played = player.play(step); !played) {
            return played;
        }
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Vault>> createDemoVault(const QString &path, const recipes::RecipeCatalog &catalog,
                                               Actor actor, const Clock &clock)
{
    const SecretBytes passphrase = SecretBytes::copyOf(bytesOf(demoPassphrase));
    const Timestamp today = clock.now();
    FixedClock history(today - std::chrono::days(demoHistoryDays));
    auto vault =
        Vault::create(path, passphrase, {crypto::minimumVaultScryptCost, 8, 1}, std::move(actor), history);
    if (!vault) {
        return vault;
    }
    auto filled = fill(vault->get(), &history, catalog, today);
    VaultOpening::setClock(vault->get(), clock);
    if (!filled) {
        return std::unexpected(filled.error());
    }
    return vault;
}

} // namespace countersign::vault
