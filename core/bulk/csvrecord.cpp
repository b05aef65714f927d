#include "core/bulk/csvrecord.h"

#include <QtGlobal>

#include <algorithm>
#include <cstring>

namespace countersign::bulk {

namespace {

bool isLineBreak(unsigned char byte)
{
    return byte == '\n' || byte == '\r';
}

/// How many bytes the line break at `at` has; 0 when only the next bytes can tell.
std::size_t lineBreakSize(ByteView text, std::size_t at, MoreMayFollow more)
{
    if (text[at] == '\n') {
        return 1;
    }
    if (at + 1 < text.size()) {
        return text[at + 1] == '\n' ? 2 : 1;
    }
    return more == MoreMayFollow::No ? 1 : 0;
}

/// The first line alone, for a row that is none.
RecordExtent firstLine(ByteView text, MoreMayFollow more, CsvFault fault)
{
    const auto found = std::ranges::find_if(text, isLineBreak);
    const auto at = static_cast<std::size_t>(found - text.begin());
    if (found != text.end()) {
        const std::size_t size = lineBreakSize(text, at, more);
        return {size == 0 ? 0 : at + size, fault};
    }
    const bool isEnd = more == MoreMayFollow::No || text.size() >= maximumRecordSize;
    return {isEnd ? text.size() : 0, fault};
}

/// Walks over one row, remembering whether it is within quotes.
class Walk final
{
public:
    Walk(ByteView text, char delimiter)
        : m_text(text)
        , m_delimiter(static_cast<unsigned char>(delimiter))
    {
    }

    /// Up to the row's line break, a fault, or the end of what is at hand.
    CsvFault run()
    {
        while (m_at < m_text.size()) {
            const CsvFault fault = m_text[m_at] == '"' ? quoted() : unquoted();
            if (fault != CsvFault::None) {
                return fault;
            }
            if (m_at >= m_text.size() || isLineBreak(m_text[m_at])) {
                return CsvFault::None;
            }
            ++m_at; // the delimiter
        }
        return CsvFault::None;
    }

    std::size_t at() const { return m_at; }
    bool isOpen() const { return m_isOpen; }

private:
    bool endsField(unsigned char byte) const { return byte == m_delimiter || isLineBreak(byte); }

    CsvFault unquoted()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && !endsField(m_text[m_at])) {
            if (m_text[m_at] == '"') {
                return CsvFault::StrayQuote;
            }
            ++m_at;
        }
        return sizeFault(start);
    }

    CsvFault quoted()
    {
        const std::size_t start = m_at;
        m_isOpen = true;
        ++m_at;
        for (;;) {
            const auto *quote = static_cast<const unsigned char *>(
                m_at < m_text.size() ? std::memchr(m_text.data() + m_at, '"', m_text.size() - m_at)
                                     : nullptr);
            if (quote == nullptr) {
                m_at = m_text.size();
                return sizeFault(start);
            }
            m_at = static_cast<std::size_t>(quote - m_text.data()) + 1;
            if (m_at >= m_text.size() || m_text[m_at] != '"') {
                break;
            }
            ++m_at; // a doubled quote stands for one
        }
        m_isOpen = false;
        const bool isEnd = m_at >= m_text.size() || endsField(m_text[m_at]);
        return isEnd ? sizeFault(start) : CsvFault::TextAfterQuote;
    }

    CsvFault sizeFault(std::size_t start) const
    {
        return m_at - start > maximumFieldSize ? (m_isOpen ? CsvFault::UnclosedQuote : CsvFault::TooLong)
                                               : CsvFault::None;
    }

    ByteView m_text;
    unsigned char m_delimiter;
    std::size_t m_at = 0;
    bool m_isOpen = false;
};

/// Takes doubled quotes out of what stood between two quotes.
ByteView unescaped(std::span<unsigned char> text)
{
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from, ++to) {
        text[to] = text[from];
        if (text[from] == '"') {
            ++from;
        }
    }
    return text.first(to);
}

} // namespace

bool breaksQuoting(CsvFault fault)
{
    return fault == CsvFault::UnclosedQuote || fault == CsvFault::TextAfterQuote ||
           fault == CsvFault::StrayQuote;
}

