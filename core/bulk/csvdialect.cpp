#include "core/bulk/csvdialect.h"

#include "core/bulk/headerrow.h"
#include "core/bulk/samplerows_p.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::bulk {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
/// Rows looked at for the delimiter.
constexpr int sampledRows = 64;

struct Signature
{
    QByteArrayView bytes;
    const char16_t *kind;
};

/// What people drop by mistake.
constexpr std::array signatures{
    Signature{"\xFF\xFE", u"it is UTF-16; save it as CSV UTF-8"},
    Signature{"\xFE\xFF", u"it is UTF-16; save it as CSV UTF-8"},
    Signature{"PK\x03\x04", u"it is a spreadsheet or an archive; save the sheet as CSV"},
    Signature{"\xD0\xCF\x11\xE0", u"it is an old Excel file; save the sheet as CSV"},
    Signature{"%PDF", u"it is a PDF"},
    Signature{"\x1F\x8B", u"it is compressed; unpack it first"},
};

/// A character cut off by the end of what is at hand is no reason to doubt UTF-8.
QByteArrayView withoutCutCharacter(QByteArrayView text)
{
    for (qsizetype cut = 0; cut < 4 && cut < text.size(); ++cut) {
        const auto byte = static_cast<unsigned char>(text[text.size() - 1 - cut]);
        if ((byte & 0xC0) != 0x80) {
            return byte >= 0xC0 ? text.chopped(cut + 1) : text;
        }
    }
    return text;
}

bool isUtf8(QByteArrayView text)
{
    return QUtf8StringView(text.data(), text.size()).isValidUtf8();
}

bool isAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Letters of Windows-1252 hardly ever come out as UTF-8, so a few lines that are not UTF-8 among many that
/// are were put in from elsewhere, and are faults of their own.
bool isMostlyUtf8(QByteArrayView text)
{
    int utf8 = 0;
    int other = 0;
    while (!text.isEmpty()) {
        const qsizetype end = std::min(text.size(), text.indexOf('\n') + 1);
        const QByteArrayView line = text.first(end > 0 ? end : text.size());
        text = text.sliced(line.size());
        if (!isAscii(line)) {
            ++(isUtf8(line) ? utf8 : other);
        }
    }
    return utf8 > 0 && utf8 >= other;
}

TextEncoding detectEncoding(QByteArrayView text, Beginning extent)
{
    const QByteArrayView whole = extent == Beginning::Part ? withoutCutCharacter(text) : text;
    return isUtf8(whole) || isMostlyUtf8(whole) ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

struct FieldCounts
{
    int commonest = 0; ///< count of fields
    int rows = 0;      ///< that have it
};

/// Reads a few rows as if this were the delimiter.
FieldCounts countFields(QByteArrayView text, Beginning extent, char delimiter)
{
    std::array<int, 256> rowsWith{};
    SampleRows rows(text, extent, delimiter);
    for (int row = 0; row < sampledRows && rows.next(); ++row) {
        if (!rows.isMalformed()) {
            const CsvFields &fields = rows.fields();
            const bool isBlank = fields.size() == 1 && fields.front().empty();
            rowsWith[isBlank ? 0 : std::min<std::size_t>(fields.size(), 255)] += 1;
        }
    }
    const auto most = std::max_element(rowsWith.begin() + 2, rowsWith.end());
    return {static_cast<int>(most - rowsWith.begin()), *most};
}

char detectDelimiter(QByteArrayView text, Beginning extent)
{
    char best = ',';
    FieldCounts bestCounts;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const FieldCounts counts = countFields(text, extent, delimiter);
        if (counts.rows > bestCounts.rows ||
            (counts.rows == bestCounts.rows && counts.rows > 0 && counts.commonest > bestCounts.commonest)) {
            best = delimiter;
            bestCounts = counts;
        }
    }
    return best;
}

/// Excel's own way of naming the delimiter: a first line "sep=;".
std::optional<char> takeSeparatorLine(QByteArrayView text, CsvDialect &dialect)
{
    if (text.size() < 6 || qstrnicmp(text.data(), 4, "sep=", 4) != 0 ||
        (text[5] != '\n' && text[5] != '\r')) {
        return std::nullopt;
    }
    const char named = text[4];
    if (named != ',' && named != ';' && named != '\t' && named != '|') {
        return std::nullopt;
    }
    dialect.preambleSize += text[5] == '\r' && text.size() > 6 && text[6] == '\n' ? 7 : 6;
    dialect.preambleLines = 1;
    return named;
}

Result<void> refuseOtherKinds(QByteArrayView beginning)
{
    for (const Signature &signature : signatures) {
        if (beginning.startsWith(signature.bytes)) {
            return failure(ErrorCode::InvalidEncoding, QString::fromUtf16(signature.kind));
        }
    }
    const QByteArrayView start = beginning.first(std::min<qsizetype>(beginning.size(), 4096));
    if (start.count('\0') > 0) {
        return failure(ErrorCode::InvalidEncoding, u"it holds bytes that no text has"_s);
    }
    return {};
}

} // namespace

Result<CsvDialect> detectDialect(QByteArrayView beginning, Beginning extent, const DialectChoice &choice)
{
    if (beginning.size() > dialectSampleSize) {
        beginning = beginning.first(dialectSampleSize);
        extent = Beginning::Part;
    }
    if (auto text = refuseOtherKinds(beginning); !text) {
        return std::unexpected(text.error());
    }
    CsvDialect dialect;
    dialect.hasByteOrderMark = beginning.startsWith(byteOrderMark);
    dialect.preambleSize = dialect.hasByteOrderMark ? static_cast<int>(byteOrderMark.size()) : 0;
    const auto named = takeSeparatorLine(beginning.sliced(dialect.preambleSize), dialect);
    const QByteArrayView text = beginning.sliced(dialect.preambleSize);
    if (text.trimmed().isEmpty()) {
        return failure(ErrorCode::InvalidEncoding, u"it is empty"_s);
    }
    dialect.encoding = choice.encoding.value_or(dialect.hasByteOrderMark ? TextEncoding::Utf8
                                                                         : detectEncoding(text, extent));
    dialect.delimiter = choice.delimiter ? *choice.delimiter : named ? *named : detectDelimiter(text, extent);
    dialect.header = choice.header.value_or(detectHeaderRow(firstRows(text, extent, dialect)));
    return dialect;
}

const char *encodingName(const CsvDialect &dialect)
{
    if (dialect.encoding == TextEncoding::Windows1252) {
        return QT_TRANSLATE_NOOP("CsvDialect", "Windows-1252 (Latin-1)");
    }
    return dialect.hasByteOrderMark ? QT_TRANSLATE_NOOP("CsvDialect", "UTF-8 with a byte-order mark")
                                    : QT_TRANSLATE_NOOP("CsvDialect", "UTF-8");
}

const char *delimiterName(char delimiter)
{
    switch (delimiter) {
    case ';':
        return QT_TRANSLATE_NOOP("CsvDialect", "semicolon");
    case '\t':
        return QT_TRANSLATE_NOOP("CsvDialect", "tab");
    case '|':
        return QT_TRANSLATE_NOOP("CsvDialect", "bar");
    default:
        return QT_TRANSLATE_NOOP("CsvDialect", "comma");
    }
}

} // namespace countersign::bulk
