#include "app/cli/verbs/propertyedits.h"

#include "app/cli/propertyjson.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr qint64 tenYears = 3650;

void take(const Arguments &arguments, const QString &option, QString &member)
{
    member = arguments.optional(option).value_or(member);
}

QStringList fieldIds(const recipes::Recipe &recipe)
{
    QStringList ids;
    for (const recipes::FieldRule &field : recipe.propertyFields) {
        ids.append(field.id);
    }
    return ids;
}

CliResult<void> setField(const QString &assignment, const recipes::Recipe &recipe,
                         recipes::Property &property)
{
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals <= 0) {
        return usageFailure(u"--set takes FIELD=VALUE, not \"%1\"."_s.arg(assignment));
    }
    const QString id = assignment.first(equals);
    if (recipe.propertyField(id) == nullptr) {
        return usageFailure(u"A property of %1 has no field \"%2\". It has: %3."_s.arg(
            recipe.vendor, id, fieldIds(recipe).join(u", "_s)));
    }
    const QString value = assignment.sliced(equals + 1);
    if (value.isEmpty()) {
        property.fields.remove(id);
    } else {
        property.fields.insert(id, value);
    }
    return {};
}

void takeOthers(const Arguments &arguments, recipes::Property &property)
{
    take(arguments, u"name"_s, property.name);
    take(arguments, u"environment"_s, property.environment);
    take(arguments, u"platform"_s, property.platform);
    take(arguments, u"notes"_s, property.notes);
    if (arguments.has(u"tag"_s)) {
        property.tags = arguments.values(u"tag"_s);
        property.tags.removeAll(QString());
    }
    if (arguments.has(u"rotate-after-days"_s)) {
        property.rotateAfterDays = static_cast<int>(arguments.number(u"rotate-after-days"_s));
    }
    if (const auto enforced = arguments.optional(u"enforcement"_s)) {
        property.enforcement = *enforced == "on"_L1    ? recipes::Enforcement::On
                               : *enforced == "off"_L1 ? recipes::Enforcement::Off
                                                       : recipes::Enforcement::Unknown;
    }
}

/// How the value is given: the recipe's fields by --set.
QString nameOf(const recipes::Recipe &recipe, const QString &id)
{
    const recipes::FieldRule *field = recipe.propertyField(id);
    return field ? u"--set %1=VALUE (%2)"_s.arg(id, field->label) : u"--"_s + id;
}

CliResult<void> checkWhole(const recipes::Recipe &recipe, const recipes::Property &property)
{
    QStringList sentences;
    for (const recipes::FieldProblem &problem : recipes::validateProperty(recipe, property)) {
        sentences.append(u"%1: %2"_s.arg(nameOf(recipe, problem.fieldId), problem.sentence()));
    }
    if (!sentences.isEmpty()) {
        return usageFailure(u"The property was not saved. "_s + sentences.join(u' '));
    }
    return {};
}

} // namespace

QList<Option> propertyOptions()
{
    return {{.name = u"name"_s, .valueName = u"NAME"_s, .help = u"what you call it"_s},
            {.name = u"environment"_s, .valueName = u"E"_s, .help = u"Production, Staging, …"_s},
            {.name = u"platform"_s, .valueName = u"P"_s, .help = u"Web, iOS, Android, …"_s},
            {.name = u"set"_s,
             .valueName = u"FIELD=VALUE"_s,
             .help = u"a field of the recipe (see \"recipe show\"); an empty value clears it"_s,
             .repeat = Repeat::Many},
            {.name = u"tag"_s,
             .valueName = u"TAG"_s,
             .help = u"a tag to find it by; replaces the tags there were"_s,
             .repeat = Repeat::Many},
            {.name = u"notes"_s, .valueName = u"TEXT"_s, .help = u"anything worth knowing; no secrets"_s},
            {.name = u"enforcement"_s,
             .valueName = u"STATE"_s,
             .help = u"whether verification is switched on at the vendor"_s,
             .kind = ValueKind::Choice,
             .choices = {u"on"_s, u"off"_s, u"unknown"_s}},
            {.name = u"rotate-after-days"_s,
             .valueName = u"N"_s,
             .help = u"when to be reminded of rotating; 0 for never"_s,
             .kind = ValueKind::Number,
             .minimum = 0,
             .maximum = tenYears}};
}

CliResult<void> applyPropertyOptions(const Arguments &arguments, const recipes::Recipe &recipe,
                                     recipes::Property &property)
{
    takeOthers(arguments, property);
    for (const QString &assignment : arguments.values(u"set"_s)) {
        if (auto done = setField(assignment, recipe, property); !done) {
            return done;
        }
    }
    return checkWhole(recipe, property);
}

VerbResult saveArchived(Session &session, bool archived, QLatin1StringView did)
{
    auto property = session.property();
    if (!property) {
        return std::unexpected(property.error());
    }
    property->archived = archived;
    const auto saved = (*session.vault())->updateProperty(*property);
    if (!saved) {
        return std::unexpected(saved.error());
    }
    session.print(propertyToJson(*saved, session.clock().now()), {u"%1 \"%2\"."_s.arg(did, saved->name)});
    return ExitCode::Done;
}

} // namespace countersign::cli
