#include "core/keys/jwkset.h"

#include "core/base/json.h"
#include "core/keys/jwk.h"
#include "core/keys/keytext.h"
#include "core/keys/redactedjson.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

Result<std::vector<ReadKey>> single(Result<ReadKey> key)
{
    if (!key) {
        return std::unexpected(key.error());
    }
    std::vector<ReadKey> keys;
    keys.push_back(std::move(*key));
    return keys;
}

Result<ReadKey> readEntry(const JsonValue &entry, const RedactedJson &source, qsizetype number)
{
    if (!entry.asObject()) {
        return failure(ErrorCode::InvalidKey, u"key %1: not a JSON object"_s.arg(number));
    }
    auto key = readJwk(*entry.asObject(), source);
    if (!key) {
        return failure(key.error().code, u"key %1: %2"_s.arg(number).arg(key.error().detail));
    }
    key->form = u"JWK Set, key %1"_s.arg(number);
    return key;
}

Result<std::vector<ReadKey>> readEntries(const JsonArray &entries, const RedactedJson &source)
{
    std::vector<ReadKey> keys;
    QStringList leftOut;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto key = readEntry(entries.at(i), source, i + 1);
        if (key) {
            keys.push_back(std::move(*key));
        } else if (key.error().code == ErrorCode::UnsupportedKey) {
            leftOut << key.error().detail;
        } else {
            return std::unexpected(key.error());
        }
    }
    if (keys.empty()) {
        return failure(ErrorCode::UnsupportedKey,
                       leftOut.isEmpty() ? u"a JWK Set without keys"_s : leftOut.constFirst());
    }
    for (const QString &detail : leftOut) {
        addNote(&keys.front().notes, u"left out: "_s + detail);
    }
    return keys;
}

std::optional<Error> mixedKinds(const std::vector<ReadKey> &keys)
{
    const auto isSecret = [](const ReadKey &key) { return std::holds_alternative<SecretKey>(key.material); };
    const auto secrets = std::ranges::count_if(keys, isSecret);
    if (secrets == 0 || secrets == std::ssize(keys)) {
        return std::nullopt;
    }
    return Error{ErrorCode::InvalidKey, u"a JWK Set that mixes shared secrets with key pairs"_s};
}

std::optional<Error> repeatedKeyId(const std::vector<ReadKey> &keys)
{
    QSet<std::pair<int, QString>> seen;
    for (const ReadKey &key : keys) {
        const std::pair id(static_cast<int>(describe(key.material).type), key.keyId);
        if (!key.keyId.isEmpty() && seen.contains(id)) {
            return Error{ErrorCode::InvalidKey,
                         u"two keys of the JWK Set have the kid %1"_s.arg(quoted(key.keyId))};
        }
        seen.insert(id);
    }
    return std::nullopt;
}

Result<std::vector<ReadKey>> readSet(const JsonValue &value, const RedactedJson &source)
{
    if (!value.asArray()) {
        return failure(ErrorCode::InvalidKey, u"JWK Set, keys: not an array"_s);
    }
    if (value.asArray()->size() > maximumJwkSetSize) {
        return failure(ErrorCode::InvalidKey,
                       u"a JWK Set of %1 keys: at most %2 are read"_s.arg(value.asArray()->size())
                           .arg(maximumJwkSetSize));
    }
    auto keys = readEntries(*value.asArray(), source);
    if (!keys) {
        return keys;
    }
    for (const auto check : {mixedKinds, repeatedKeyId}) {
        if (const auto refused = check(*keys)) {
            return std::unexpected(*refused);
        }
    }
    return keys;
}

} // namespace

Result<std::vector<ReadKey>> readJwkText(ByteView text)
{
    const auto source = redactJson(text);
    if (!source) {
        return failure(ErrorCode::InvalidKey, u"JWK: "_s + source.error().detail);
    }
    const auto object = parseJsonObject(source->text);
    if (!object) {
        return failure(ErrorCode::InvalidKey, u"JWK: "_s + object.error().detail);
    }
    if (const JsonValue *keys = findMember(*object, u"keys"); keys && !findMember(*object, u"kty")) {
        return readSet(*keys, *source);
    }
    return single(readJwk(*object, *source));
}

} // namespace countersign::keys
