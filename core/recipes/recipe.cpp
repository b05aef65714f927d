#include "core/recipes/recipe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

template<typename T>
const T *withId(const QList<T> &list, QStringView wanted)
{
    const auto found = std::ranges::find_if(list, [wanted](const T &item) { return item.id == wanted; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const FieldRule *Recipe::propertyField(QStringView wanted) const
{
    return withId(propertyFields, wanted);
}

const FieldRule *Recipe::visitorField(QStringView wanted) const
{
    return withId(visitorFields, wanted);
}

bool Recipe::hashesEmail(const MacRule &rule) const
{
    const FieldRule *field = visitorField(rule.messageField);
    return field && field->type == FieldType::Email;
}

const ProofRule *Recipe::proof(QStringView wanted) const
{
    if (wanted.isEmpty()) {
        return proofs.isEmpty() ? nullptr : &proofs.first();
    }
    return withId(proofs, wanted);
}

const SnippetRule *Recipe::snippet(QStringView wanted) const
{
    return withId(snippets, wanted);
}

Presence presenceIn(const ProofRule &rule, const FieldRule &field)
{
    const auto needsField = [&field](const ClaimRule &claim) {
        return claim.fieldId == field.id && claim.presence == Presence::Required;
    };
    const MacRule *mac = rule.mac();
    const JwtRule *jwt = rule.jwt();
    const bool isSigned = mac ? mac->messageField == field.id : std::ranges::any_of(jwt->claims, needsField);
    return isSigned ? Presence::Required : field.presence;
}

QString evidenceName(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Sourced:
        return u"sourced"_s;
    case Evidence::PublicCode:
        return u"public-code"_s;
    case Evidence::Inferred:
        return u"inferred"_s;
    case Evidence::Unverified:
        return u"unverified"_s;
    }
    return {};
}

} // namespace countersign::recipes
