#pragma once

#include <QStringList>

namespace countersign::recipes {

/// An English sentence marked for translation, kept apart from what goes into it: a catalogue knows the text
/// alone.
struct Remark
{
    QString text;       ///< with %1, %2 where the values go
    QStringList values; ///< none, one or two

    /// The text, translated or not, with the values in it.
    QString filledIn(const QString &translated) const
    {
        switch (values.size()) {
        case 0:
            return translated;
        case 1:
            return translated.arg(values.first());
        default: // at once, so that a value is not taken for a place
            return translated.arg(values.at(0), values.at(1));
        }
    }
    QString inEnglish() const { return filledIn(text); }

    bool operator==(const Remark &) const = default;
};

} // namespace countersign::recipes
