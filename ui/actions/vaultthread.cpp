#include "ui/actions/vaultthread.h"

namespace countersign::ui {

VaultThread::VaultThread(QObject *parent)
    : QObject(parent)
    , m_worker(new QObject)
    , m_slot(std::make_shared<Slot>())
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("vault"));
    m_thread.start();
}

VaultThread::~VaultThread()
{
    // A database connection may only be closed by the thread that opened it.
    post([](Slot &slot) { slot.reset(); });
    QMetaObject::invokeMethod(m_worker, [thread = &m_thread] { thread->quit(); });
    m_thread.wait();
}

void VaultThread::post(Task task)
{
    auto shared = std::make_shared<Task>(std::move(task));
    QMetaObject::invokeMethod(m_worker, [shared, slot = m_slot] { (*shared)(*slot); }, Qt::QueuedConnection);
}

} // namespace countersign::ui
