#include "app/cli/inputs.h"
#include "app/cli/outputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/bundlecommon.h"
#include "core/base/files.h"
#include "core/vault/bundle.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

struct Chosen
{
    QList<recipes::PropertyId> ids;
    JsonArray json;
    QStringList lines;
};

Chosen describe(const QList<recipes::Property> &properties)
{
    Chosen chosen;
    for (const recipes::Property &property : properties) {
        const int versions = int(property.keys.versions().size());
        chosen.ids << property.id;
        chosen.json.append(
            JsonObject{{u"property"_s, property.name}, {u"id"_s, property.id}, {u"keyVersions"_s, versions}});
        chosen.lines << u"\"%1\", key versions: %2"_s.arg(property.name, QString::number(versions));
    }
    return chosen;
}

CliResult<Chosen> choose(Session &session)
{
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto all = (*vault)->properties();
    if (!all) {
        return std::unexpected(all.error());
    }
    const auto chosen = chosenFrom(session, *all);
    if (!chosen) {
        return std::unexpected(chosen.error());
    }
    if (chosen->isEmpty()) {
        return usageFailure(u"There is no property in the vault, so nothing to put into a bundle."_s);
    }
    return describe(*chosen);
}

/// Before anything is recorded, though writing refuses it too.
CliResult<void> checkPlace(const QString &file)
{
    const QFileInfo place(file);
    if (place.exists()) {
        return std::unexpected(Error{ErrorCode::FileExists, file});
    }
    if (!QFileInfo(place.absolutePath()).isDir()) {
        return std::unexpected(Error{ErrorCode::WriteFailed, file + u": there is no such folder"_s});
    }
    return {};
}

VerbResult run(Session &session)
{
    if (session.arguments().has(u"property"_s) == session.arguments().has(u"all"_s)) {
        return usageFailure(u"Say what goes into the bundle: --property P for each, or --all."_s);
    }
    const QString file = session.arguments().value(u"FILE"_s);
    if (auto fits = refuseStandardOutput(file, u"Name one that is not there yet."_s); !fits) {
        return std::unexpected(fits.error());
    }
    if (auto fits = checkPlace(file); !fits) {
        return std::unexpected(fits.error());
    }
    const auto chosen = choose(session);
    if (!chosen) {
        return std::unexpected(chosen.error());
    }
    const auto passphrase = readNewPassphrase(session, bundlePassphraseOption);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    // Taking them records it, so before anything is written: an export nobody can see later must not happen.
    const auto bundle = vault::takeForBundle(**session.vault(), chosen->ids);
    if (!bundle) {
        return std::unexpected(bundle.error());
    }
    const auto kdf = crypto::calibrateScrypt(session.keyDerivationTime());
    const auto sealed = vault::sealBundle(*bundle, *passphrase, kdf);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    if (auto written = writeFile(file, bytesOf(*sealed), FileAccess::OwnerOnly, Overwrite::No); !written) {
        return std::unexpected(written.error());
    }
    session.print({{u"bundle"_s, file}, {u"properties"_s, chosen->json}},
                  chosen->lines +
                      QStringList{u"Wrote %1. Its passphrase opens it on any machine."_s.arg(file)});
    return ExitCode::Done;
}

} // namespace

Verb bundleExportVerb()
{
    return {.path = u"bundle export"_s,
            .summary = u"Write chosen properties, with all their keys, to one encrypted file"_s,
            .description =
                u"Statuses and dates go along, the activity does not. The bundle has a passphrase of its "
                "own, asked for twice or read from --bundle-passphrase-file. An existing file is never "
                "overwritten, and the export is recorded."_s,
            .operands = {{.name = u"FILE"_s, .help = u"the bundle to write"_s, .kind = ValueKind::File}},
            .options = {bundlePropertiesOption(u"a property to put in, by name or id"_s),
                        {.name = u"all"_s,
                         .valueName = {},
                         .help = u"put every property in"_s,
                         .kind = ValueKind::Flag},
                        {.name = bundlePassphraseOption,
                         .valueName = u"FILE"_s,
                         .help = u"read the bundle's passphrase from the first line"_s,
                         .kind = ValueKind::File}},
            .examples = {u"countersign-cli bundle export shop.bundle --property 'Shop EU'"_s},
            .jsonKeys = {u"bundle"_s, u"properties"_s},
            .run = run};
}

} // namespace countersign::cli
