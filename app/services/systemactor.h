#pragma once

#include "core/vault/activity.h"

namespace countersign::services {

/// Who sits at this machine, for the record of activity: the account's name and the machine's.
vault::Actor systemActor();

} // namespace countersign::services
