#include "core/recipes/proof.h"

namespace countersign::recipes {

JsonValue claimValueFromText(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const Result<JsonValue> value = parseJson(utf8);
    return value ? *value : JsonValue(text);
}

} // namespace countersign::recipes
