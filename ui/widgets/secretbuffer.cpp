#include "ui/widgets/secretbuffer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::ui {

namespace {

bool continuesCharacter(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/// RFC 3629; returns how many bytes of `out` were used.
std::size_t encodeUtf8(char32_t character, std::array<unsigned char, 4> &out)
{
    const auto tail = [character](int shift) {
        return static_cast<unsigned char>(0x80 | ((character >> shift) & 0x3F));
    };
    if (character < 0x80) {
        out[0] = static_cast<unsigned char>(character);
        return 1;
    }
    if (character < 0x800) {
        out = {static_cast<unsigned char>(0xC0 | (character >> 6)), tail(0), 0, 0};
        return 2;
    }
    if (character < 0x10000) {
        out = {static_cast<unsigned char>(0xE0 | (character >> 12)), tail(6), tail(0), 0};
        return 3;
    }
    out = {static_cast<unsigned char>(0xF0 | (character >> 18)), tail(12), tail(6), tail(0)};
    return 4;
}

} // namespace

int SecretBuffer::charactersIn(ByteView utf8)
{
    return int(std::ranges::count_if(utf8, [](unsigned char byte) { return !continuesCharacter(byte); }));
}

void SecretBuffer::insert(QStringView text)
{
    if (m_allSelected) {
        clear();
    }
    std::array<unsigned char, 4> encoded{};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        i += isPair;
        insertBytes(ByteView(encoded).first(encodeUtf8(character, encoded)));
    }
    wipe(encoded);
}

void SecretBuffer::insertBytes(ByteView bytes)
{
    m_bytes.append(bytes);
    const auto writable = m_bytes.writableBytes();
    std::rotate(writable.begin() + std::ptrdiff_t(m_caret), writable.end() - std::ptrdiff_t(bytes.size()),
                writable.end());
    m_caret += bytes.size();
}

void SecretBuffer::set(SecretBytes bytes)
{
    m_bytes = std::move(bytes);
    m_caret = m_bytes.size();
    m_allSelected = false;
}

bool SecretBuffer::removeBefore()
{
    if (m_allSelected) {
        clear();
        return true;
    }
    const std::size_t from = before(m_caret);
    if (from == m_caret) {
        return false;
    }
    remove(from, m_caret);
    m_caret = from;
    return true;
}

bool SecretBuffer::removeAfter()
{
    if (m_allSelected) {
        clear();
        return true;
    }
    const std::size_t to = after(m_caret);
    remove(m_caret, to);
    return to != m_caret;
}

void SecretBuffer::remove(std::size_t from, std::size_t to)
{
    const auto writable = m_bytes.writableBytes();
    std::ranges::copy(writable.subspan(to), writable.begin() + std::ptrdiff_t(from));
    m_bytes.truncate(m_bytes.size() - (to - from));
}

void SecretBuffer::moveBy(int characters)
{
    m_allSelected = false;
    for (; characters < 0; ++characters) {
        m_caret = before(m_caret);
    }
    for (; characters > 0; --characters) {
        m_caret = after(m_caret);
    }
}

void SecretBuffer::moveToStart()
{
    m_allSelected = false;
    m_caret = 0;
}

void SecretBuffer::moveToEnd()
{
    m_allSelected = false;
    m_caret = m_bytes.size();
}

void SecretBuffer::clear()
{
    m_bytes.clear();
    m_caret = 0;
    m_allSelected = false;
}

SecretBytes SecretBuffer::take()
{
    SecretBytes taken = std::exchange(m_bytes, SecretBytes());
    clear();
    return taken;
}

std::size_t SecretBuffer::before(std::size_t position) const
{
    const ByteView bytes = m_bytes.bytes();
    while (position > 0 && continuesCharacter(bytes[position - 1])) {
        --position;
    }
    return position > 0 ? position - 1 : 0;
}

std::size_t SecretBuffer::after(std::size_t position) const
{
    const ByteView bytes = m_bytes.bytes();
    if (position < bytes.size()) {
        ++position;
    }
    while (position < bytes.size() && continuesCharacter(bytes[position])) {
        ++position;
    }
    return position;
}

} // namespace countersign::ui
