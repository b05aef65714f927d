#include "ui/pages/ownersearch.h"

#include "core/events/checkevent.h"

using namespace std::chrono_literals;

namespace countersign::ui {

namespace {

constexpr auto progressInterval = 50ms;

} // namespace

struct OwnerSearch::Searched
{
    std::vector<verify::SearchedProperty> properties;
    QStringList leftOut;
};

OwnerSearch::OwnerSearch(VaultSession &session, const recipes::RecipeCatalog &recipes, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_recipes(recipes)
    , m_clock(clock)
    , m_work(*this)
{
}

void OwnerSearch::start(verify::WhoseRequest request)
{
    const int run = m_work.begin();
    m_session.run(
        this, [&recipes = m_recipes](vault::Vault &vault) { return readVault(vault, recipes); },
        [this, run, request = std::move(request)](Result<Searched> searched) mutable {
            if (!m_work.isLatest(run)) {
                return;
            }
            if (!searched) {
                Q_EMIT failed(searched.error());
                return;
            }
            m_work.start(
                [this, run, request = std::move(request), searched = *std::move(searched)]() mutable {
                    search(std::move(searched), request, run);
                });
        });
}

/// On the vault's thread. A proof of a recipe this program does not have it could not explain.
Result<OwnerSearch::Searched> OwnerSearch::readVault(vault::Vault &vault,
                                                     const recipes::RecipeCatalog &recipes)
{
    auto opened = vault.propertiesWithKeys();
    if (!opened) {
        return std::unexpected(opened.error());
    }
    Searched searched;
    for (vault::PropertyWithKeys &each : *opened) {
        const recipes::Recipe *recipe = recipes.find(each.property.recipeId);
        if (!recipe) {
            searched.leftOut.append(each.property.name);
            continue;
        }
        searched.properties.push_back({recipe, std::move(each.property), {}});
        for (auto &[version, material] : each.keys) {
            searched.properties.back().keys.push_back({version, std::move(material)});
        }
    }
    return searched;
}

/// On the thread of its own.
void OwnerSearch::search(Searched searched, const verify::WhoseRequest &request, int run)
{
    auto told = std::chrono::steady_clock::now() - progressInterval;
    const auto observe = [&](const verify::WhoseProgress &progress) {
        if (const auto now = std::chrono::steady_clock::now(); now - told >= progressInterval) {
            told = now;
            m_work.post(run, [this, progress] { Q_EMIT progressed(progress); });
        }
    };
    const verify::WhoseAnswer answer =
        verify::findOwner(std::move(searched.properties), request, m_clock, &m_work.cancellation(), observe);
    m_work.post(run, [this, answer, leftOut = searched.leftOut] {
        record(answer);
        Q_EMIT finished(answer, leftOut);
    });
}

/// As a check on the owner's page is noted: how it ended and why, never of whom.
void OwnerSearch::record(const verify::WhoseAnswer &answer)
{
    if (answer.owners.empty()) {
        return;
    }
    const auto count = std::min(answer.owners.size(), mostOwners);
    std::vector<verify::KeyOwner> owners(answer.owners.begin(),
                                         answer.owners.begin() + static_cast<std::ptrdiff_t>(count));
    m_session.run(
        this,
        [owners = std::move(owners)](vault::Vault &vault) {
            Result<void> recorded;
            for (const verify::KeyOwner &owner : owners) {
                if (const auto event = events::eventOf(owner.verdict)) {
                    // A vault that cannot be written to at the moment is no reason to withhold the answer.
                    recorded = vault.record(event->kind, &owner.property, owner.keyVersion, event->detail);
                }
            }
            return recorded;
        },
        [](const Result<void> &) {});
}

} // namespace countersign::ui
