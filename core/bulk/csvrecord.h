#pragma once

#include "core/base/bytes.h"

#include <QString>

#include <vector>

namespace countersign::bulk {

/// A field may be twice as long as the longest token, so that one too long is named by the verifier.
inline constexpr std::size_t maximumFieldSize = 512 * 1024;
inline constexpr std::size_t maximumRecordSize = 1024 * 1024;

/// Why a row of a list is not one (RFC 4180).
enum class CsvFault {
    None,
    UnclosedQuote,  ///< opened and not closed before the file or the size of a row ends
    TextAfterQuote, ///< between a closing quote and the next delimiter
    StrayQuote,     ///< within a field that does not begin with one
    TooFewFields,   ///< fewer than the first row
    TooManyFields,  ///< more than the first row
    TooLong,
    InvalidText, ///< bytes that are not UTF-8 in a list that is
};

/// Whether a row is malformed by its quotes: such a row is never the header, and its fields cannot be told.
bool breaksQuoting(CsvFault fault);

/// Marked for translation in "CsvFault": "a quote is opened and never closed".
const char *faultSentence(CsvFault fault);
/// What to do about it; marked likewise.
const char *faultRemedy(CsvFault fault);

/// Whether more bytes may follow the ones at hand.
enum class MoreMayFollow { No, Yes };

/// Where the first row of a text ends.
struct RecordExtent
{
    std::size_t size = 0; ///< with its line break; 0: its end is not among the bytes at hand
    CsvFault fault = CsvFault::None;
};

/// Finds the end of the row `text` begins with: the first line break (CR LF, LF or CR) outside quotes. A row
/// that breaks a rule is one line long, whatever it opened, so that it costs no other row. What grows beyond
/// maximumRecordSize breaks a rule too. Never looks at more than that.
RecordExtent recordExtent(ByteView text, char delimiter, MoreMayFollow more);

/// Whether any field of some whole rows without fault holds more than nothing.
bool hasText(ByteView rows, char delimiter);

/// One field of a row. The bytes between quotes have their doubled quotes taken out in place.
using CsvFields = std::vector<ByteView>;

/// Splits one whole row, without fault, into its fields. Changes doubled quotes in `record`.
void splitRecord(std::span<unsigned char> record, char delimiter, CsvFields &fields);

} // namespace countersign::bulk
