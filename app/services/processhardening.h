#pragma once

namespace countersign::services {

/// A crash must not leave keys on the disk, nor another program of the same user read them: forbids core
/// dumps and, where the system allows it, being read or attached to by other processes; wipes memory as it is
/// freed. Called first thing in main(). A build with sanitizers can still be looked into, which they need.
void hardenProcess();

} // namespace countersign::services
