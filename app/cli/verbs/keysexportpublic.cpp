#include "app/cli/verbs.h"
#include "app/cli/verbs/keyscommon.h"
#include "core/keys/fingerprint.h"
#include "core/keys/keywriter.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<crypto::PublicKey> publicKeyFrom(vault::Vault &vault, const recipes::Property &property,
                                           int version)
{
    const auto material = vault.keyMaterial(property.id, version);
    if (!material) {
        return std::unexpected(material.error());
    }
    const auto publicKey = keys::publicKeyOf(*material);
    if (!publicKey) {
        return usageFailure(
            u"\"%1\" has a shared secret, and only key pairs have a public key. The vendor has the same secret."_s
                .arg(property.name));
    }
    return *publicKey;
}

void print(Session &session, const recipes::Property &property, int version, const crypto::PublicKey &key)
{
    const QByteArray pem = keys::publicKeyPem(key);
    if (!session.wantsJson()) {
        session.streams().write(bytesOf(pem));
        return;
    }
    session.printJson({{u"property"_s, property.name},
                       {u"keyVersion"_s, version},
                       {u"publicKey"_s, QString::fromLatin1(pem.trimmed())},
                       {u"fingerprint"_s, keys::publicKeyFingerprint(key)}});
}

VerbResult run(Session &session)
{
    const auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    const auto version = versionOrCurrent(session, *property);
    if (!version) {
        return std::unexpected(version.error());
    }
    vault::Vault &vault = **session.vault();
    const auto key = publicKeyFrom(vault, *property, *version);
    if (!key) {
        return std::unexpected(key.error());
    }
    if (auto recorded = vault.record(vault::ActivityKind::PublicKeyExported, &*property, *version, {});
        !recorded) {
        return std::unexpected(recorded.error());
    }
    print(session, *property, *version, *key);
    return ExitCode::Done;
}

} // namespace

Verb keysExportPublicVerb()
{
    return {.path = u"keys P export-public"_s,
            .summary = u"Print the public key as PEM, to be pasted at the vendor"_s,
            .operands = {propertyOperand(), versionOperand(Need::Optional)},
            .examples = {u"countersign-cli keys 'Help desk' export-public > public.pem"_s},
            .jsonKeys = {u"property"_s, u"keyVersion"_s, u"publicKey"_s, u"fingerprint"_s},
            .run = run};
}

} // namespace countersign::cli
