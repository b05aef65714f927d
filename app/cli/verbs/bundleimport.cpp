#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/bundlecommon.h"
#include "core/base/files.h"
#include "core/vault/effects.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// For JSON, as the names of the core's own errors.
QString codeOf(vault::BundleProblem problem)
{
    switch (problem) {
    case vault::BundleProblem::NotABundle:
        return u"NotABundle"_s;
    case vault::BundleProblem::TooNew:
        return u"BundleTooNew"_s;
    case vault::BundleProblem::Damaged:
        return u"BundleDamaged"_s;
    case vault::BundleProblem::WrongPassphrase:
        return u"WrongBundlePassphrase"_s;
    }
    return {};
}

struct Preview
{
    JsonArray json;
    QStringList lines;
};

Preview describe(const QList<vault::ImportStep> &steps, bool keepsBoth)
{
    Preview preview;
    for (const vault::ImportStep &step : steps) {
        preview.json.append(JsonObject{{u"property"_s, step.name},
                                       {u"id"_s, step.propertyId},
                                       {u"effect"_s, vault::effectName(step.effect)},
                                       {u"keyVersions"_s, step.keyVersions},
                                       {u"nameIsTaken"_s, step.isNameTaken}});
        QString line = u"\"%1\": %2"_s.arg(step.name, QString::fromUtf8(vault::effectSentence(step.effect)));
        if (isConflict(step)) {
            line += keepsBoth ? u"; both are kept"_s : u"; skipped"_s;
        } else if (!step.copyName.isEmpty()) {
            line += u", as \"%1\""_s.arg(step.copyName);
        } else if (step.isNameTaken) {
            line += u"; another property has its name"_s;
        }
        preview.lines << line + u'.';
    }
    return preview;
}

Failure failureOf(const vault::BundleError &error)
{
    const QString sentence = QString::fromUtf8(vault::bundleSentence(error.problem));
    const QString detail = error.detail.isEmpty() ? QString() : u" ("_s + error.detail + u')';
    const bool isPassphrase = error.problem == vault::BundleProblem::WrongPassphrase;
    return {isPassphrase ? ExitCode::VaultProblem : ExitCode::UnreadableInput, codeOf(error.problem),
            sentence + detail};
}

CliResult<SecretBytes> askPassphrase(Session &session)
{
    if (const auto path = session.arguments().optional(bundlePassphraseOption)) {
        return readPassphraseFile(session, *path);
    }
    if (!session.terminal().isAvailable()) {
        return usageFailure(
            u"The bundle's passphrase is needed and there is no terminal to ask on. Put it in a file "
            "of your own and name the file with --%1."_s.arg(bundlePassphraseOption));
    }
    auto answer = session.terminal().askSecret(u"Passphrase of the bundle: "_s);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    return *std::move(answer);
}

CliResult<vault::Bundle> openBundle(Session &session)
{
    const auto file = readFile(session.arguments().value(u"FILE"_s), vault::maximumBundleSize);
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto passphrase = askPassphrase(session);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    auto bundle = vault::openBundle(bytesOf(*file), *passphrase);
    if (!bundle) {
        return std::unexpected(failureOf(bundle.error()));
    }
    return *std::move(bundle);
}

/// What --property did not name is left out.
CliResult<void> narrow(const Session &session, vault::Bundle *bundle)
{
    QList<recipes::Property> all;
    for (const vault::PropertyWithKeys &each : bundle->properties) {
        all << each.property;
    }
    const auto chosen = chosenFrom(session, all);
    if (!chosen) {
        return std::unexpected(chosen.error());
    }
    std::erase_if(bundle->properties,
                  [&](const vault::PropertyWithKeys &each) { return !chosen->contains(each.property); });
    return {};
}

/// What is new, and what is here already as far as both are to be kept.
QSet<recipes::PropertyId> chosenOf(const QList<vault::ImportStep> &steps, bool keepsBoth)
{
    QSet<recipes::PropertyId> chosen;
    for (const vault::ImportStep &step : steps) {
        if (step.effect == vault::ImportEffect::New || (keepsBoth && isConflict(step))) {
            chosen.insert(step.propertyId);
        }
    }
    return chosen;
}

VerbResult run(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    auto bundle = openBundle(session);
    if (!bundle) {
        return std::unexpected(bundle.error());
    }
    if (auto narrowed = narrow(session, &*bundle); !narrowed) {
        return std::unexpected(narrowed.error());
    }
    const auto steps = vault::previewImport(**vault, *bundle);
    if (!steps) {
        return std::unexpected(steps.error());
    }
    const bool keepsBoth = session.arguments().optional(u"on-conflict"_s) == u"keep-both"_s;
    const Preview preview = describe(*steps, keepsBoth);
    const bool isPreview = session.arguments().has(u"preview"_s);
    const auto imported = isPreview ? QList<recipes::Property>()
                                    : vault::importBundle(**vault, *bundle, chosenOf(*steps, keepsBoth));
    if (!imported) {
        return std::unexpected(imported.error());
    }
    JsonArray names;
    for (const recipes::Property &property : *imported) {
        names.append(JsonObject{{u"property"_s, property.name}, {u"id"_s, property.id}});
    }
    const QString said = isPreview ? u"Nothing was changed yet."_s
                                   : u"Imported: %1 of %2."_s.arg(imported->size()).arg(steps->size());
    session.print({{u"imported"_s, names}, {u"changes"_s, preview.json}}, preview.lines + QStringList{said});
    return ExitCode::Done;
}

} // namespace

Verb bundleImportVerb()
{
    return {.path = u"bundle import"_s,
            .summary = u"Take properties and their keys over from a bundle, saying what each one changes"_s,
            .description =
                u"What is in the vault is never overwritten: a property that is here already and differs, "
                "or lies in the bin, is skipped, or imported beside it with --on-conflict keep-both. All of "
                "it is one change."_s,
            .operands = {{.name = u"FILE"_s, .help = u"the bundle"_s, .kind = ValueKind::File}},
            .options = {bundlePropertiesOption(u"take only this property, by name or id"_s),
                        {.name = u"on-conflict"_s,
                         .valueName = u"WHAT"_s,
                         .help = u"what to do with a property that is here already and differs"_s,
                         .kind = ValueKind::Choice,
                         .choices = {u"skip"_s, u"keep-both"_s},
                         .defaultValue = u"skip"_s},
                        {.name = u"preview"_s,
                         .valueName = {},
                         .help = u"only show what would change"_s,
                         .kind = ValueKind::Flag},
                        {.name = bundlePassphraseOption,
                         .valueName = u"FILE"_s,
                         .help = u"read the bundle's passphrase from the first line"_s,
                         .kind = ValueKind::File}},
            .examples = {u"countersign-cli bundle import shop.bundle --preview"_s},
            .jsonKeys = {u"imported"_s, u"changes"_s},
            .run = run};
}

} // namespace countersign::cli
