#include "core/keys/jwkuse.h"

#include "core/keys/jwkmembers.h"
#include "core/keys/keytext.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

void forbid(ReadKey *key, const QString &note)
{
    key->mayVerify = false;
    key->maySign = false;
    addNote(&key->notes, note);
}

/// The text of an optional member; empty when it is absent.
Result<QString> optionalText(const JsonObject &jwk, const QString &name)
{
    const JsonValue *value = findMember(jwk, name);
    if (!value) {
        return QString();
    }
    if (!value->asString()) {
        return memberFailure(name, u"%1 where a string belongs"_s.arg(QLatin1StringView(value->kindName())));
    }
    return *value->asString();
}

Result<void> readUse(const JsonObject &jwk, ReadKey *key)
{
    const auto use = optionalText(jwk, u"use"_s);
    if (!use) {
        return std::unexpected(use.error());
    }
    if (findMember(jwk, u"use") && *use != u"sig"_s) {
        forbid(key, u"use %1: not for signatures"_s.arg(quoted(*use)));
    }
    return {};
}

Result<QSet<QString>> operationsOf(const JsonValue &value)
{
    if (!value.asArray()) {
        return memberFailure(u"key_ops"_s, u"not an array"_s);
    }
    QSet<QString> operations;
    for (const JsonValue &operation : *value.asArray()) {
        if (!operation.asString()) {
            return memberFailure(u"key_ops"_s, u"not an array of strings"_s);
        }
        if (operations.contains(*operation.asString())) {
            return memberFailure(u"key_ops"_s, u"%1 occurs twice"_s.arg(quoted(*operation.asString())));
        }
        operations.insert(*operation.asString());
    }
    return operations;
}

/// A private key's "sign" lets its public half verify: RFC 7517 names the operation of the private half.
Result<void> readOperations(const JsonObject &jwk, ReadKey *key)
{
    const JsonValue *value = findMember(jwk, u"key_ops");
    if (!value) {
        return {};
    }
    const auto operations = operationsOf(*value);
    if (!operations) {
        return std::unexpected(operations.error());
    }
    const bool signs = operations->contains(u"sign"_s);
    const bool verifies = operations->contains(u"verify"_s) ||
                          (signs && std::holds_alternative<crypto::PrivateKey>(key->material));
    key->maySign = key->maySign && signs;
    key->mayVerify = key->mayVerify && verifies;
    if (!verifies) {
        addNote(&key->notes, u"key_ops without \"verify\""_s);
    }
    return {};
}

bool fits(crypto::JwsAlgorithm algorithm, const KeyMaterial &material)
{
    if (std::holds_alternative<SecretKey>(material)) {
        return crypto::keyTypeFor(algorithm) == crypto::KeyType::Secret;
    }
    const auto key = publicKeyOf(material);
    return crypto::isUsedWith(algorithm, key->type(), key->curve());
}

Result<void> readAlgorithm(const JsonObject &jwk, ReadKey *key)
{
    const auto name = optionalText(jwk, u"alg"_s);
    if (!name) {
        return std::unexpected(name.error());
    }
    if (!findMember(jwk, u"alg")) {
        return {};
    }
    key->algorithm = crypto::algorithmNamed(*name);
    if (!key->algorithm) {
        forbid(key, u"alg %1: not a signature algorithm Countersign uses"_s.arg(quoted(*name)));
    } else if (!fits(*key->algorithm, key->material)) {
        return memberFailure(u"alg"_s, u"%1 does not belong to this kind of key"_s.arg(*name));
    }
    return {};
}

} // namespace

Result<void> readJwkUse(const JsonObject &jwk, ReadKey *key)
{
    for (const auto read : {readUse, readOperations, readAlgorithm}) {
        if (const auto done = read(jwk, key); !done) {
            return done;
        }
    }
    return {};
}

} // namespace countersign::keys
