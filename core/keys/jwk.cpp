#include "core/keys/jwk.h"

#include "core/keys/derkey.h"
#include "core/keys/jwkmembers.h"
#include "core/keys/jwkuse.h"
#include "core/keys/keytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

constexpr qsizetype maximumKeyIdLength = 512;

using crypto::KeyType;

std::unexpected<Error> unsupported(const QString &member, const QString &value)
{
    return failure(ErrorCode::UnsupportedKey,
                   u"JWK, %1: %2 is not a kind Countersign uses"_s.arg(member, quoted(value)));
}

Result<KeyType> readType(const JwkMembers &members)
{
    const auto name = members.text(u"kty"_s);
    if (!name) {
        return std::unexpected(name.error());
    }
    static const std::pair<QString, KeyType> types[] = {{u"RSA"_s, KeyType::Rsa},
                                                        {u"EC"_s, KeyType::Ec},
                                                        {u"OKP"_s, KeyType::Ed25519},
                                                        {u"oct"_s, KeyType::Secret}};
    const auto found = std::ranges::find(types, *name, &std::pair<QString, KeyType>::first);
    if (found == std::end(types)) {
        return unsupported(u"kty"_s, *name);
    }
    return found->second;
}

/// The curve's name fits the type, and its size in bytes is returned; 0 for RSA.
Result<std::size_t> readCurve(const JwkMembers &members, crypto::PublicNumbers *numbers)
{
    if (numbers->type == KeyType::Rsa) {
        return 0;
    }
    const auto name = members.text(u"crv"_s);
    if (!name) {
        return std::unexpected(name.error());
    }
    if (numbers->type == KeyType::Ed25519) {
        return *name == u"Ed25519"_s ? Result<std::size_t>(crypto::ed25519KeySize)
                                     : unsupported(u"crv"_s, *name);
    }
    numbers->curve = crypto::curveNamed(*name);
    return numbers->curve ? Result<std::size_t>(crypto::coordinateSize(*numbers->curve))
                          : unsupported(u"crv"_s, *name);
}

Result<void> readPublicNumbers(const JwkMembers &members, std::size_t size, crypto::PublicNumbers *numbers)
{
    switch (numbers->type) {
    case KeyType::Rsa:
        return members.readPublic(0, {{u"n"_s, &numbers->n}, {u"e"_s, &numbers->e}});
    case KeyType::Ec:
        return members.readPublic(size, {{u"x"_s, &numbers->x}, {u"y"_s, &numbers->y}});
    default:
        return members.readPublic(size, {{u"x"_s, &numbers->x}});
    }
}

Result<void> readPrivateNumbers(const JwkMembers &members, std::size_t size, crypto::PrivateNumbers *numbers)
{
    if (members.has(u"oth")) {
        return failure(ErrorCode::UnsupportedKey, u"JWK, oth: an RSA key of more than two primes"_s);
    }
    const auto read = members.readPrivate(size, {{u"d"_s, &numbers->d}});
    const bool hasCrt =
        std::ranges::any_of(std::initializer_list<QStringView>{u"p", u"q", u"dp", u"dq", u"qi"},
                            [&members](QStringView name) { return members.has(name); });
    if (!read || size != 0 || !hasCrt) {
        return read;
    }
    return members.readPrivate(0, {{u"p"_s, &numbers->p},
                                   {u"q"_s, &numbers->q},
                                   {u"dp"_s, &numbers->dp},
                                   {u"dq"_s, &numbers->dq},
                                   {u"qi"_s, &numbers->qi}});
}

Result<KeyMaterial> readSecretKey(const JwkMembers &members)
{
    SecretKey secret{{}, SecretEncoding::Base64};
    if (const auto read = members.readPrivate(0, {{u"k"_s, &secret.bytes}}); !read) {
        return std::unexpected(read.error());
    }
    return KeyMaterial(std::move(secret));
}

Result<KeyMaterial> makePublic(const crypto::PublicNumbers &numbers)
{
    return checkedKey(crypto::PublicKey::fromNumbers(numbers));
}

Result<KeyMaterial> makePrivate(const JwkMembers &members, std::size_t size,
                                const crypto::PublicNumbers &numbers)
{
    crypto::PrivateNumbers privateNumbers;
    if (const auto read = readPrivateNumbers(members, size, &privateNumbers); !read) {
        return std::unexpected(read.error());
    }
    return checkedKey(crypto::PrivateKey::fromNumbers(numbers, privateNumbers));
}

Result<KeyMaterial> readMaterial(const JwkMembers &members)
{
    const auto type = readType(members);
    if (!type) {
        return std::unexpected(type.error());
    }
    if (*type == KeyType::Secret) {
        return readSecretKey(members);
    }
    crypto::PublicNumbers numbers;
    numbers.type = *type;
    const auto size = readCurve(members, &numbers);
    if (!size) {
        return std::unexpected(size.error());
    }
    if (const auto read = readPublicNumbers(members, *size, &numbers); !read) {
        return std::unexpected(read.error());
    }
    return members.has(u"d") ? makePrivate(members, *size, numbers) : makePublic(numbers);
}

Result<QString> readKeyId(const JwkMembers &members)
{
    if (!members.has(u"kid")) {
        return QString();
    }
    auto keyId = members.text(u"kid"_s);
    if (keyId && keyId->size() > maximumKeyIdLength) {
        return memberFailure(u"kid"_s, u"longer than %1 characters"_s.arg(maximumKeyIdLength));
    }
    return keyId;
}

void noteCertificates(const JwkMembers &members, QStringList *notes)
{
    for (const QString &name : {u"x5c"_s, u"x5u"_s, u"x5t"_s, u"x5t#S256"_s}) {
        if (members.has(name)) {
            addNote(notes, u"%1 left out: only the key's own numbers count"_s.arg(name));
        }
    }
}

} // namespace

Result<ReadKey> readJwk(const JsonObject &jwk, const RedactedJson &source)
{
    const JwkMembers members(jwk, source);
    auto material = readMaterial(members);
    if (!material) {
        return std::unexpected(material.error());
    }
    auto keyId = readKeyId(members);
    if (!keyId) {
        return std::unexpected(keyId.error());
    }
    ReadKey key;
    key.material = std::move(*material);
    key.keyId = std::move(*keyId);
    key.form = u"JWK"_s;
    noteCertificates(members, &key.notes);
    if (const auto read = readJwkUse(jwk, &key); !read) {
        return std::unexpected(read.error());
    }
    return key;
}

} // namespace countersign::keys
