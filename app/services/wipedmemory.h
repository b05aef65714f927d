#pragma once

namespace countersign::services {

/// From now on the memory that this process frees is overwritten first: what Qt or OpenSSL copied of a secret
/// does not outlive the copy. OpenSSL's own memory on every platform; on Linux with glibc all memory of the
/// process, from its start. Call before anything uses OpenSSL; false when that was too late.
bool wipeFreedMemory();

} // namespace countersign::services
