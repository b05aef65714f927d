#include "core/keys/keyversion.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

// In the order of the enum.
constexpr std::array<QStringView, 5> statusNames = {u"standby", u"current", u"previous", u"revoked",
                                                    u"destroyed"};

QString describeSecret(const KeyDescription &description)
{
    const QString size = u"Secret, %1 bytes"_s.arg(description.bits / 8);
    return description.secretEncoding ? size + u", "_s + secretEncodingName(*description.secretEncoding)
                                      : size;
}

} // namespace

QString secretEncodingName(SecretEncoding encoding)
{
    switch (encoding) {
    case SecretEncoding::Text:
        return u"text"_s;
    case SecretEncoding::Hex:
        return u"hex"_s;
    case SecretEncoding::Base64:
        return u"base64"_s;
    }
    return {};
}

QString describeKey(const KeyDescription &description)
{
    const QString suffix = description.hasPrivatePart ? QString() : u", public key only"_s;
    switch (description.type) {
    case crypto::KeyType::Rsa:
        return u"RSA %1"_s.arg(description.bits) + suffix;
    case crypto::KeyType::Ec:
        return u"EC "_s +
               (description.curve ? crypto::curveName(*description.curve) : u"of unknown curve"_s) + suffix;
    case crypto::KeyType::Ed25519:
        return u"Ed25519"_s + suffix;
    case crypto::KeyType::Secret:
        return describeSecret(description);
    }
    return {};
}

QString statusName(KeyStatus status)
{
    return statusNames.at(static_cast<std::size_t>(status)).toString();
}

bool canVerify(KeyStatus status)
{
    return status == KeyStatus::Current || status == KeyStatus::Previous;
}

bool isOfUse(KeyStatus status)
{
    return status != KeyStatus::Revoked && status != KeyStatus::Destroyed;
}

} // namespace countersign::keys
