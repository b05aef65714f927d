#include "core/keys/keytext.h"

#include "core/base/ascii.h"

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

/// Copies text into secret memory while replacing line ends; the copy is never longer than the text.
class LineEndReader final
{
public:
    LineEndReader(std::string_view text, QStringList *notes)
        : m_text(text)
        , m_notes(notes)
        , m_copy(text.size())
    {
    }

    SecretBytes read();

private:
    void readOne();
    void readBackslashes();
    void readCarriageReturn();
    void put(char c) { m_copy.writableBytes()[m_size++] = static_cast<unsigned char>(c); }

    std::string_view m_text;
    QStringList *m_notes;
    SecretBytes m_copy;
    std::size_t m_position = 0;
    std::size_t m_size = 0;
};

SecretBytes LineEndReader::read()
{
    while (m_position < m_text.size()) {
        readOne();
    }
    m_copy.truncate(m_size);
    return std::move(m_copy);
}

void LineEndReader::readOne()
{
    if (m_text[m_position] == '\\') {
        readBackslashes();
    } else if (m_text[m_position] == '\r') {
        readCarriageReturn();
    } else {
        put(m_text[m_position++]);
    }
}

/// "\n", and "\\n" where the text was escaped twice.
void LineEndReader::readBackslashes()
{
    const std::size_t after = std::min(m_text.find_first_not_of('\\', m_position), m_text.size());
    const char escaped = after < m_text.size() ? m_text[after] : '\0';
    if (escaped != 'n' && escaped != 'r' && escaped != '/') {
        put(m_text[m_position++]);
        return;
    }
    m_position = after + 1;
    if (escaped == '/') {
        addNote(m_notes, u"slashes written as \\/"_s);
        put('/');
        return;
    }
    addNote(m_notes, u"literal \\n instead of line breaks"_s);
    if (escaped == 'n') {
        put('\n');
    }
}

void LineEndReader::readCarriageReturn()
{
    ++m_position;
    if (m_position < m_text.size() && m_text[m_position] == '\n') {
        addNote(m_notes, u"Windows line ends"_s);
        return; // the line feed follows
    }
    addNote(m_notes, u"carriage returns as line ends"_s);
    put('\n');
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view withoutByteOrderMark(std::string_view text)
{
    return text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text;
}

SecretBytes withPlainLineEnds(std::string_view text, QStringList *notes)
{
    return LineEndReader(text, notes).read();
}

SecretBytes withoutSpaces(std::string_view text)
{
    SecretBytes copy(text.size());
    std::size_t size = 0;
    for (const char c : text) {
        if (!isSpace(c)) {
            copy.writableBytes()[size++] = static_cast<unsigned char>(c);
        }
    }
    copy.truncate(size);
    return copy;
}

void addNote(QStringList *notes, const QString &note)
{
    if (!notes->contains(note)) {
        notes->append(note);
    }
}

} // namespace countersign::keys
