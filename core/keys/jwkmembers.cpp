#include "core/keys/jwkmembers.h"

#include "core/base/encoding.h"

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

/// Checks a decoded number's length and moves it to its place.
template<typename Number>
Result<void> store(const QString &name, Result<Number> number, std::size_t size, Number *place)
{
    if (!number) {
        return memberFailure(name, number.error().detail);
    }
    const auto actual = static_cast<std::size_t>(number->size());
    if (actual == 0) {
        return memberFailure(name, u"empty"_s);
    }
    if (size != 0 && actual != size) {
        return memberFailure(name, u"%1 bytes where the curve has %2"_s.arg(actual).arg(size));
    }
    *place = std::move(*number);
    return {};
}

} // namespace

std::unexpected<Error> memberFailure(const QString &name, const QString &reason)
{
    return failure(ErrorCode::InvalidKey, u"JWK, %1: %2"_s.arg(name, reason));
}

Result<QString> JwkMembers::text(const QString &name) const
{
    const JsonValue *value = findMember(m_jwk, name);
    if (!value) {
        return memberFailure(name, u"missing"_s);
    }
    if (!value->asString()) {
        return memberFailure(name, u"%1 where a string belongs"_s.arg(QLatin1StringView(value->kindName())));
    }
    return *value->asString();
}

Result<void> JwkMembers::readPublic(std::size_t size, std::initializer_list<Wanted<QByteArray>> wanted) const
{
    for (const auto &[name, place] : wanted) {
        const auto written = text(name);
        if (!written) {
            return std::unexpected(written.error());
        }
        if (const auto stored = store(name, decode(written->toUtf8(), Encoding::Base64Url), size, place);
            !stored) {
            return stored;
        }
    }
    return {};
}

Result<void> JwkMembers::readPrivate(std::size_t size,
                                     std::initializer_list<Wanted<SecretBytes>> wanted) const
{
    for (const auto &[name, place] : wanted) {
        const auto placeholder = text(name);
        if (!placeholder) {
            return std::unexpected(placeholder.error());
        }
        const SecretBytes *written = m_source.valueFor(*placeholder);
        if (!written) {
            return memberFailure(name, u"not a private value"_s);
        }
        auto number = decodeSecret(written->bytes(), Encoding::Base64Url);
        if (const auto stored = store(name, std::move(number), size, place); !stored) {
            return stored;
        }
    }
    return {};
}

} // namespace countersign::keys
