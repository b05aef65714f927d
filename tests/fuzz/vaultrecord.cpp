#include "core/vault/activitylog_p.h"
#include "core/vault/manifest_p.h"
#include "core/vault/propertyrecord_p.h"

#include "core/keys/keymaterial.h"
#include "tests/fuzz/fuzztarget.h"

using namespace countersign;

namespace {

void checkProperty(ByteView bytes)
{
    const auto stored = vault::deserializeProperty(bytes);
    if (!stored) {
        return;
    }
    const QByteArray written = vault::serializeProperty(*stored);
    const auto again = vault::deserializeProperty(bytesOf(written));
    fuzz::require(again && again->property == stored->property, "a property is written as it was read");
    fuzz::require(again->materialTags == stored->materialTags, "with the tags of its keys");
}

void checkMaterial(ByteView bytes)
{
    if (const auto material = keys::deserializeKeyMaterial(bytes)) {
        const auto again = keys::deserializeKeyMaterial(keys::serializeKeyMaterial(*material).bytes());
        fuzz::require(again && keys::describe(*again) == keys::describe(*material),
                      "a key is written as read");
    }
}

} // namespace

/// What stands inside the seals, which an attacker cannot reach; but a fault of the program's own can. The
/// first byte says which kind of record.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const ByteView bytes(data + 1, size - 1);
    switch (data[0]) {
    case 'p':
        checkProperty(bytes);
        break;
    case 'k':
        checkMaterial(bytes);
        break;
    case 'm':
        static_cast<void>(vault::deserializeManifest(bytes, 1));
        break;
    case 'a':
        static_cast<void>(vault::deserializeActivity(bytes, 1));
        break;
    default:
        break;
    }
    return 0;
}
