#include "ui/widgets/secretpainting.h"

#include "core/base/secretbytes.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <array>

namespace countersign::ui {

namespace {

constexpr int chunkSize = 128;

/// The characters of a piece of UTF-8 in UTF-16, wiped when done with.
class Chunk final
{
public:
    ~Chunk() { wipe({reinterpret_cast<unsigned char *>(m_characters.data()), sizeof m_characters}); }

    /// Takes characters until full; returns the rest.
    ByteView fill(ByteView utf8)
    {
        m_size = 0;
        while (!utf8.empty() && m_size + 2 <= chunkSize) {
            utf8 = takeCharacter(utf8);
        }
        return utf8;
    }
    const QChar *data() const { return reinterpret_cast<const QChar *>(m_characters.data()); }
    int size() const { return m_size; }

private:
    ByteView takeCharacter(ByteView utf8)
    {
        const unsigned char first = utf8[0];
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (utf8.size() < length) {
            return {};
        }
        char32_t character = length == 1 ? first : first & (0x7F >> length);
        for (std::size_t i = 1; i < length; ++i) {
            character = (character << 6) | (utf8[i] & 0x3F);
        }
        put(character);
        return utf8.subspan(length);
    }
    void put(char32_t character)
    {
        if (QChar::requiresSurrogates(character)) {
            m_characters[std::size_t(m_size++)] = QChar::highSurrogate(character);
            m_characters[std::size_t(m_size++)] = QChar::lowSurrogate(character);
        } else {
            m_characters[std::size_t(m_size++)] = char16_t(character);
        }
    }

    std::array<char16_t, chunkSize> m_characters{};
    int m_size = 0;
};

/// Lays a chunk out and, with a painter, draws it. Returns its width.
qreal layOut(QPainter *painter, QPointF baseline, const QRawFont &font, const Chunk &chunk)
{
    std::array<quint32, chunkSize> glyphs{};
    std::array<QPointF, chunkSize> positions{};
    int count = chunkSize;
    if (!font.glyphIndexesForChars(chunk.data(), chunk.size(), glyphs.data(), &count) ||
        !font.advancesForGlyphIndexes(glyphs.data(), positions.data(), count)) {
        return 0;
    }
    qreal x = 0;
    for (int i = 0; i < count; ++i) {
        x += std::exchange(positions[std::size_t(i)], QPointF(x, 0)).x();
    }
    if (painter) {
        QGlyphRun run;
        run.setRawFont(font);
        run.setRawData(glyphs.data(), positions.data(), count);
        painter->drawGlyphRun(baseline, run);
    }
    wipe({reinterpret_cast<unsigned char *>(glyphs.data()), sizeof glyphs});
    return x;
}

qreal layOutAll(QPainter *painter, QPointF baseline, const QFont &font, ByteView utf8)
{
    const QRawFont raw = QRawFont::fromFont(font);
    Chunk chunk;
    qreal width = 0;
    while (!utf8.empty()) {
        utf8 = chunk.fill(utf8);
        width += layOut(painter, baseline + QPointF(width, 0), raw, chunk);
    }
    return width;
}

} // namespace

qreal paintSecretText(QPainter &painter, QPointF baseline, const QFont &font, const QColor &color,
                      ByteView utf8)
{
    painter.setPen(color);
    return layOutAll(&painter, baseline, font, utf8);
}

qreal secretTextWidth(const QFont &font, ByteView utf8)
{
    return layOutAll(nullptr, {}, font, utf8);
}

void paintSecretDots(QPainter &painter, QPointF leftCenter, qreal step, const QColor &color, int count)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal radius = step * 0.32;
    for (int i = 0; i < count; ++i) {
        painter.drawEllipse(leftCenter + QPointF((i + 0.5) * step, 0), radius, radius);
    }
    painter.restore();
}

} // namespace countersign::ui
