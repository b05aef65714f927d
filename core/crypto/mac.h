#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"
#include "core/crypto/algorithm.h"

#include <QByteArray>

#include <memory>

namespace countersign::crypto {

/// An HMAC key (RFC 2104) made ready once and used many times. Not for two threads at once.
class MacKey final
{
public:
    /// Any key length is taken; an empty key fails with InvalidKey.
    static Result<MacKey> create(HashAlgorithm hash, ByteView key);

    MacKey(MacKey &&) noexcept;
    MacKey &operator=(MacKey &&) noexcept;
    ~MacKey();

    QByteArray computeMac(ByteView message) const;
    /// Constant-time; a tag of any but the full length is false.
    bool verifyMac(ByteView message, ByteView tag) const;

private:
    struct State;
    explicit MacKey(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace countersign::crypto
