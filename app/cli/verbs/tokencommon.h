#pragma once

#include "app/cli/failure.h"
#include "app/cli/verb.h"
#include "core/base/clock.h"
#include "core/jose/jwt.h"

namespace countersign::cli {

/// --alg, repeatable.
Option algorithmOption(const QString &help);

/// The failure of a text from which no token could be read, with every reason and its cause.
Failure unreadableToken(const QByteArray &text, const jose::DecodedToken &token);

/// "exp: 2026-11-20T21:00:00Z, 2 h 3 min ago" for each time claim that is a plausible number.
QStringList timeRemarks(const JsonObject &claims, const Clock &clock);

} // namespace countersign::cli
