#include "app/cli/streams.h"

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

bool isHarmless(QChar character)
{
    if (character == u'\n' || character == u'\t') {
        return true;
    }
    // Bidirectional controls reorder what is read; C0 and C1 drive the terminal.
    const bool reorders = (character >= QChar(0x202A) && character <= QChar(0x202E)) ||
                          (character >= QChar(0x2066) && character <= QChar(0x2069));
    return character.category() != QChar::Other_Control && !reorders;
}

std::unexpected<Error> tooLarge(qsizetype maximumSize)
{
    return failure(ErrorCode::FileTooLarge, u"standard input: more than %1 bytes"_s.arg(maximumSize));
}

} // namespace

QString withoutControlCharacters(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (isHarmless(character)) {
            result += character;
        } else {
            result += u"\\u%1"_s.arg(character.unicode(), 4, 16, QLatin1Char('0'));
        }
    }
    return result;
}

void Streams::printLine(const QString &line)
{
    const QByteArray text = (withoutControlCharacters(line) + u'\n').toUtf8();
    write(bytesOf(text));
}

void Streams::write(ByteView bytes)
{
    QByteArrayView rest = viewOf(bytes);
    while (!rest.isEmpty()) {
        // Of a part that was written the reason why it ended there is told only by the next try.
        const qint64 written = m_output.write(rest.data(), rest.size());
        if (written <= 0) {
            const bool isClosed = m_output.errorString() == qt_error_string(EPIPE);
            m_outputState = isClosed ? OutputState::Closed : OutputState::Failed;
            return;
        }
        rest = rest.sliced(written);
    }
}

void Streams::note(const QString &line)
{
    m_error.write((withoutControlCharacters(line) + u'\n').toUtf8());
}

Result<qsizetype> Streams::read(std::span<unsigned char> block)
{
    const qint64 count =
        m_input.read(reinterpret_cast<char *>(block.data()), static_cast<qint64>(block.size()));
    if (count >= 0) {
        return count;
    }
    // A file at its end and a closed pipe both answer -1 in Qt; only an error has a text.
    if (m_input.atEnd() || m_input.errorString() == "Unknown error"_L1) {
        return 0;
    }
    return failure(ErrorCode::ReadFailed, u"standard input: "_s + m_input.errorString());
}

Result<QByteArray> Streams::readAll(qsizetype maximumSize)
{
    QByteArray content;
    std::array<unsigned char, 4096> block{};
    for (;;) {
        const auto count = read(block);
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            return content;
        }
        content.append(viewOf(ByteView(block).first(static_cast<std::size_t>(*count))));
        if (content.size() > maximumSize) {
            return tooLarge(maximumSize);
        }
    }
}

Result<SecretBytes> Streams::readAllSecret(qsizetype maximumSize)
{
    SecretBytes content;
    SecretBytes block(4096);
    for (;;) {
        const auto count = read(block.writableBytes());
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            return content;
        }
        content.append(block.bytes().first(static_cast<std::size_t>(*count)));
        if (content.size() > static_cast<std::size_t>(maximumSize)) {
            return tooLarge(maximumSize);
        }
    }
}

Result<SecretBytes> Streams::readSecretLine(qsizetype maximumSize)
{
    SecretBytes line;
    SecretBytes byte(1);
    for (;;) {
        const auto count = read(byte.writableBytes());
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0 || byte.bytes()[0] == '\n') {
            break;
        }
        line.append(byte.bytes());
        if (line.size() > static_cast<std::size_t>(maximumSize)) {
            return tooLarge(maximumSize);
        }
    }
    if (!line.isEmpty() && line.bytes().back() == '\r') {
        line.truncate(line.size() - 1);
    }
    return line;
}

} // namespace countersign::cli
