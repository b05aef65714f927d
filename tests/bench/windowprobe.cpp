#include "windowprobe.h"

#include <QFile>
#include <QProcess>
#include <QThread>

#ifdef COUNTERSIGN_HAS_XCB
#include <xcb/xcb.h>

#include <cstdlib>
#endif

using namespace Qt::StringLiterals;

namespace countersign::bench {

#ifdef COUNTERSIGN_HAS_XCB

namespace {

struct Disconnect
{
    void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
};
struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};

double residentMegabytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.simplified().split(' ').at(1).toDouble() / 1024;
        }
    }
    return 0;
}

/// Hears of every window that is shown, before it asks for anything else.
class WindowWatch final
{
public:
    WindowWatch()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (!isConnected()) {
            return;
        }
        const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data;
        const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection.get(), screen->root, XCB_CW_EVENT_MASK, &events);
        xcb_flush(m_connection.get());
    }

    bool isConnected() const { return xcb_connection_has_error(m_connection.get()) == 0; }

    /// Returns at the moment a window of some size is mapped.
    void waitForWindow()
    {
        for (;;) {
            const std::unique_ptr<xcb_generic_event_t, Free> event(xcb_wait_for_event(m_connection.get()));
            if (!event) {
                qFatal("the X server went away");
            }
            if ((event->response_type & 0x7f) == XCB_MAP_NOTIFY && isLarge(*event)) {
                return;
            }
        }
    }

private:
    /// Not the helper windows of a pixel that toolkits map on the way.
    bool isLarge(const xcb_generic_event_t &event)
    {
        const auto window = reinterpret_cast<const xcb_map_notify_event_t &>(event).window;
        const auto cookie = xcb_get_geometry(m_connection.get(), window);
        const std::unique_ptr<xcb_get_geometry_reply_t, Free> geometry(
            xcb_get_geometry_reply(m_connection.get(), cookie, nullptr));
        return geometry && geometry->width > 100 && geometry->height > 100;
    }

    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
};

} // namespace

struct WindowProbe::Connection
{
    WindowWatch watch;
};

std::optional<WindowStart> WindowProbe::start(const QString &program, const QProcessEnvironment &environment)
{
    WindowWatch watch; // a new one hears of no earlier window
    if (!watch.isConnected()) {
        return std::nullopt;
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    WindowStart start;
    start.untilVisible = timeOnce([&] {
        process.start(program, QStringList());
        watch.waitForWindow();
    });
    QThread::sleep(1);
    start.residentMegabytes = residentMegabytes(process.processId());
    process.kill();
    process.waitForFinished();
    return start;
}

#else

struct WindowProbe::Connection
{
};

std::optional<WindowStart> WindowProbe::start(const QString & /*program*/,
                                              const QProcessEnvironment & /*environment*/)
{
    return std::nullopt;
}

#endif

WindowProbe::WindowProbe()
    : m_stays(std::make_unique<Connection>())
{
}

WindowProbe::~WindowProbe() = default;

} // namespace countersign::bench
