#pragma once

#include "core/jose/jwt.h"

namespace countersign::jose {

/// Everything a JOSE header says that Countersign refuses or finds suspicious (RFC 7515 section 4, RFC 7797,
/// RFC 8725). Nothing is looked up or fetched.
void checkHeader(const JsonObject &header, QList<TokenFinding> *findings);

} // namespace countersign::jose
