#include "app/services/systemactor.h"

#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>

#include <vector>
#endif

using namespace Qt::StringLiterals;

namespace countersign::services {

namespace {

// Asked of the system, not of $USER: the record should not say what the environment was told to say.
QString accountName()
{
#ifdef Q_OS_UNIX
    std::vector<char> buffer(4096);
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return QString::fromLocal8Bit(found->pw_name);
    }
    return u"uid %1"_s.arg(geteuid());
#else
    return qEnvironmentVariable("USERNAME", u"unknown"_s);
#endif
}

} // namespace

vault::Actor systemActor()
{
    return {.user = accountName(), .machine = QSysInfo::machineHostName()};
}

} // namespace countersign::services
