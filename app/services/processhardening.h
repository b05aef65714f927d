#pragma once

namespace countersign::services {

/// Forbids core dumps and, in a release build, being read by other processes of the same user: a crash must
/// not leave keys on the disk. Called first thing in main().
void hardenProcess();

} // namespace countersign::services
