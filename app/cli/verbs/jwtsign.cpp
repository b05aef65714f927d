#include "app/cli/inputs.h"
#include "app/cli/keyinput.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/tokencommon.h"
#include "core/jose/compactjws.h"
#include "core/keys/keyweakness.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// The members as the header must have them: typ and alg first unless --header orders them otherwise.
CliResult<JsonObject> headerFor(const Arguments &arguments)
{
    const QString algorithm = arguments.value(u"alg"_s);
    JsonObject header{{u"typ"_s, u"JWT"_s}, {u"alg"_s, algorithm}};
    if (const auto typed = arguments.optional(u"header"_s)) {
        auto object = parseObjectArgument(typed->toUtf8(), u"--header"_s);
        if (!object) {
            return object;
        }
        header = *std::move(object);
        const JsonValue *named = findMember(header, u"alg");
        if (named == nullptr) {
            header.append({u"alg"_s, algorithm});
        } else if (*named != JsonValue(algorithm)) {
            return usageFailure(
                u"--header names another alg than --alg %1. Leave alg out of it."_s.arg(algorithm));
        }
    }
    if (const auto keyId = arguments.optional(u"kid"_s)) {
        if (findMember(header, u"kid") != nullptr) {
            return usageFailure(u"The key id is given twice: in --header and as --kid. Leave one out."_s);
        }
        header.append({u"kid"_s, *keyId});
    }
    return header;
}

CliResult<void> checkKey(const keys::ReadKey &key, crypto::JwsAlgorithm algorithm)
{
    if (!key.maySign) {
        return std::unexpected(
            Error{ErrorCode::UnsupportedAlgorithm, u"the JWK's use or key_ops forbids signing with it"_s});
    }
    if (key.algorithm && *key.algorithm != algorithm) {
        return std::unexpected(Error{ErrorCode::UnsupportedAlgorithm,
                                     u"the JWK is for %1 only"_s.arg(crypto::algorithmName(*key.algorithm))});
    }
    if (const auto strong = keys::checkStrengthForSigning(key.material); !strong) {
        return std::unexpected(strong.error());
    }
    return {};
}

CliResult<keys::ReadKey> readSigningKey(Session &session, crypto::JwsAlgorithm algorithm)
{
    auto key = readKey(session, session.arguments().value(u"key-file"_s));
    if (!key) {
        return key;
    }
    if (auto fits = checkKey(*key, algorithm); !fits) {
        return std::unexpected(fits.error());
    }
    noteWeaknesses(session, key->material, crypto::hashFor(algorithm));
    return key;
}

VerbResult run(Session &session)
{
    const auto header = headerFor(session.arguments());
    if (!header) {
        return std::unexpected(header.error());
    }
    const crypto::JwsAlgorithm algorithm = *crypto::algorithmNamed(session.arguments().value(u"alg"_s));
    const auto key = readSigningKey(session, algorithm);
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto text = readOperand(session, u"CLAIMS-JSON"_s, LineBreak::Dropped);
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto claims = parseObjectArgument(*text, u"the claims"_s);
    if (!claims) {
        return std::unexpected(claims.error());
    }
    const auto token = jose::signCompact(key->material, algorithm, writeJson(*header), writeJson(*claims));
    if (!token) {
        return std::unexpected(token.error());
    }
    session.print({{u"token"_s, QString::fromLatin1(*token)}, {u"header"_s, *header}, {u"claims"_s, *claims}},
                  {QString::fromLatin1(*token)});
    return ExitCode::Done;
}

} // namespace

Verb jwtSignVerb()
{
    Option algorithm = algorithmOption(u"the algorithm; it must be one of the key's"_s);
    algorithm.need = Need::Required;
    algorithm.repeat = Repeat::Once;
    return {.path = u"jwt sign"_s,
            .summary = u"Sign claims and print the token"_s,
            .description = u"Claims are written in the order given, without white space."_s,
            .operands = {{u"CLAIMS-JSON"_s, u"a JSON object; \"-\" reads standard input"_s}},
            .options =
                keyOptions(u"a private key or a secret"_s) +
                QList<Option>{
                    algorithm,
                    {.name = u"header"_s,
                     .valueName = u"JSON"_s,
                     .help = u"the header's members in order; typ JWT and alg when not given"_s},
                    {.name = u"kid"_s, .valueName = u"K"_s, .help = u"the key id to put in the header"_s}},
            .examples =
                {u"countersign-cli jwt sign --key-file k --alg HS256 '{\"jti\":\"user1@company.com\"}'"_s},
            .jsonKeys = {u"token"_s, u"header"_s, u"claims"_s},
            .run = run};
}

} // namespace countersign::cli
