#include "core/keys/keyreader.h"

#include "core/keys/derkey.h"
#include "core/keys/jwkset.h"
#include "core/keys/keyformat.h"
#include "core/keys/keytext.h"
#include "core/keys/pem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

/// What a PEM label says the body is; NotDer for a label without a key Countersign reads.
DerKind kindOfLabel(const QString &label)
{
    static const std::pair<QString, DerKind> labels[] = {
        {u"PUBLIC KEY"_s, DerKind::Spki},     {u"RSA PUBLIC KEY"_s, DerKind::Pkcs1Public},
        {u"PRIVATE KEY"_s, DerKind::Pkcs8},   {u"RSA PRIVATE KEY"_s, DerKind::Pkcs1Private},
        {u"EC PRIVATE KEY"_s, DerKind::Sec1}, {u"ENCRYPTED PRIVATE KEY"_s, DerKind::EncryptedPkcs8},
    };
    const auto found = std::ranges::find(labels, label, &std::pair<QString, DerKind>::first);
    return found == std::end(labels) ? DerKind::NotDer : found->second;
}

Error refusalOfLabel(const QString &label)
{
    if (label.contains(u"CERTIFICATE") && !label.contains(u"REQUEST")) {
        return {ErrorCode::UnsupportedKey,
                u"a certificate; take its public key with: openssl x509 -in cert.pem -pubkey -noout"_s};
    }
    return {ErrorCode::UnsupportedKey, u"PEM %1: not a key Countersign can use"_s.arg(quoted(label))};
}

Result<ReadKey> readDer(ByteView der, const QString &container, const SecretBytes *passphrase)
{
    auto material = readDerKey(der, passphrase);
    if (!material) {
        return std::unexpected(material.error());
    }
    ReadKey key;
    key.material = std::move(*material);
    key.form = u"%1 (%2)"_s.arg(derKindName(classifyDer(der)), container);
    key.form[0] = key.form.at(0).toUpper();
    return key;
}

Result<ReadKey> readBlock(const PemBlock &block, const SecretBytes *passphrase)
{
    auto key = readDer(block.der.bytes(), u"PEM"_s, passphrase);
    if (!key) {
        const QString &detail = key.error().detail;
        return failure(key.error().code,
                       detail.isEmpty() ? block.label : u"%1: %2"_s.arg(block.label, detail));
    }
    if (kindOfLabel(block.label) != classifyDer(block.der.bytes())) {
        addNote(&key->notes, u"the label says %1"_s.arg(block.label));
    }
    return key;
}

/// Reads the blocks that are keys. Parameters and certificates beside a key are left out; alone, they are
/// what the file is refused for.
Result<std::vector<ReadKey>> readPem(ByteView content, const SecretBytes *passphrase)
{
    const auto pem = parsePem(content);
    if (!pem) {
        return std::unexpected(pem.error());
    }
    std::vector<ReadKey> keys;
    QStringList notes = pem->notes;
    for (const PemBlock &block : pem->blocks) {
        if (kindOfLabel(block.label) == DerKind::NotDer) {
            addNote(&notes, u"%1 left out"_s.arg(block.label));
            continue;
        }
        auto key = readBlock(block, passphrase);
        if (!key) {
            return std::unexpected(key.error());
        }
        keys.push_back(std::move(*key));
    }
    if (keys.empty()) {
        return std::unexpected(refusalOfLabel(pem->blocks.front().label));
    }
    for (ReadKey &key : keys) {
        key.notes = notes + key.notes;
    }
    return keys;
}

Result<std::vector<ReadKey>> readSingleDer(ByteView der, const QString &container, const QStringList &notes,
                                           const SecretBytes *passphrase)
{
    auto key = readDer(der, container, passphrase);
    if (!key) {
        return std::unexpected(key.error());
    }
    key->notes = notes;
    std::vector<ReadKey> keys;
    keys.push_back(std::move(*key));
    return keys;
}

