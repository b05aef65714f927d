#pragma once

#include <QObject>

#include <atomic>
#include <thread>

namespace countersign::ui {

/// A long computation of an object, on a thread of its own. One at a time; only the latest still has a say.
class BackgroundWork final
{
public:
    /// What is posted reaches `owner`'s thread.
    explicit BackgroundWork(QObject &owner);
    ~BackgroundWork();
    Q_DISABLE_COPY_MOVE(BackgroundWork)

    /// Ends what is under way, waits until it has, and returns the number of the next run.
    int begin();
    /// Whether nothing was begun or dropped since the run of that number began.
    bool isLatest(int run) const { return run == m_run; }
    /// Starts the computation of the latest run, which looks at cancellation() now and then.
    template<typename Task>
    void start(Task task)
    {
        m_thread = std::thread(std::move(task));
    }
    /// From the computation to the owner's thread, unless it is no longer the latest by then.
    template<typename Call>
    void post(int run, Call call)
    {
        QMetaObject::invokeMethod(
            &m_owner,
            [this, run, call = std::move(call)] {
                if (isLatest(run)) {
                    call();
                }
            },
            Qt::QueuedConnection);
    }

    /// Asks it to end; what it has until then may still be posted.
    void cancel() { m_isCancelled = true; }
    const std::atomic<bool> &cancellation() const { return m_isCancelled; }
    /// Ends it and waits until it has; nothing of it is posted any more.
    void drop();

private:
    QObject &m_owner;
    std::thread m_thread;
    std::atomic<bool> m_isCancelled{false};
    int m_run = 0;
};

} // namespace countersign::ui
