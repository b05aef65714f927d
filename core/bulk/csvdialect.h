#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace countersign::bulk {

/// How the bytes of a list stand for text.
enum class TextEncoding {
    Utf8,
    Windows1252, ///< what Excel on Windows saves; holds Latin-1, and is taken for it
};

enum class HeaderRow { None, First };

/// How a list is written. Found by looking, always shown, and never guessed again while rows are read.
struct CsvDialect
{
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ',';
    HeaderRow header = HeaderRow::None;
    bool hasByteOrderMark = false;
    int preambleSize = 0;  ///< bytes in front of the first row: a byte-order mark, Excel's line "sep=;"
    int preambleLines = 0; ///< how many line breaks of them

    bool operator==(const CsvDialect &) const = default;
};

/// What is known beforehand, because a person said so.
struct DialectChoice
{
    std::optional<TextEncoding> encoding;
    std::optional<char> delimiter;
    std::optional<HeaderRow> header;
};

/// How much of a list's beginning is looked at; a longer beginning is cut to it.
inline constexpr qsizetype dialectSampleSize = 1 << 20;

enum class Beginning {
    Whole, ///< all there is of the list
    Part,  ///< more follows
};

/// Encoding, delimiter (comma, semicolon, tab or bar) and header row, from a list's first bytes. Fails with
/// InvalidEncoding for UTF-16, for a file of another kind (spreadsheet, archive, PDF) and for one without any
/// text.
Result<CsvDialect> detectDialect(QByteArrayView beginning, Beginning extent,
                                 const DialectChoice &choice = {});

/// "UTF-8", "UTF-8 with a byte-order mark", "Windows-1252 (Latin-1)": for {encoding}; marked for translation
/// in "CsvDialect".
const char *encodingName(const CsvDialect &dialect);
/// "comma", "semicolon", "tab", "bar": marked for translation in "CsvDialect".
const char *delimiterName(char delimiter);

} // namespace countersign::bulk
