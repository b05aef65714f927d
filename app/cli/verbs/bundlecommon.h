#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"

namespace countersign::cli {

/// --property P, as often as wanted.
Option bundlePropertiesOption(const QString &help);
/// What --property named, in that order, without repeats; all of them when it was not given.
CliResult<QList<recipes::Property>> chosenFrom(const Session &session,
                                               const QList<recipes::Property> &properties);

inline const QString bundlePassphraseOption = QStringLiteral("bundle-passphrase-file");

} // namespace countersign::cli
