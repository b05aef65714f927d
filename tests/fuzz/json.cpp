#include "core/base/json.h"
#include "core/base/jsonscanner_p.h"
#include "tests/fuzz/fuzztarget.h"

using namespace countersign;

/// Two readers written apart from each other, simdjson with our checks and the scanner that explains, must
/// take the same texts; what is taken can be written and is then read as the same value.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = fuzz::viewOfInput(data, size);
    const auto value = parseJson(text);
    if (!value) {
        fuzz::require(!value.error().detail.isEmpty(), "a refusal says why");
    }
    if (QByteArrayView(text).isValidUtf8()) {
        const auto fault = JsonScanner({text.data(), static_cast<std::size_t>(text.size())}).scan();
        fuzz::require(fault.has_value() != value.has_value(), "the reader and the scanner agree");
        fuzz::require(value || value.error().code == fault->code, "they agree about duplicate members");
    } else {
        fuzz::require(!value, "only UTF-8 is taken");
    }
    if (value) {
        // Not the value itself: 1.5e3 is written 1500, as JSON.stringify does, and that is an integer.
        const QByteArray written = writeJson(*value);
        const auto again = parseJson(written);
        fuzz::require(again && writeJson(*again) == written, "what was written can be read");
        const auto indented = parseJson(writeJson(*value, JsonLayout::Indented));
        fuzz::require(indented && writeJson(*indented) == written, "indented too");
    }
    return 0;
}
