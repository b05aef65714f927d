#include "core/keys/derkey.h"
#include "core/keys/keyreader.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/fuzz/keychecks.h"

using namespace countersign;

/// A key file of any form, and the same bytes where a secret is expected.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView content(data, size);
    const auto keys = keys::readKeyFile(content);
    if (keys) {
        fuzz::checkReadKeys(*keys);
        fuzz::require(keys::looksLikeKeyFile(content), "what is read as a key looks like one");
        fuzz::require(!keys::readSecret(content, keys::SecretEncoding::Text), "no key becomes a secret");
    }
    for (const auto encoding :
         {keys::SecretEncoding::Text, keys::SecretEncoding::Hex, keys::SecretEncoding::Base64}) {
        if (const auto secret = keys::readSecret(content, encoding)) {
            fuzz::require(!std::get<keys::SecretKey>(secret->material).bytes.isEmpty(), "no secret is empty");
        }
    }
    return 0;
}
