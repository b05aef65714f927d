#pragma once

#include <QtGlobal>

#include <pthread.h>

namespace countersign::test {

/// While it lives, the system gives this process no further thread: each would get a larger stack than there
/// is room for. Only with glibc; nothing happens elsewhere.
class NoMoreThreads final
{
    Q_DISABLE_COPY_MOVE(NoMoreThreads)

public:
    NoMoreThreads()
    {
#ifdef __GLIBC__
        pthread_getattr_default_np(&m_before);
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, std::size_t{1} << 47U);
        m_isInForce = pthread_setattr_default_np(&attributes) == 0;
        pthread_attr_destroy(&attributes);
#endif
    }
    ~NoMoreThreads()
    {
#ifdef __GLIBC__
        pthread_setattr_default_np(&m_before);
        pthread_attr_destroy(&m_before);
#endif
    }
    bool isInForce() const { return m_isInForce; }

private:
#ifdef __GLIBC__
    pthread_attr_t m_before{};
#endif
    bool m_isInForce = false;
};

} // namespace countersign::test
