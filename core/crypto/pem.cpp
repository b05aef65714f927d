#include "core/crypto/pem_p.h"

#include "core/base/encoding.h"

#include <algorithm>
#include <string>

namespace countersign::crypto {

SecretBytes toPem(ByteView der, std::string_view label)
{
    constexpr std::size_t lineLength = 64;
    const auto append = [](SecretBytes &pem, std::string_view text) { pem.append(bytesOf(text)); };
    const SecretBytes text = encodeSecret(der, Encoding::Base64);
    SecretBytes pem;
    append(pem, "-----BEGIN " + std::string(label) + "-----\n");
    for (ByteView rest = text.bytes(); !rest.empty();
         rest = rest.subspan(std::min(lineLength, rest.size()))) {
        pem.append(rest.first(std::min(lineLength, rest.size())));
        append(pem, "\n");
    }
    append(pem, "-----END " + std::string(label) + "-----\n");
    return pem;
}

} // namespace countersign::crypto
