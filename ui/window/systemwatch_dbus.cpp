#include "ui/window/systemwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr auto manager = "org.freedesktop.login1.Manager"_L1;
constexpr auto screenSavers = {"org.freedesktop.ScreenSaver"_L1, "org.gnome.ScreenSaver"_L1,
                               "org.cinnamon.ScreenSaver"_L1, "org.mate.ScreenSaver"_L1};

QDBusMessage callToLogind(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s,
                                                       u"/org/freedesktop/login1"_s, manager, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    return call;
}

} // namespace

/// D-Bus signals need slots to go to.
class DesktopListener final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopListener(SystemWatch &watch)
        : m_watch(watch)
        , m_system(QDBusConnection::systemBus())
    {
        // Matched by interface, without asking who owns the name: nothing here waits for an answer.
        m_system.connect({}, u"/org/freedesktop/login1"_s, manager, u"PrepareForSleep"_s, this,
                         SLOT(prepareForSleep(bool)));
        QDBusConnection session = QDBusConnection::sessionBus();
        for (const QLatin1StringView saver : screenSavers) {
            session.connect({}, {}, saver, u"ActiveChanged"_s, this, SLOT(screenSaverChanged(bool)));
        }
        findSession();
        delaySleep();
    }

private Q_SLOTS:
    void prepareForSleep(bool begins)
    {
        if (!begins) {
            delaySleep();
            return;
        }
        Q_EMIT m_watch.goingToSleep();
        m_inhibitor = {}; // closing it lets the machine sleep
    }
    void screenSaverChanged(bool active)
    {
        if (active) {
            Q_EMIT m_watch.screenLocked();
        }
    }
    void sessionLocked() { Q_EMIT m_watch.screenLocked(); }

private:
    template<typename Answer, typename Use>
    void ask(const QDBusMessage &call, Use use)
    {
        auto *reply = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
        connect(reply, &QDBusPendingCallWatcher::finished, this, [use](QDBusPendingCallWatcher *finished) {
            if (const QDBusPendingReply<Answer> answer = *finished; answer.isValid()) {
                use(answer.value());
            }
            finished->deleteLater();
        });
    }

    /// The Lock signal comes from the object of this session alone.
    void findSession()
    {
        const QString id = qEnvironmentVariable("XDG_SESSION_ID", u"auto"_s);
        ask<QDBusObjectPath>(callToLogind(u"GetSession"_s, {id}), [this](const QDBusObjectPath &session) {
            m_system.connect({}, session.path(), u"org.freedesktop.login1.Session"_s, u"Lock"_s, this,
                             SLOT(sessionLocked()));
        });
    }
    void delaySleep()
    {
        const QVariantList arguments = {u"sleep"_s, u"Countersign"_s, u"The vault is being locked"_s,
                                        u"delay"_s};
        ask<QDBusUnixFileDescriptor>(callToLogind(u"Inhibit"_s, arguments),
                                     [this](const QDBusUnixFileDescriptor &lock) { m_inhibitor = lock; });
    }

    SystemWatch &m_watch;
    QDBusConnection m_system;
    QDBusUnixFileDescriptor m_inhibitor;
};

struct SystemWatch::Platform
{
    std::unique_ptr<DesktopListener> listener;
};

SystemWatch::SystemWatch(QObject *parent)
    : QObject(parent)
    , m_platform(std::make_unique<Platform>())
{
}

SystemWatch::~SystemWatch() = default;

void SystemWatch::start(QWidget *)
{
    if (!m_platform->listener) {
        m_platform->listener = std::make_unique<DesktopListener>(*this);
    }
}

} // namespace countersign::ui

#include "systemwatch_dbus.moc"
