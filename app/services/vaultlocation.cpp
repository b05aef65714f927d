#include "app/services/vaultlocation.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace countersign::services {

namespace {

/// Not AppDataLocation: that depends on the program's name, and two programs share these files.
QString dataFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Countersign/"_s + name;
}

QString namedVaultOr(const QString &path)
{
    const QString named = qEnvironmentVariable(vaultVariable);
    return named.isEmpty() ? path : named;
}

} // namespace

QString defaultVaultPath()
{
    return namedVaultOr(dataFile(u"vault.countersign"_s));
}

QString demoVaultPath()
{
    return namedVaultOr(dataFile(u"demo.countersign"_s));
}

QString seenVaultsFolder()
{
    return dataFile(u"seen"_s);
}

} // namespace countersign::services
