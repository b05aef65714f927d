#include "app/cli/keyinput.h"
#include "app/cli/verbs.h"
#include "core/keys/fingerprint.h"
#include "core/keys/keywriter.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult print(Session &session, const keys::ReadKey &key, const crypto::PublicKey &publicKey)
{
    const bool asJwk = session.arguments().value(u"format"_s) == "jwk"_L1;
    const QByteArray text = asJwk ? keys::publicKeyJwk(publicKey, key.keyId, key.algorithm) + '\n'
                                  : keys::publicKeyPem(publicKey);
    if (!session.wantsJson()) {
        session.streams().write(bytesOf(text));
        return ExitCode::Done;
    }
    session.printJson({{u"format"_s, session.arguments().value(u"format"_s)},
                       {u"publicKey"_s, QString::fromLatin1(text.trimmed())},
                       {u"fingerprint"_s, keys::publicKeyFingerprint(publicKey)},
                       {u"thumbprint"_s, keys::thumbprint(publicKey)}});
    return ExitCode::Done;
}

VerbResult run(Session &session)
{
    const QString path = session.arguments().value(u"F"_s);
    const auto key = readKey(session, path);
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto publicKey = keys::publicKeyOf(key->material);
    if (!publicKey) {
        return std::unexpected(
            Error{ErrorCode::InvalidKey, path + u": a shared secret has no public half"_s});
    }
    return print(session, *key, *publicKey);
}

} // namespace

Verb keyPublicVerb()
{
    return {.path = u"key public"_s,
            .summary = u"Print the public half of a key"_s,
            .description = u"The PEM is byte for byte what \"openssl rsa -pubout\" writes."_s,
            .operands = {{u"F"_s, u"a private or public key; \"-\" reads standard input"_s, ValueKind::File}},
            .options = {{.name = u"format"_s,
                         .valueName = u"FORMAT"_s,
                         .help = u"how to write it"_s,
                         .kind = ValueKind::Choice,
                         .choices = {u"pem"_s, u"jwk"_s},
                         .defaultValue = u"pem"_s},
                        {.name = u"key-passphrase-file"_s,
                         .valueName = u"FILE"_s,
                         .help = u"the passphrase of an encrypted private key, on the first line"_s,
                         .kind = ValueKind::File}},
            .examples = {u"countersign-cli key public private.pem > public.pem"_s},
            .jsonKeys = {u"format"_s, u"publicKey"_s, u"fingerprint"_s, u"thumbprint"_s},
            .run = run};
}

} // namespace countersign::cli
