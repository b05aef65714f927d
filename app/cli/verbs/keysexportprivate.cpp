#include "app/cli/inputs.h"
#include "app/cli/outputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"
#include "core/base/files.h"
#include "core/keys/keywriter.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<void> checkOptions(const Session &session)
{
    const Arguments &arguments = session.arguments();
    if (arguments.has(u"out"_s) == arguments.has(u"reveal"_s)) {
        return usageFailure(u"Say where the key goes: --out F for a file, or --reveal to print it."_s);
    }
    if (arguments.has(u"reveal"_s) && session.wantsJson()) {
        return usageFailure(u"--reveal prints the key and nothing else. Leave out --json."_s);
    }
    return refuseStandardOutput(arguments.value(u"out"_s), u"--reveal prints the key."_s);
}

CliResult<SecretBytes> privateKeyText(Session &session, const crypto::PrivateKey &key)
{
    SecretBytes passphrase;
    const auto path = session.arguments().optional(u"key-passphrase-file"_s);
    if (path) {
        auto read = readNewPassphrase(session, u"key-passphrase-file"_s);
        if (!read) {
            return read;
        }
        passphrase = *std::move(read);
    }
    auto pem = keys::privateKeyPem(key, path ? &passphrase : nullptr);
    if (!pem) {
        return std::unexpected(pem.error());
    }
    return *std::move(pem);
}

CliResult<SecretBytes> textOf(Session &session, const keys::KeyMaterial &material)
{
    if (const auto *secret = std::get_if<keys::SecretKey>(&material)) {
        if (session.arguments().has(u"key-passphrase-file"_s)) {
            return usageFailure(
                u"--key-passphrase-file encrypts private keys; this one is a shared secret."_s);
        }
        return keys::secretText(*secret);
    }
    const auto *key = std::get_if<crypto::PrivateKey>(&material);
    if (key == nullptr) {
        return usageFailure(u"Of this version only the public key is in the vault, so there is no private "
                            "key to export. \"keys P export-public V\" prints the public one."_s);
    }
    return privateKeyText(session, *key);
}

CliResult<void> deliver(Session &session, const SecretBytes &text, const QString &name, int version)
{
    const auto path = session.arguments().optional(u"out"_s);
    if (!path) {
        session.streams().write(text.bytes());
        session.streams().write(bytesOf(text.bytes().back() == '\n' ? "" : "\n"));
        return {};
    }
    if (auto written = writeFile(*path, text.bytes(), FileAccess::OwnerOnly, Overwrite::No); !written) {
        return std::unexpected(written.error());
    }
    session.print(
        {{u"property"_s, name}, {u"keyVersion"_s, version}, {u"file"_s, *path}},
        {u"Version %1 of \"%2\" is in %3, which only you can read."_s.arg(version).arg(name, *path)});
    return {};
}

VerbResult run(Session &session)
{
    if (auto sensible = checkOptions(session); !sensible) {
        return std::unexpected(sensible.error());
    }
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto version = versionOf(session, *property);
    if (!version) {
        return std::unexpected(version.error());
    }
    vault::Vault &vault = **session.vault();
    const auto material = vault.keyMaterial(property->id, *version);
    if (!material) {
        return std::unexpected(material.error());
    }
    const auto text = textOf(session, *material);
    if (!text) {
        return std::unexpected(text.error());
    }
    // Recorded first: an export that nobody can see later must not happen.
    if (auto recorded = vault.record(vault::ActivityKind::PrivateKeyExported, &*property, *version, {});
        !recorded) {
        return std::unexpected(recorded.error());
    }
    if (auto delivered = deliver(session, *text, property->name, *version); !delivered) {
        return std::unexpected(delivered.error());
    }
    return ExitCode::Done;
}

} // namespace

Verb keysExportPrivateVerb()
{
    return {
        .path = u"keys P export-private"_s,
        .summary = u"Take a private key or a secret out of the vault"_s,
        .description = u"The file is readable by its owner only, and an existing one is never overwritten. "
                       "The export is recorded."_s,
        .operands = {propertyOperand(), versionOperand(Need::Required)},
        .options =
            {{.name = u"out"_s, .valueName = u"F"_s, .help = u"the file to write"_s, .kind = ValueKind::File},
             {.name = u"key-passphrase-file"_s,
              .valueName = u"FILE"_s,
              .help = u"encrypt the private key with the passphrase on the first line"_s,
              .kind = ValueKind::File},
             {.name = u"reveal"_s,
              .valueName = {},
              .help = u"print the key on standard output instead"_s,
              .kind = ValueKind::Flag}},
        .examples = {u"countersign-cli keys 'Help desk' export-private 1 --out private.pem"_s},
        .jsonKeys = {u"property"_s, u"keyVersion"_s, u"file"_s},
        .run = run};
}

} // namespace countersign::cli
