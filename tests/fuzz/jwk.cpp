#include "core/keys/jwkset.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/fuzz/keychecks.h"

using namespace countersign;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto keys = keys::readJwkText({data, size});
    if (keys) {
        fuzz::checkReadKeys(*keys);
    } else {
        fuzz::require(!keys.error().detail.isEmpty(), "a refusal says why");
    }
    return 0;
}
