#pragma once

#include "core/base/secretbytes.h"
#include "core/crypto/algorithm.h"

#include <vector>

namespace countersign::crypto {

struct HashKernel;
struct SharedMessage;

/// Messages made ready once to be put under many HMAC keys of one hash. The texts must outlive it: what does
/// not take them side by side reads them again.
class SharedMessages final
{
public:
    SharedMessages(HashAlgorithm hash, std::vector<ByteView> texts);
    /// With a way of computing of the caller's choice (hashkernel_p.h), for tests.
    SharedMessages(HashAlgorithm hash, std::vector<ByteView> texts, const HashKernel &kernel);
    ~SharedMessages();
    SharedMessages(const SharedMessages &) = delete;
    SharedMessages &operator=(const SharedMessages &) = delete;

    std::size_t size() const { return m_texts.size(); }
    const std::vector<ByteView> &texts() const { return m_texts; }
    const std::vector<SharedMessage> &schedules() const { return m_schedules; }

private:
    SharedMessages(HashAlgorithm hash, std::vector<ByteView> texts, const HashKernel *kernel);

    std::vector<ByteView> m_texts;
    SecretBytes m_words; ///< a message may be a key that was put in a message's place
    std::vector<SharedMessage> m_schedules;
};

} // namespace countersign::crypto
