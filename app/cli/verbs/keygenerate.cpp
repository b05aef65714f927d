#include "app/cli/keyinput.h"
#include "app/cli/outputs.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/keys/keywriter.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr qint64 defaultRsaBits = 2048;
constexpr qint64 defaultSecretBits = 256;

CliResult<keys::GenerationRequest> requestFor(const Arguments &arguments)
{
    keys::GenerationRequest request;
    const QString type = arguments.value(u"type"_s);
    const bool hasBits = arguments.has(u"bits"_s);
    if (hasBits && (type == "ec"_L1 || type == "ed25519"_L1)) {
        return usageFailure(u"--bits is for rsa and hmac; the size of %1 is that of its curve."_s.arg(type));
    }
    if (arguments.has(u"curve"_s) && type != "ec"_L1) {
        return usageFailure(u"--curve is for --type ec."_s);
    }
    if (type == "rsa"_L1) {
        request.type = crypto::KeyType::Rsa;
        request.bits = static_cast<int>(hasBits ? arguments.number(u"bits"_s) : defaultRsaBits);
    } else if (type == "ec"_L1) {
        request.type = crypto::KeyType::Ec;
        const QString curve = arguments.value(u"curve"_s);
        request.curve = curve == "P-384"_L1   ? crypto::EcCurve::P384
                        : curve == "P-521"_L1 ? crypto::EcCurve::P521
                                              : crypto::EcCurve::P256;
    } else if (type == "ed25519"_L1) {
        request.type = crypto::KeyType::Ed25519;
    } else {
        request.type = crypto::KeyType::Secret;
        request.secretForm =
            keys::GeneratedSecretForm::Base64Url; // as hex it might be used decoded elsewhere
        request.bits = static_cast<int>(hasBits ? arguments.number(u"bits"_s) : defaultSecretBits);
    }
    return request;
}

/// What the file holds: PKCS#8 PEM, or the secret's text with nothing behind it.
CliResult<SecretBytes> fileContent(const keys::KeyMaterial &material)
{
    if (const auto *secret = std::get_if<keys::SecretKey>(&material)) {
        return keys::secretText(*secret);
    }
    auto pem = keys::privateKeyPem(std::get<crypto::PrivateKey>(material));
    if (!pem) {
        return std::unexpected(pem.error());
    }
    return *std::move(pem);
}

VerbResult run(Session &session)
{
    const QString path = session.arguments().value(u"out"_s);
    if (auto fits = refuseStandardOutput(path, u"Name one that only you can read."_s); !fits) {
        return std::unexpected(fits.error());
    }
    const auto request = requestFor(session.arguments());
    if (!request) {
        return std::unexpected(request.error());
    }
    const auto material = keys::generateKey(*request);
    if (!material) {
        return std::unexpected(material.error());
    }
    const auto content = fileContent(*material);
    if (!content) {
        return std::unexpected(content.error());
    }
    if (auto written = writeFile(path, content->bytes(), FileAccess::OwnerOnly, Overwrite::No); !written) {
        return std::unexpected(written.error());
    }
    const keys::KeyDescription description = keys::describe(*material);
    session.print({{u"file"_s, path}, {u"key"_s, keyToJson(description)}},
                  {u"%1: %2, %3"_s.arg(path, keys::describeKey(description), description.fingerprint)});
    return ExitCode::Done;
}

} // namespace

Verb keyGenerateVerb()
{
    return {.path = u"key generate"_s,
            .summary = u"Make a key and write it to a file that only its owner can read"_s,
            .description =
                u"An existing file is never overwritten. Key pairs are written as PKCS#8 PEM, an HMAC "
                "secret as text, to be used as it is: letters, digits, \"-\" and \"_\"."_s,
            .options = {{.name = u"type"_s,
                         .valueName = u"TYPE"_s,
                         .help = u"the kind of key"_s,
                         .kind = ValueKind::Choice,
                         .need = Need::Required,
                         .choices = {u"rsa"_s, u"ec"_s, u"ed25519"_s, u"hmac"_s}},
                        {.name = u"bits"_s,
                         .valueName = u"N"_s,
                         .help = u"rsa: 2048 (when not given), 3072 or 4096; hmac: 256 when not given"_s,
                         .kind = ValueKind::Number,
                         .minimum = 128,
                         .maximum = 4096},
                        {.name = u"curve"_s,
                         .valueName = u"C"_s,
                         .help = u"ec: the curve (P-256 when not given)"_s,
                         .kind = ValueKind::Choice,
                         .choices = {u"P-256"_s, u"P-384"_s, u"P-521"_s}},
                        {.name = u"out"_s,
                         .valueName = u"F"_s,
                         .help = u"the file to write"_s,
                         .kind = ValueKind::File,
                         .need = Need::Required}},
            .examples = {u"countersign-cli key generate --type rsa --out private.pem"_s,
                         u"countersign-cli key generate --type hmac --out secret.txt"_s},
            .jsonKeys = {u"file"_s, u"key"_s},
            .run = run};
}

} // namespace countersign::cli
