#pragma once

namespace countersign::crypto {

/// Has OpenSSL, and so QCA, overwrite whatever it frees: its decoders and big numbers leave parts of private
/// keys in memory that they free without wiping. Works only before OpenSSL's first allocation; false when
/// that was missed.
bool wipeFreedAllocations();

} // namespace countersign::crypto
