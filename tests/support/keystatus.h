#pragma once

#include "core/keys/keyversion.h"

namespace countersign {

/// The status of that name in a test's data; all of them are good names.
inline keys::KeyStatus statusNamed(const QString &name)
{
    using enum keys::KeyStatus;
    for (const keys::KeyStatus status : {Standby, Current, Previous, Revoked, Destroyed}) {
        if (keys::statusName(status) == name) {
            return status;
        }
    }
    qFatal("no key status is called %s", qPrintable(name));
}

} // namespace countersign
