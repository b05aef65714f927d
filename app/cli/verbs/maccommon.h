#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"
#include "core/base/encoding.h"
#include "core/crypto/mac.h"
#include "core/keys/keyreader.h"

namespace countersign::cli {

/// What both MAC verbs take.
QList<Option> macOptions();

/// How a MAC is made: from --alg, --encoding and the key file.
struct MacSetup
{
    QString algorithmName; ///< "HS256"
    crypto::HashAlgorithm hash;
    Encoding encoding;
    keys::ReadKey key;
    crypto::MacKey mac;
};
CliResult<MacSetup> readMacSetup(Session &session);

} // namespace countersign::cli
