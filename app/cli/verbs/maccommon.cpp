#include "app/cli/verbs/maccommon.h"

#include "app/cli/keyinput.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

Encoding encodingNamed(const QString &name)
{
    return name == "base64"_L1      ? Encoding::Base64
           : name == "base64url"_L1 ? Encoding::Base64Url
                                    : Encoding::Hex;
}

CliResult<void> checkAlgorithm(const keys::ReadKey &key, crypto::JwsAlgorithm algorithm)
{
    if (!key.algorithm || *key.algorithm == algorithm) {
        return {};
    }
    return std::unexpected(Error{ErrorCode::UnsupportedAlgorithm,
                                 u"the key is for %1 only"_s.arg(crypto::algorithmName(*key.algorithm))});
}

} // namespace

QList<Option> macOptions()
{
    return keyOptions(u"the secret; a line break at the end of the file is not part of it"_s) +
           QList<Option>{{.name = u"alg"_s,
                          .valueName = u"ALG"_s,
                          .help = u"the hash under the HMAC"_s,
                          .kind = ValueKind::Choice,
                          .choices = {u"HS256"_s, u"HS384"_s, u"HS512"_s},
                          .defaultValue = u"HS256"_s},
                         {.name = u"encoding"_s,
                          .valueName = u"ENCODING"_s,
                          .help = u"how the tag is written"_s,
                          .kind = ValueKind::Choice,
                          .choices = {u"hex"_s, u"base64"_s, u"base64url"_s},
                          .defaultValue = u"hex"_s}};
}

CliResult<MacSetup> readMacSetup(Session &session)
{
    auto key = readSecretKey(session, session.arguments().value(u"key-file"_s));
    if (!key) {
        return std::unexpected(key.error());
    }
    const QString name = session.arguments().value(u"alg"_s);
    const crypto::JwsAlgorithm algorithm = *crypto::algorithmNamed(name);
    if (auto fits = checkAlgorithm(*key, algorithm); !fits) {
        return std::unexpected(fits.error());
    }
    const crypto::HashAlgorithm hash = crypto::hashFor(algorithm);
    auto mac = crypto::MacKey::create(hash, std::get<keys::SecretKey>(key->material).bytes.bytes());
    if (!mac) {
        return std::unexpected(mac.error());
    }
    return MacSetup{name, hash, encodingNamed(session.arguments().value(u"encoding"_s)), *std::move(key),
                    *std::move(mac)};
}

} // namespace countersign::cli
