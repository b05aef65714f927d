#pragma once

#include "core/recipes/property.h"

#include <array>

namespace countersign::vault {

/// What a bundle calls a value. Part of its format: never renamed.
template<typename Enum>
struct BundleName
{
    Enum value;
    const char *name;
};

inline constexpr std::array keyTypeNames{
    BundleName{crypto::KeyType::Secret, "secret"}, BundleName{crypto::KeyType::Rsa, "rsa"},
    BundleName{crypto::KeyType::Ec, "ec"}, BundleName{crypto::KeyType::Ed25519, "ed25519"}};
inline constexpr std::array curveNames{BundleName{crypto::EcCurve::P256, "P-256"},
                                       BundleName{crypto::EcCurve::P384, "P-384"},
                                       BundleName{crypto::EcCurve::P521, "P-521"}};
inline constexpr std::array encodingNames{BundleName{keys::SecretEncoding::Text, "text"},
                                          BundleName{keys::SecretEncoding::Hex, "hex"},
                                          BundleName{keys::SecretEncoding::Base64, "base64"}};
inline constexpr std::array statusNames{
    BundleName{keys::KeyStatus::Standby, "standby"}, BundleName{keys::KeyStatus::Current, "current"},
    BundleName{keys::KeyStatus::Previous, "previous"}, BundleName{keys::KeyStatus::Revoked, "revoked"},
    BundleName{keys::KeyStatus::Destroyed, "destroyed"}};
inline constexpr std::array originNames{BundleName{keys::KeyOrigin::Generated, "generated"},
                                        BundleName{keys::KeyOrigin::Imported, "imported"}};
inline constexpr std::array enforcementNames{BundleName{recipes::Enforcement::Unknown, "unknown"},
                                             BundleName{recipes::Enforcement::Off, "off"},
                                             BundleName{recipes::Enforcement::On, "on"}};

} // namespace countersign::vault
