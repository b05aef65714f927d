#include "ui/actions/backgroundwork.h"

namespace countersign::ui {

BackgroundWork::BackgroundWork(QObject &owner)
    : m_owner(owner)
{
}

BackgroundWork::~BackgroundWork()
{
    drop();
}

int BackgroundWork::begin()
{
    drop();
    m_isCancelled = false;
    return m_run;
}

void BackgroundWork::drop()
{
    ++m_run;
    m_isCancelled = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

} // namespace countersign::ui