const char *faultSentence(CsvFault fault)
{
    switch (fault) {
    case CsvFault::None:
        return "";
    case CsvFault::UnclosedQuote:
        return QT_TRANSLATE_NOOP("CsvFault", "a quote is opened and never closed");
    case CsvFault::TextAfterQuote:
        return QT_TRANSLATE_NOOP("CsvFault", "there is text after a closing quote");
    case CsvFault::StrayQuote:
        return QT_TRANSLATE_NOOP("CsvFault", "there is a quote inside a field without quotes around it");
    case CsvFault::TooFewFields:
        return QT_TRANSLATE_NOOP("CsvFault", "it has fewer fields than the first row");
    case CsvFault::TooManyFields:
        return QT_TRANSLATE_NOOP("CsvFault", "it has more fields than the first row");
    case CsvFault::TooLong:
        return QT_TRANSLATE_NOOP("CsvFault", "it is too long");
    case CsvFault::InvalidText:
        return QT_TRANSLATE_NOOP("CsvFault", "it is not UTF-8, as the rest of the list is");
    }
    Q_UNREACHABLE();
}

const char *faultRemedy(CsvFault fault)
{
    switch (fault) {
    case CsvFault::None:
        return "";
    case CsvFault::UnclosedQuote:
    case CsvFault::TextAfterQuote:
    case CsvFault::StrayQuote:
        return QT_TRANSLATE_NOOP("CsvFault",
                                 "Put quotes around the whole field, and write a quote within it twice.");
    case CsvFault::TooFewFields:
        return QT_TRANSLATE_NOOP("CsvFault",
                                 "Give it as many fields as the first row; one without a value stays empty.");
    case CsvFault::TooManyFields:
        return QT_TRANSLATE_NOOP("CsvFault", "Put quotes around a field that holds a delimiter.");
    case CsvFault::TooLong:
        return QT_TRANSLATE_NOOP("CsvFault", "Look what stands there: no hash or token is that long.");
    case CsvFault::InvalidText:
        return QT_TRANSLATE_NOOP("CsvFault", "Write its letters anew and save the list as CSV UTF-8.");
    }
    Q_UNREACHABLE();
}

RecordExtent recordExtent(ByteView text, char delimiter, MoreMayFollow more)
{
    const bool isCut = text.size() > maximumRecordSize;
    const ByteView looked = isCut ? text.first(maximumRecordSize) : text;
    Walk walk(looked, delimiter);
    if (const CsvFault fault = walk.run(); fault != CsvFault::None) {
        return firstLine(text, more, fault);
    }
    if (walk.at() < looked.size()) {
        const std::size_t size = lineBreakSize(text, walk.at(), more);
        return {size == 0 ? 0 : walk.at() + size, CsvFault::None};
    }
    if (looked.size() == maximumRecordSize) {
        return firstLine(text, more, walk.isOpen() ? CsvFault::UnclosedQuote : CsvFault::TooLong);
    }
    if (more == MoreMayFollow::Yes) {
        return {};
    }
    return walk.isOpen() ? firstLine(text, more, CsvFault::UnclosedQuote)
                         : RecordExtent{text.size(), CsvFault::None};
}

bool hasText(ByteView rows, char delimiter)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const bool isQuotedNothing = at + 1 < rows.size() && rows[at] == '"' && rows[at + 1] == '"';
        at += isQuotedNothing ? 2 : 0;
        if (at < rows.size() && !isLineBreak(rows[at]) && rows[at] != static_cast<unsigned char>(delimiter)) {
            return true;
        }
    }
    return false;
}

void splitRecord(std::span<unsigned char> record, char delimiter, CsvFields &fields)
{
    fields.clear();
    const auto separator = static_cast<unsigned char>(delimiter);
    while (!record.empty() && isLineBreak(record.back())) {
        record = record.first(record.size() - 1);
    }
    std::size_t at = 0;
    for (;;) {
        const bool isQuoted = at < record.size() && record[at] == '"';
        std::size_t end = at + (isQuoted ? 1 : 0);
        bool isOpen = isQuoted;
        while (end < record.size() && (isOpen || record[end] != separator)) {
            isOpen ^= record[end] == '"';
            ++end;
        }
        fields.push_back(isQuoted ? unescaped(record.subspan(at + 1, end - at - 2))
                                  : ByteView(record.subspan(at, end - at)));
        if (end >= record.size()) {
            return;
        }
        at = end + 1;
    }
}

} // namespace countersign::bulk
