#pragma once

#include <QString>

#include <optional>

namespace countersign::verify {

/// A hash or a token and what it stands in.
struct EmbeddedProof
{
    QString text;
    const char *around; ///< "an address around it": marked for translation in "CauseValue"
};

/// The first token, or else the likeliest hash, within a line of code, an address, JSON or a tool's output;
/// nothing where the text is one already, or holds none.
std::optional<EmbeddedProof> embeddedProof(const QString &text);

/// Whether the text is one hash or token from its first to its last character, as far as its form tells.
bool isWholeProof(const QString &text);

/// Whether it is three parts of which the last has the length of a signature.
bool isSignedToken(const QString &text);

/// Whether it begins as base64url of a JSON object does.
bool beginsLikeToken(QStringView text);

} // namespace countersign::verify