Result<std::vector<ReadKey>> readUnarmoured(ByteView content, KeyFormat format, const SecretBytes *passphrase)
{
    QStringList notes;
    const auto bytes = decodeUnarmoured(content, &notes);
    if (!bytes) {
        return failure(ErrorCode::InvalidKey, u"base64: "_s + bytes.error().detail);
    }
    if (format == KeyFormat::Base64Der) {
        addNote(&notes, u"no BEGIN/END lines"_s);
        return readSingleDer(bytes->bytes(), u"base64"_s, notes, passphrase);
    }
    auto keys = readPem(bytes->bytes(), passphrase);
    if (keys) {
        for (ReadKey &key : *keys) {
            addNote(&key.notes, u"base64 around the PEM"_s);
        }
    }
    return keys;
}

/// What to say about content that is no key file as far as can be told.
Error refusalOfUnknown(ByteView content)
{
    const std::string_view text = coreOf(content);
    if (text.empty()) {
        return {ErrorCode::InvalidKey, u"the file is empty"_s};
    }
    if (content[0] == 0x30 && classifyDer(content) != DerKind::NotDer) {
        return readDerKey(content, nullptr).error();
    }
    if (text.starts_with("MI")) {
        return {ErrorCode::InvalidKey, u"the base64 of a key that is cut short or damaged"_s};
    }
    if (text.starts_with('{') || text.starts_with('[')) {
        return {ErrorCode::InvalidKey, u"JSON, but neither a JWK nor a JWK Set"_s};
    }
    return {ErrorCode::InvalidKey, u"neither PEM nor DER nor JWK"_s};
}

Result<std::vector<ReadKey>> readJwkFile(ByteView content)
{
    const std::string_view text = coreOf(content);
    if (!text.starts_with('{')) {
        return std::unexpected(refusalOfUnknown(content));
    }
    auto keys = readJwkText(bytesOfText(text));
    if (keys && text.size() != trimmed(textOf(content)).size()) {
        for (ReadKey &key : *keys) {
            addNote(&key.notes, u"quotes around the key"_s);
        }
    }
    return keys;
}

Result<std::vector<ReadKey>> readFormat(ByteView content, const SecretBytes *passphrase)
{
    switch (const KeyFormat format = detectFormat(content)) {
    case KeyFormat::Pem:
        return readPem(content, passphrase);
    case KeyFormat::Der:
        return readSingleDer(content, u"DER"_s, {}, passphrase);
    case KeyFormat::Base64Der:
    case KeyFormat::Base64Pem:
        return readUnarmoured(content, format, passphrase);
    case KeyFormat::Jwk:
        return readJwkFile(content);
    case KeyFormat::Foreign:
        return std::unexpected(foreignRefusal(content));
    default:
        return std::unexpected(refusalOfUnknown(content));
    }
}

} // namespace

Result<std::vector<ReadKey>> readKeyFile(ByteView content, const SecretBytes *passphrase)
{
    const std::string_view text = textOf(content);
    const std::string_view unmarked = withoutByteOrderMark(text);
    auto keys = readFormat(bytesOfText(unmarked), passphrase);
    if (keys && unmarked.size() != text.size()) {
        for (ReadKey &key : *keys) {
            key.notes.prepend(u"byte-order mark"_s);
        }
    }
    return keys;
}

Result<ReadKey> readSingleKey(ByteView content, const SecretBytes *passphrase)
{
    auto keys = readKeyFile(content, passphrase);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    if (keys->size() != 1) {
        return failure(ErrorCode::InvalidKey, u"%1 keys where one is expected"_s.arg(keys->size()));
    }
    return std::move(keys->front());
}

bool looksLikeKeyFile(ByteView content)
{
    return detectFormat(content) != KeyFormat::Unknown;
}

bool needsPassphrase(ByteView content)
{
    const auto keys = readKeyFile(content);
    return !keys && keys.error().code == ErrorCode::WrongKeyPassphrase;
}

} // namespace countersign::keys
