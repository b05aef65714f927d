#pragma once

#include <QByteArray>

#include <array>
#include <vector>

namespace countersign::test {

inline constexpr unsigned char needleMask = 0xA7;

/// A secret that a test knows and that stands nowhere in its memory: every byte is XORed with a mask, and
/// taken off it one at a time.
class MaskedBytes final
{
public:
    MaskedBytes() = default;

    /// Masked when the program is compiled: the text is in no section of it.
    template<std::size_t size>
    static consteval std::array<unsigned char, size - 1> literal(const char (&text)[size])
    {
        std::array<unsigned char, size - 1> masked{};
        for (std::size_t i = 0; i + 1 < size; ++i) {
            masked[i] = static_cast<unsigned char>(text[i]) ^ needleMask;
        }
        return masked;
    }
    template<std::size_t size>
    MaskedBytes(const std::array<unsigned char, size> &masked)
        : m_masked(masked.begin(), masked.end())
    {
    }

    std::size_t size() const { return m_masked.size(); }
    unsigned char at(std::size_t index) const { return m_masked.at(index) ^ needleMask; }
    void append(unsigned char plain) { m_masked.push_back(plain ^ needleMask); }
    const std::vector<unsigned char> &masked() const { return m_masked; }

    /// For the way between two processes.
    QByteArray toMaskedHex() const;
    static MaskedBytes fromMaskedHex(const QByteArray &hex);

private:
    std::vector<unsigned char> m_masked;
};

} // namespace countersign::test
