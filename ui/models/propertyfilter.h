#pragma once

#include <QString>

namespace countersign::ui {

enum class AttentionFilter { All, OnlyNeeded };
enum class ArchiveFilter { Active, Archived };

/// What of the list is shown. Empty texts mean any.
struct PropertyFilter
{
    QString
        text{}; ///< every word must occur in the name, vendor, environment, platform, tags or field values
    QString recipeId{};
    QString environment{};
    QString tag{};
    AttentionFilter attention = AttentionFilter::All;
    ArchiveFilter archive = ArchiveFilter::Active;

    bool operator==(const PropertyFilter &) const = default;
    bool isEmpty() const { return *this == PropertyFilter(); }
};

} // namespace countersign::ui
