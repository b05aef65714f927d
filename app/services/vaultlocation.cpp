#include "app/services/vaultlocation.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace countersign::services {

QString defaultVaultPath()
{
    const QString named = qEnvironmentVariable(vaultVariable);
    if (!named.isEmpty()) {
        return named;
    }
    // Not AppDataLocation: that depends on the program's name, and two programs share this vault.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/Countersign/vault.countersign"_s;
}

QString seenVaultsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Countersign/seen"_s;
}

} // namespace countersign::services
