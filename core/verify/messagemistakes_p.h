#pragma once

#include "core/verify/cause.h"

#include <QByteArray>

#include <span>

namespace countersign::verify {

/// Something programs do to a text before they hash it.
struct MessageMistake
{
    CauseId id;
    const char *difference; ///< "a space at its end"; marked for translation in "CauseValue"
    QString (*apply)(const QString &text);
};

/// Text turned into other bytes than UTF-8.
struct CharacterSetMistake
{
    const char *name;
    QByteArray (*encode)(const QString &text);
};

/// User id and e-mail put together.
struct CombinationMistake
{
    const char *difference;
    QString (*join)(const QString &id, const QString &email);
};

// Hypotheses are data: a new mistake is a new row.
std::span<const MessageMistake> messageMistakes();
/// Those of them that leave something at the end.
std::span<const MessageMistake> endMistakes();
std::span<const CharacterSetMistake> characterSetMistakes();
std::span<const CombinationMistake> combinationMistakes();
// The same, of mistakes that are rare.
std::span<const MessageMistake> rareMessageMistakes();
std::span<const CharacterSetMistake> rareCharacterSetMistakes();
std::span<const char *const> rareEmptyWords();
std::span<const char *const> rarePlaceholderWords();
/// What languages write for nothing: "undefined", "None".
std::span<const char *const> emptyWords();
/// What stands in samples where the user's value belongs: "USER_ID", "user123".
std::span<const char *const> placeholderWords();

} // namespace countersign::verify
