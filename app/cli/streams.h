#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QIODevice>

namespace countersign::cli {

enum class OutputState {
    Whole,  ///< all that was written arrived
    Failed, ///< what was asked for did not arrive
    Closed, ///< nobody reads any more: `countersign-cli … | head -1` has what it wants
};

/// Standard input, output and error; tests put buffers in their place. The devices must be open and, where
/// secrets pass through them, unbuffered.
class Streams final
{
public:
    Streams(QIODevice &input, QIODevice &output, QIODevice &error)
        : m_input(input)
        , m_output(output)
        , m_error(error)
    {
    }

    /// A line for people on standard output. Control characters from names and claims are shown, not obeyed.
    void printLine(const QString &line);
    /// Bytes as they are, on standard output.
    void write(ByteView bytes);
    /// A line on standard error.
    void note(const QString &line);
    OutputState outputState() const { return m_outputState; }

    Result<QByteArray> readAll(qsizetype maximumSize);
    Result<SecretBytes> readAllSecret(qsizetype maximumSize);
    /// Up to the next line break and no byte further, so that another reader finds the rest.
    Result<SecretBytes> readSecretLine(qsizetype maximumSize);

private:
    Result<qsizetype> read(std::span<unsigned char> block);

    QIODevice &m_input;
    QIODevice &m_output;
    QIODevice &m_error;
    OutputState m_outputState = OutputState::Whole;
};

/// Text in which control characters other than line break and tab are written as \uXXXX.
QString withoutControlCharacters(const QString &text);

} // namespace countersign::cli
