#include "app/cli/keyinput.h"

#include "app/cli/inputs.h"
#include "core/keys/keyweakness.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr keys::SecretEncoding everyEncoding[] = {keys::SecretEncoding::Text, keys::SecretEncoding::Hex,
                                                  keys::SecretEncoding::Base64};

CliResult<SecretBytes> readKeyPassphrase(Session &session, const QString &path)
{
    if (const auto file = session.arguments().optional(u"key-passphrase-file"_s)) {
        return readPassphraseFile(session, *file);
    }
    if (!session.terminal().isAvailable()) {
        return usageFailure(
            u"%1 is encrypted. Name a file with its passphrase: --key-passphrase-file."_s.arg(path));
    }
    auto passphrase = session.terminal().askSecret(u"Passphrase of %1: "_s.arg(path));
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    return *std::move(passphrase);
}

Error atFile(const QString &path, const Error &error)
{
    return {error.code, error.detail.isEmpty() ? path : path + u": "_s + error.detail};
}

CliResult<std::vector<keys::ReadKey>> readSecretContent(ByteView content, keys::SecretEncoding encoding,
                                                        const QString &path)
{
    auto secret = keys::readSecret(content, encoding);
    if (!secret) {
        return std::unexpected(atFile(path, secret.error()));
    }
    std::vector<keys::ReadKey> keys;
    keys.push_back(*std::move(secret));
    return keys;
}

CliResult<keys::ReadKey> onlyKey(CliResult<std::vector<keys::ReadKey>> keys, const QString &path)
{
    if (!keys) {
        return std::unexpected(keys.error());
    }
    if (keys->size() != 1) {
        return std::unexpected(Error{ErrorCode::InvalidKey, u"%1: %2 keys where one is expected"_s.arg(
                                                                path, QString::number(keys->size()))});
    }
    return std::move(keys->front());
}

CliResult<std::vector<keys::ReadKey>> readKeyContent(Session &session, ByteView content, const QString &path)
{
    const bool isEncrypted = keys::needsPassphrase(content);
    SecretBytes passphrase;
    if (isEncrypted) {
        auto read = readKeyPassphrase(session, path);
        if (!read) {
            return std::unexpected(read.error());
        }
        passphrase = *std::move(read);
    }
    auto keys = keys::readKeyFile(content, isEncrypted ? &passphrase : nullptr);
    if (!keys) {
        return std::unexpected(atFile(path, keys.error()));
    }
    return *std::move(keys);
}

void noteReading(Session &session, const std::vector<keys::ReadKey> &keys, const QString &path)
{
    QStringList said;
    for (const keys::ReadKey &key : keys) {
        for (const QString &note : key.notes) {
            if (!said.contains(note)) {
                said.append(note);
                session.streams().note(u"Note: %1: %2."_s.arg(path, note));
            }
        }
    }
}

} // namespace

QStringList secretEncodingNames()
{
    QStringList names;
    for (const auto encoding : everyEncoding) {
        names.append(keys::secretEncodingName(encoding));
    }
    return names;
}

keys::SecretEncoding secretEncodingNamed(const QString &name)
{
    const auto found = std::ranges::find(everyEncoding, name, keys::secretEncodingName);
    return found == std::end(everyEncoding) ? keys::SecretEncoding::Text : *found;
}

QList<Option> keyOptions(const QString &help)
{
    return {{.name = u"key-file"_s,
             .valueName = u"F"_s,
             .help = help,
             .kind = ValueKind::File,
             .need = Need::Required},
            {.name = u"key-encoding"_s,
             .valueName = u"ENCODING"_s,
             .help = u"read the file as a secret, its bytes written as"_s,
             .kind = ValueKind::Choice,
             .choices = secretEncodingNames()},
            {.name = u"key-passphrase-file"_s,
             .valueName = u"FILE"_s,
             .help = u"the passphrase of an encrypted private key, on the first line"_s,
             .kind = ValueKind::File}};
}

CliResult<std::vector<keys::ReadKey>> readKeys(Session &session, const QString &path)
{
    const auto content = readSecretInput(session, path, u"the key"_s);
    if (!content) {
        return std::unexpected(content.error());
    }
    const auto encoding = session.arguments().optional(u"key-encoding"_s);
    const bool isSecret = encoding || !keys::looksLikeKeyFile(content->bytes());
    auto keys = isSecret ? readSecretContent(content->bytes(),
                                             secretEncodingNamed(encoding.value_or(QString())), path)
                         : readKeyContent(session, content->bytes(), path);
    if (keys) {
        noteReading(session, *keys, path);
    }
    return keys;
}

CliResult<keys::ReadKey> readKey(Session &session, const QString &path)
{
    return onlyKey(readKeys(session, path), path);
}

CliResult<keys::ReadKey> readSecretAs(Session &session, const QString &path, keys::SecretEncoding encoding)
{
    const auto content = readSecretInput(session, path, u"the key"_s);
    if (!content) {
        return std::unexpected(content.error());
    }
    auto secret = readSecretContent(content->bytes(), encoding, path);
    if (secret) {
        noteReading(session, *secret, path);
    }
    return onlyKey(std::move(secret), path);
}

CliResult<keys::ReadKey> readSecretKey(Session &session, const QString &path)
{
    auto key = readKey(session, path);
    if (key && !std::holds_alternative<keys::SecretKey>(key->material)) {
        return std::unexpected(
            Error{ErrorCode::InvalidKey, u"%1: %2, where a shared secret is expected"_s.arg(
                                             path, keys::describeKey(keys::describe(key->material)))});
    }
    return key;
}

void noteWeaknesses(Session &session, const keys::KeyMaterial &material, crypto::HashAlgorithm usedWith)
{
    for (const keys::KeyWeakness weakness : keys::weaknessesOf(material, usedWith)) {
        session.streams().note(u"Note: "_s + QString::fromUtf8(keys::weaknessSentence(weakness)));
    }
}

JsonObject keyToJson(const keys::KeyDescription &description)
{
    JsonObject object{{u"kind"_s, keys::describeKey(description)},
                      {u"bits"_s, description.bits},
                      {u"fingerprint"_s, description.fingerprint},
                      {u"hasPrivatePart"_s, description.hasPrivatePart}};
    if (description.secretEncoding) {
        object.append({u"encoding"_s, keys::secretEncodingName(*description.secretEncoding)});
    }
    return object;
}

} // namespace countersign::cli
