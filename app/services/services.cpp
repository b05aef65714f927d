#include "app/services/services.h"

#include "app/services/systemactor.h"
#include "app/services/vaultlocation.h"

namespace countersign::services {

Result<Services> Services::create()
{
    auto catalog = recipes::RecipeCatalog::builtIn();
    if (!catalog) {
        return std::unexpected(catalog.error());
    }
    return Services{
        .clock = {}, .catalog = *std::move(catalog), .actor = systemActor(), .vaultPath = defaultVaultPath()};
}

} // namespace countersign::services
