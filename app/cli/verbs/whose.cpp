#include "app/cli/verbs.h"
#include "app/cli/verbs/proofcommon.h"
#include "core/events/checkevent.h"
#include "core/verify/whosewording.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// Every property whose recipe this program has; a proof of another it could not explain.
CliResult<std::vector<verify::SearchedProperty>> searched(Session &session, vault::Vault &vault)
{
    auto opened = vault.propertiesWithKeys();
    if (!opened) {
        return std::unexpected(opened.error());
    }
    std::vector<verify::SearchedProperty> properties;
    for (vault::PropertyWithKeys &each : *opened) {
        const recipes::Recipe *recipe = session.catalog().find(each.property.recipeId);
        if (!recipe) {
            session.streams().note(
                u"Note: %1 was left out; its recipe is not known here."_s.arg(each.property.name));
            continue;
        }
        properties.push_back({recipe, std::move(each.property), {}});
        for (auto &[version, material] : each.keys) {
            properties.back().keys.push_back({version, std::move(material)});
        }
    }
    return properties;
}

JsonObject toJson(const verify::KeyOwner &owner)
{
    const keys::KeyVersion *version = owner.property.keys.find(owner.keyVersion);
    return {{u"property"_s, owner.property.name},
            {u"propertyId"_s, owner.property.id},
            {u"recipe"_s, owner.property.recipeId},
            {u"environment"_s, owner.property.environment},
            {u"platform"_s, owner.property.platform},
            {u"keyVersion"_s, owner.keyVersion},
            {u"keyStatus"_s, version ? keys::statusName(version->status) : QString()},
            {u"verdict"_s, verify::verdictToJson(owner.verdict)}};
}

JsonArray causesToJson(const QList<verify::Cause> &causes)
{
    verify::Verdict verdict;
    verdict.causes = causes;
    return *findMember(verify::verdictToJson(verdict), u"causes")->asArray();
}

JsonObject toJson(const verify::WhoseAnswer &answer)
{
    JsonArray owners;
    for (const verify::KeyOwner &owner : answer.owners) {
        owners.append(toJson(owner));
    }
    return {{u"outcome"_s, verify::outcomeName(answer.outcome)},
            {u"owners"_s, owners},
            {u"causes"_s, causesToJson(answer.causes)},
            {u"propertiesSearched"_s, answer.propertiesSearched},
            {u"keyVersionsTried"_s, answer.keyVersionsTried},
            {u"hypothesesTried"_s, answer.hypothesesTried},
            {u"milliseconds"_s, static_cast<int>(answer.took.count() / 1000)}};
}

void append(QStringList &lines, const QList<verify::Cause> &causes)
{
    for (const verify::Cause &cause : causes) {
        lines +=
            {u"  %1: %2"_s.arg(verify::causeCode(cause.id), verify::causeTitle(cause)),
             u"    "_s + verify::causeSentence(cause), u"    What to do: "_s + verify::causeRemedy(cause)};
    }
}

QString placeOf(const recipes::Property &property)
{
    QStringList parts{property.recipeId, property.environment, property.platform, property.id};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QStringList linesOf(const verify::WhoseAnswer &answer)
{
    QStringList lines;
    for (const verify::KeyOwner &owner : answer.owners) {
        const keys::KeyVersion *version = owner.property.keys.find(owner.keyVersion);
        lines +=
            {u"%1, key version %2 (%3)"_s.arg(owner.property.name, QString::number(owner.keyVersion),
                                              version ? keys::statusName(version->status) : QString()),
             u"  "_s + placeOf(owner.property), u"  Checked there: "_s + verify::headline(owner.verdict)};
        append(lines, owner.verdict.causes);
    }
    if (answer.owners.empty()) {
        lines.append(verify::whoseHeadline(answer));
    }
    append(lines, answer.causes);
    lines += {verify::whoseExplanation(answer), verify::whoseSummary(answer)};
    lines.removeAll(QString());
    return lines;
}

ExitCode exitCodeOf(verify::WhoseOutcome outcome)
{
    switch (outcome) {
    case verify::WhoseOutcome::Found:
        return ExitCode::Done;
    case verify::WhoseOutcome::NobodysKey:
    case verify::WhoseOutcome::NotFound:
    case verify::WhoseOutcome::NotAProof:
        return ExitCode::VerificationFailed;
    case verify::WhoseOutcome::NothingToTry:
        return ExitCode::NothingDecided;
    case verify::WhoseOutcome::Cancelled:
        break;
    }
    return ExitCode::Cancelled;
}

/// As a check of the proof on its owner's page is recorded; an answer that cannot be recorded still stands.
void record(Session &session, vault::Vault &vault, const verify::WhoseAnswer &answer)
{
    for (const verify::KeyOwner &owner : answer.owners) {
        const auto event = events::eventOf(owner.verdict);
        if (!event) {
            continue;
        }
        if (const auto done = vault.record(event->kind, &owner.property, owner.keyVersion, event->detail);
            !done) {
            session.streams().note(u"Note: the search was not recorded. "_s + Failure(done.error()).message);
        }
    }
}

VerbResult run(Session &session)
{
    // Before the proof: of standard input the passphrase takes a line and the proof the rest.
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto proof = readProof(session);
    if (!proof) {
        return std::unexpected(proof.error());
    }
    const verify::WhoseRequest request{session.arguments().value(u"user-id"_s),
                                       session.arguments().value(u"email"_s), *proof};
    auto properties = searched(session, **vault);
    if (!properties) {
        return std::unexpected(properties.error());
    }
    const verify::WhoseAnswer answer = verify::findOwner(*std::move(properties), request, session.clock());
    record(session, **vault, answer);
    session.print(toJson(answer), linesOf(answer));
    return exitCodeOf(answer.outcome);
}

} // namespace

Verb whoseVerb()
{
    return {
        .path = u"whose"_s,
        .summary = u"Find the property and key version that made a hash or token"_s,
        .description =
            u"Tries every key of the vault as it is, then with one known mistake, then with two. A hash "
            u"needs the "
            "user id or the e-mail it was made from. Exits with 0 when a key was found, also when the proof "
            "fails there; with 1 when no key made it; with 5 when there was nothing to try."_s,
        .options =
            {{.name = u"hash"_s, .valueName = u"H"_s, .help = u"the hash; \"-\" reads standard input"_s},
             {.name = u"token"_s, .valueName = u"T"_s, .help = u"the token; \"-\" reads standard input"_s},
             {.name = u"user-id"_s, .valueName = u"U"_s, .help = u"the visitor's user id"_s},
             {.name = u"email"_s, .valueName = u"E"_s, .help = u"the visitor's e-mail"_s}},
        .examples = {u"countersign-cli whose --user-id user123 --hash "
                     "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221"_s},
        .jsonKeys = {u"outcome"_s, u"owners"_s, u"causes"_s, u"propertiesSearched"_s, u"keyVersionsTried"_s,
                     u"hypothesesTried"_s, u"milliseconds"_s},
        .run = run};
}

} // namespace countersign::cli
