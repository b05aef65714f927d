#pragma once

#include "app/cli/session.h"
#include "app/cli/verb.h"
#include "core/keys/keyreader.h"

namespace countersign::cli {

/// How the bytes of a secret are written: of --key-encoding.
QStringList secretEncodingNames();
keys::SecretEncoding secretEncodingNamed(const QString &name);

/// --key-file, --key-encoding and --key-passphrase-file, for the verbs that read a key.
QList<Option> keyOptions(const QString &help);

/// Every key in a file: a secret where --key-encoding says so or the content is no key file, else what
/// readKeyFile() finds. What was put right while reading is said on standard error.
CliResult<std::vector<keys::ReadKey>> readKeys(Session &session, const QString &path);
/// The same where exactly one is expected.
CliResult<keys::ReadKey> readKey(Session &session, const QString &path);
/// A secret in a given encoding; a key file is refused.
CliResult<keys::ReadKey> readSecretAs(Session &session, const QString &path, keys::SecretEncoding encoding);
/// One shared secret; a key pair is refused.
CliResult<keys::ReadKey> readSecretKey(Session &session, const QString &path);

/// Says on standard error what is weak about a key that is about to make a proof.
void noteWeaknesses(Session &session, const keys::KeyMaterial &material, crypto::HashAlgorithm usedWith);

/// The members "kind", "bits", "fingerprint"… of a key in JSON.
JsonObject keyToJson(const keys::KeyDescription &description);

} // namespace countersign::cli
