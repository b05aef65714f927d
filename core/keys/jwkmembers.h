#pragma once

#include "core/base/json.h"
#include "core/keys/redactedjson.h"

#include <initializer_list>

namespace countersign::keys {

/// The members of one JWK, read by name; every failure is InvalidKey and names the member.
class JwkMembers final
{
public:
    JwkMembers(const JsonObject &jwk, const RedactedJson &source)
        : m_jwk(jwk)
        , m_source(source)
    {
    }

    bool has(QStringView name) const { return findMember(m_jwk, name) != nullptr; }
    Result<QString> text(const QString &name) const;

    template<typename Number>
    struct Wanted
    {
        QString name;
        Number *number;
    };
    /// Reads base64url numbers, each of `size` bytes, or of any size when that is 0.
    Result<void> readPublic(std::size_t size, std::initializer_list<Wanted<QByteArray>> wanted) const;
    Result<void> readPrivate(std::size_t size, std::initializer_list<Wanted<SecretBytes>> wanted) const;

private:
    const JsonObject &m_jwk;
    const RedactedJson &m_source;
};

std::unexpected<Error> memberFailure(const QString &name, const QString &reason);

} // namespace countersign::keys
