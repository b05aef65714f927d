#include "core/keys/keyformat.h"

#include "core/base/encoding.h"
#include "core/keys/der.h"
#include "core/keys/keytext.h"
#include "core/keys/pem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

struct ForeignMark
{
    std::string_view mark;
    QLatin1StringView name;
};

constexpr auto convertiblePublicKey =
    QLatin1StringView("an OpenSSH public key; convert it with: ssh-keygen -e -m PKCS8 -f key.pub");
constexpr auto ed25519PublicKey =
    QLatin1StringView("an SSH Ed25519 public key, which ssh-keygen cannot convert");
constexpr auto tokenKey = QLatin1StringView("an OpenSSH key kept in a security token");

// A whole mark anywhere is enough: no vendor's secret holds one by chance. The first that is there counts,
// so the narrower of two stands first.
constexpr ForeignMark foreignMarks[] = {
    {"BEGIN OPENSSH PRIVATE KEY",
     QLatin1StringView("an OpenSSH private key; convert a copy with: ssh-keygen -p -m PKCS8 -f copy (not "
                       "Ed25519, which ssh-keygen cannot convert)")},
    {"AAAAC3NzaC1lZDI1NTE5", ed25519PublicKey}, // base64 of the length and name such a key starts with
    {"ssh-ed25519 AAAA", ed25519PublicKey},
    {"BEGIN SSH2 PUBLIC KEY",
     QLatin1StringView("an SSH2 public key; convert it with: ssh-keygen -i -m RFC4716 -f key > key.pub, and "
                       "then: ssh-keygen -e -m PKCS8 -f key.pub")},
    {"BEGIN SSH2 ",
     QLatin1StringView("an SSH2 private key; export it in PEM form from the program it was made with")},
    {"ssh-rsa AAAA", convertiblePublicKey},
    {"sk-ssh-ed25519@openssh.com", tokenKey},
    {"sk-ecdsa-sha2-nistp", tokenKey},
    {"ecdsa-sha2-nistp", convertiblePublicKey},
    {"ssh-dss AAAA", QLatin1StringView("an OpenSSH DSA key: Countersign uses RSA, EC and Ed25519")},
    {"PuTTY-User-Key-File-",
     QLatin1StringView("a PuTTY private key; export it from PuTTYgen in OpenSSL's PEM form")},
    {"BEGIN PGP ", QLatin1StringView("a PGP file")},
};
constexpr std::string_view sshBlob =
    "AAAAB3NzaC1"; // base64 of the length and name an SSH public key starts with
constexpr std::string_view base64Begin = "LS0tLS1CRUdJTi"; // base64 of "-----BEGIN"

std::string_view unquoted(std::string_view text)
{
    const bool isQuoted = text.size() > 1 && text.front() == text.back() &&
                          (text.front() == '"' || text.front() == '\'' || text.front() == '`');
    return isQuoted ? trimmed(text.substr(1, text.size() - 2)) : text;
}

const ForeignMark *findForeignMark(std::string_view text)
{
    const auto found = std::ranges::find_if(
        foreignMarks, [text](const ForeignMark &foreign) { return text.contains(foreign.mark); });
    return found == std::end(foreignMarks) ? nullptr : found;
}

/// A key saved by an editor as UTF-16, in either byte order.
bool isUtf16Key(std::string_view text)
{
    using namespace std::string_view_literals;
    return text.contains("B\0E\0G\0I\0N"sv) || text.contains("\"\0k\0t\0y"sv);
}

/// Also as the text of a JSON string, and as a bare array of JWKs: neither is read, but no secret either.
bool looksLikeJwk(std::string_view text)
{
    const bool isJson = text.starts_with('{') || text.starts_with('[');
    return isJson && (text.contains("\"kty\"") || text.contains("\\\"kty\\\"") ||
                      (text.starts_with('{') && text.contains("\"keys\"")));
}

bool isKeyFile(DerKind kind)
{
    return isReadableKey(kind) || kind == DerKind::DsaPrivate || kind == DerKind::Certificate ||
           kind == DerKind::CertificateRequest || kind == DerKind::Pkcs7 || kind == DerKind::Pkcs12;
}

/// The base64 of a DER sequence of 128 bytes or more starts with one of these; shorter keys with the last.
bool mayBeBase64Der(std::string_view text)
{
    return text.starts_with("MI") || text.starts_with("MF") || text.starts_with("MG") ||
           text.starts_with("MH") || text.starts_with("MC") || text.starts_with("MD") ||
           text.starts_with("ME");
}

} // namespace

std::string_view coreOf(ByteView content)
{
    return unquoted(trimmed(withoutByteOrderMark(textOf(content))));
}

KeyFormat detectFormat(ByteView content)
{
    if (isKeyFile(classifyDer(bytesOfText(withoutByteOrderMark(textOf(content)))))) {
        return KeyFormat::Der;
    }
    const std::string_view text = coreOf(content);
    if (findForeignMark(text) || text.starts_with(sshBlob) || isUtf16Key(text)) {
        return KeyFormat::Foreign;
    }
    if (hasPemArmour(bytesOfText(text))) {
        return KeyFormat::Pem;
    }
    if (looksLikeJwk(text)) {
        return KeyFormat::Jwk;
    }
    if (text.starts_with(base64Begin)) {
        return KeyFormat::Base64Pem;
    }
    QStringList notes;
    const auto der =
        mayBeBase64Der(text) ? decodeUnarmoured(content, &notes) : failure(ErrorCode::InvalidKey);
    return der && isKeyFile(classifyDer(der->bytes())) ? KeyFormat::Base64Der : KeyFormat::Unknown;
}

Result<SecretBytes> decodeUnarmoured(ByteView content, QStringList *notes)
{
    const SecretBytes plain = withPlainLineEnds(coreOf(content), notes);
    const SecretBytes text = withoutSpaces(textOf(plain.bytes()));
    return decodeSecret(text.bytes(), Encoding::Base64);
}

Error foreignRefusal(ByteView content)
{
    const std::string_view text = coreOf(content);
    if (isUtf16Key(text)) {
        return {ErrorCode::InvalidKey, u"text in UTF-16: save the file as UTF-8"_s};
    }
    const ForeignMark *foreign = findForeignMark(text);
    return {ErrorCode::UnsupportedKey,
            foreign ? QString(foreign->name) : u"the base64 of an OpenSSH public key"_s};
}

} // namespace countersign::keys
