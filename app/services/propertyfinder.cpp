#include "app/services/propertyfinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::services {

namespace {

QString describeCandidate(const recipes::Property &property)
{
    QStringList parts{property.recipeId};
    for (const QString &part : {property.environment, property.platform}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return property.id + u" ("_s + parts.join(u", "_s) + u')';
}

Result<recipes::Property> only(const QList<recipes::Property> &matches, const QString &name)
{
    if (matches.isEmpty()) {
        return failure(ErrorCode::UnknownProperty, u"\"%1\""_s.arg(name));
    }
    if (matches.size() == 1) {
        return matches.first();
    }
    QStringList candidates;
    std::ranges::transform(matches, std::back_inserter(candidates), describeCandidate);
    return failure(ErrorCode::AmbiguousProperty, u"\"%1\" may be %2"_s.arg(name, candidates.join(u" or "_s)));
}

template<typename Predicate>
QList<recipes::Property> filtered(const QList<recipes::Property> &properties, Predicate matches)
{
    QList<recipes::Property> result;
    std::ranges::copy_if(properties, std::back_inserter(result), matches);
    return result;
}

} // namespace

Result<recipes::Property> findProperty(const QList<recipes::Property> &properties, const QString &nameOrId)
{
    const auto byId = std::ranges::find(properties, nameOrId, &recipes::Property::id);
    if (byId != properties.end()) {
        return *byId;
    }
    const auto exact = filtered(properties, [&](const auto &property) { return property.name == nameOrId; });
    if (!exact.isEmpty()) {
        return only(exact, nameOrId);
    }
    return only(filtered(properties,
                         [&](const auto &property) {
                             return property.name.compare(nameOrId, Qt::CaseInsensitive) == 0;
                         }),
                nameOrId);
}

} // namespace countersign::services
