#include "core/keys/der.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

struct Element
{
    unsigned char tag = 0;
    ByteView content;
};

/// Walks the elements of one level. Lengths must be definite and no longer than four bytes.
class Cursor final
{
public:
    explicit Cursor(ByteView bytes)
        : m_rest(bytes)
    {
    }

    bool atEnd() const { return m_rest.empty(); }
    std::optional<Element> next();

private:
    std::optional<std::size_t> takeLength();

    ByteView m_rest;
};

std::optional<Element> Cursor::next()
{
    if (m_rest.size() < 2) {
        return std::nullopt;
    }
    const unsigned char tag = m_rest[0];
    m_rest = m_rest.subspan(1);
    const auto length = takeLength();
    if (!length || *length > m_rest.size()) {
        return std::nullopt;
    }
    const Element element{tag, m_rest.first(*length)};
    m_rest = m_rest.subspan(*length);
    return element;
}

std::optional<std::size_t> Cursor::takeLength()
{
    const unsigned char first = m_rest[0];
    m_rest = m_rest.subspan(1);
    if (first < 0x80) {
        return first;
    }
    const std::size_t count = first & 0x7f;
    if (count == 0 || count > 4 || count > m_rest.size()) {
        return std::nullopt;
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < count; ++i) {
        length = length << 8 | m_rest[i];
    }
    m_rest = m_rest.subspan(count);
    return length;
}

char letterFor(unsigned char tag)
{
    switch (tag) {
    case 0x02:
        return 'I';
    case 0x03:
        return 'B';
    case 0x04:
        return 'O';
    case 0x06:
        return 'o';
    case 0x30:
        return 'S';
    case 0xa0:
        return '0';
    case 0xa1:
        return '1';
    default:
        return '?';
    }
}

/// One letter for each element of a level, or nothing when it is not DER.
std::optional<std::string> outlineOf(ByteView bytes)
{
    std::string outline;
    Cursor cursor(bytes);
    while (!cursor.atEnd()) {
        const auto element = cursor.next();
        if (!element) {
            return std::nullopt;
        }
        outline += letterFor(element->tag);
    }
    return outline;
}

DerKind certificateOrRequest(ByteView body)
{
    // CertificationRequestInfo has at most four elements, TBSCertificate at least six.
    const auto inner = outlineOf(Cursor(body).next()->content);
    return inner && inner->size() <= 4 ? DerKind::CertificateRequest : DerKind::Certificate;
}

DerKind kindOfOutline(std::string_view outline, ByteView body)
{
    static constexpr std::pair<std::string_view, DerKind> exact[] = {
        {"SB", DerKind::Spki},
        {"II", DerKind::Pkcs1Public},
        {"IIIIIIIII", DerKind::Pkcs1Private},
        {"IIIIIIIIIS", DerKind::Pkcs1Private},
        {"IIIIII", DerKind::DsaPrivate},
        {"SO", DerKind::EncryptedPkcs8},
        {"o0", DerKind::Pkcs7},
        {"IS", DerKind::Pkcs12},
        {"ISS", DerKind::Pkcs12},
    };
    const auto found = std::ranges::find(exact, outline, &std::pair<std::string_view, DerKind>::first);
    if (found != std::end(exact)) {
        return found->second;
    }
    if (outline == "SSB") {
        return certificateOrRequest(body);
    }
    if (outline.starts_with("ISO")) {
        return DerKind::Pkcs8;
    }
    return outline.starts_with("IO") ? DerKind::Sec1 : DerKind::OtherDer;
}

ByteView algorithmIdentifierOf(ByteView der)
{
    const auto outer = Cursor(der).next();
    if (!outer) {
        return {};
    }
    Cursor body(outer->content);
    auto element = body.next();
    if (element && element->tag == 0x02) { // PKCS#8 starts with its version
        element = body.next();
    }
    return element && element->tag == 0x30 ? element->content : ByteView();
}

} // namespace

DerKind classifyDer(ByteView der)
{
    if (der.size() < 8 || der[0] != 0x30 || der[1] == 0x80) {
        return DerKind::NotDer;
    }
    Cursor cursor(der);
    const auto sequence = cursor.next();
    if (!sequence) {
        return DerKind::CutShort;
    }
    const auto outline = outlineOf(sequence->content);
    if (!outline) {
        return DerKind::NotDer;
    }
    return cursor.atEnd() ? kindOfOutline(*outline, sequence->content) : DerKind::TrailingBytes;
}

QString derKindName(DerKind kind)
{
    switch (kind) {
    case DerKind::Spki:
        return u"SPKI public key"_s;
    case DerKind::Pkcs1Public:
        return u"PKCS#1 public key"_s;
    case DerKind::Pkcs1Private:
        return u"PKCS#1 private key"_s;
    case DerKind::Pkcs8:
        return u"PKCS#8 private key"_s;
    case DerKind::EncryptedPkcs8:
        return u"encrypted PKCS#8 private key"_s;
    case DerKind::Sec1:
        return u"SEC1 private key"_s;
    case DerKind::DsaPrivate:
        return u"DSA private key"_s;
    case DerKind::Certificate:
        return u"certificate"_s;
    case DerKind::CertificateRequest:
        return u"certificate request"_s;
    case DerKind::Pkcs7:
        return u"PKCS#7 file"_s;
    case DerKind::Pkcs12:
        return u"PKCS#12 file"_s;
    default:
        return u"unknown DER structure"_s;
    }
}

bool isReadableKey(DerKind kind)
{
    return kind == DerKind::Spki || kind == DerKind::Pkcs1Public || kind == DerKind::Pkcs1Private ||
           kind == DerKind::Pkcs8 || kind == DerKind::EncryptedPkcs8 || kind == DerKind::Sec1;
}

QString unusedAlgorithm(ByteView der)
{
    using namespace std::string_view_literals;
    static constexpr std::pair<std::string_view, QLatin1StringView> names[] = {
        {"\x2a\x86\x48\xce\x38\x04\x01"sv, QLatin1StringView("DSA")},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x03\x01"sv, QLatin1StringView("Diffie-Hellman")},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a"sv, QLatin1StringView("RSA restricted to PSS")},
        {"\x2b\x65\x6e"sv, QLatin1StringView("X25519")},
        {"\x2b\x65\x6f"sv, QLatin1StringView("X448")},
        {"\x2b\x65\x71"sv, QLatin1StringView("Ed448")},
    };
    const auto identifier = Cursor(algorithmIdentifierOf(der)).next();
    if (!identifier || identifier->tag != 0x06) {
        return {};
    }
    const std::string_view oid(reinterpret_cast<const char *>(identifier->content.data()),
                               identifier->content.size());
    const auto found = std::ranges::find(names, oid, &std::pair<std::string_view, QLatin1StringView>::first);
    return found == std::end(names) ? QString() : QString(found->second);
}

} // namespace countersign::keys
