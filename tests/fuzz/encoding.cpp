#include "core/base/encoding.h"
#include "tests/fuzz/fuzztarget.h"

using namespace countersign;

namespace {

/// What is taken is canonical: it is what the bytes are written as, but for the letter case of hex.
void check(QByteArrayView text, Encoding encoding)
{
    const auto bytes = decode(text, encoding);
    const auto secret = decodeSecret(bytesOf(text), encoding);
    fuzz::require(bytes.has_value() == secret.has_value(), "both decoders take the same texts");
    if (!bytes) {
        fuzz::require(bytes.error() == secret.error(), "both decoders give the same reason");
        return;
    }
    fuzz::require(viewOf(secret->bytes()) == *bytes, "both decoders read the same bytes");
    const QByteArray written = encode(bytesOf(*bytes), encoding);
    const QByteArray expected = encoding == Encoding::Hex ? text.toByteArray().toLower() : text.toByteArray();
    fuzz::require(written == expected, "only the canonical text is taken");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = fuzz::viewOfInput(data, size);
    check(text, Encoding::Base64Url);
    check(text, Encoding::Base64);
    check(text, Encoding::Hex);
    return 0;
}
