#pragma once

#include "core/verify/whose.h"

#include <algorithm>

namespace countersign::verify {

/// What passes between a search and whoever waits for it: how far it is, and whether it is still wanted.
class SearchProgress final
{
public:
    /// Both outlive it; `isCancelled` may be null and `observe` empty.
    SearchProgress(std::size_t keyVersions, const std::atomic<bool> *isCancelled,
                   const WhoseObserver &observe)
        : m_keyVersions(keyVersions)
        , m_isCancelled(isCancelled)
        , m_observe(observe)
    {
    }

    /// For any thread.
    bool isCancelled() const { return m_isCancelled && m_isCancelled->load(std::memory_order_relaxed); }
    /// For searches that look themselves; null where nobody can cancel.
    const std::atomic<bool> *cancellation() const { return m_isCancelled; }

    /// `keysDone` may go beyond the last key.
    void report(int mistakes, std::size_t keysDone, int hypothesesTried) const
    {
        if (m_observe) {
            const std::size_t done = std::min(keysDone, m_keyVersions);
            m_observe({mistakes, static_cast<int>(done), static_cast<int>(m_keyVersions), hypothesesTried});
        }
    }

private:
    std::size_t m_keyVersions;
    const std::atomic<bool> *m_isCancelled;
    const WhoseObserver &m_observe;
};

} // namespace countersign::verify
