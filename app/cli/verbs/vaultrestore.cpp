#include "app/cli/confirmation.h"
#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/vaultcommon.h"
#include "core/vault/effects.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

struct Preview
{
    JsonArray json;
    QStringList lines;
};

JsonArray keysToJson(const QList<vault::KeyRestoreStep> &steps)
{
    JsonArray array;
    for (const vault::KeyRestoreStep &step : steps) {
        array.append(JsonObject{{u"version"_s, step.version}, {u"effect"_s, vault::effectName(step.effect)}});
    }
    return array;
}

Preview describe(const QList<vault::RestoreStep> &steps)
{
    Preview preview;
    for (const vault::RestoreStep &step : steps) {
        preview.json.append(JsonObject{{u"property"_s, step.name},
                                       {u"id"_s, step.propertyId},
                                       {u"effect"_s, vault::effectName(step.effect)},
                                       {u"keys"_s, keysToJson(step.keys)}});
        preview.lines << QString::fromUtf8(vault::effectSentence(step.effect)).arg(u'"' + step.name + u'"') +
                             u'.';
        for (const vault::KeyRestoreStep &key : step.keys) {
            preview.lines << u"  "_s + QString::fromUtf8(vault::effectSentence(key.effect)).arg(key.version) +
                                 u'.';
        }
    }
    return preview;
}

CliResult<std::optional<SecretBytes>> backupPassphrase(Session &session)
{
    const auto path = session.arguments().optional(u"backup-passphrase-file"_s);
    if (!path) {
        return std::optional<SecretBytes>();
    }
    auto read = readPassphraseFile(session, *path);
    if (!read) {
        return std::unexpected(read.error());
    }
    return std::optional<SecretBytes>(std::move(*read));
}

/// Says how the passphrase of the backup is given where the vault's own was tried or none.
std::unexpected<Failure> refusedBackup(const Session &session, Error error)
{
    const bool isPassphrase =
        error.code == ErrorCode::WrongBackupPassphrase || error.code == ErrorCode::WrongPassphrase;
    if (isPassphrase && !session.arguments().has(u"backup-passphrase-file"_s)) {
        error.detail = u"--backup-passphrase-file names a file with the backup's passphrase"_s;
    }
    return std::unexpected(Failure(error));
}

VerbResult previewReplacement(Session &session, const QString &file, const Failure &why)
{
    if (!QFileInfo::exists(file)) {
        return std::unexpected(Error{ErrorCode::FileNotFound, file});
    }
    if (auto header = vault::Vault::readHeader(file); !header) {
        return std::unexpected(header.error());
    }
    session.print(
        {{u"restored"_s, false}, {u"changes"_s, JsonArray()}, {u"kept"_s, QString()}},
        {u"%1 The backup would be put in its place."_s.arg(why.message), u"Nothing was changed yet."_s});
    return ExitCode::Done;
}

/// For a vault that is gone or cannot be opened. `passphrase` opens the backup.
VerbResult replace(Session &session, const Failure &why, const SecretBytes &passphrase)
{
    const QString file = session.arguments().value(u"FILE"_s);
    if (session.arguments().has(u"preview"_s)) {
        return previewReplacement(session, file, why);
    }
    const QString warning =
        u"%1 The backup is put in its place; a damaged file is kept beside it."_s.arg(why.message);
    if (auto meant = confirm(session, warning, u"restore"_s); !meant) {
        return std::unexpected(meant.error());
    }
    const auto aside = vault::Vault::replaceByBackup(session.vaultPath(), file, passphrase, session.actor(),
                                                     session.clock(), session.memory());
    if (!aside) {
        return refusedBackup(session, aside.error());
    }
    session.print({{u"restored"_s, true}, {u"changes"_s, JsonArray()}, {u"kept"_s, *aside}},
                  {u"The backup is the vault now."_s,
                   aside->isEmpty() ? u"There was none before."_s : u"The damaged file: %1"_s.arg(*aside)});
    return ExitCode::Done;
}

/// `own` is the backup's passphrase where it has one of its own, else null.
VerbResult takeOver(Session &session, vault::Vault &vault, const SecretBytes *own)
{
    const QString file = session.arguments().value(u"FILE"_s);
    const auto steps = vault.previewRestore(file, own);
    if (!steps) {
        return refusedBackup(session, steps.error());
    }
    const Preview preview = describe(*steps);
    if (steps->isEmpty() || session.arguments().has(u"preview"_s)) {
        const QString said = steps->isEmpty() ? u"The vault holds what the backup does. Nothing to change."_s
                                              : u"Nothing was changed yet."_s;
        session.print({{u"restored"_s, false}, {u"changes"_s, preview.json}, {u"kept"_s, QString()}},
                      preview.lines + QStringList{said});
        return ExitCode::Done;
    }
    if (auto meant = confirm(session, preview.lines.join(u'\n'), u"restore"_s); !meant) {
        return std::unexpected(meant.error());
    }
    const auto kept = vault.restore(file, own, {});
    if (!kept) {
        return std::unexpected(kept.error());
    }
    session.print({{u"restored"_s, true}, {u"changes"_s, preview.json}, {u"kept"_s, *kept}},
                  preview.lines + QStringList{u"Restored. As it was before: %1"_s.arg(*kept)});
    return ExitCode::Done;
}

VerbResult run(Session &session)
{
    const auto passphrase = readVaultPassphrase(session);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    const auto backups = backupPassphrase(session);
    if (!backups) {
        return std::unexpected(backups.error());
    }
    const SecretBytes *own = backups->has_value() ? &**backups : nullptr;
    auto vault = session.openVault(*passphrase);
    if (vault) {
        return takeOver(session, **vault, own);
    }
    const ErrorCode code = vault.error().code;
    const bool isReplaceable = code == ErrorCode::VaultNotFound || code == ErrorCode::VaultDamaged;
    return isReplaceable ? replace(session, vault.error(), own ? *own : *passphrase)
                         : std::unexpected(Failure(vault.error()));
}

} // namespace

Verb vaultRestoreVerb()
{
    return {
        .path = u"vault restore"_s,
        .summary = u"Take the properties over from a backup, after showing what changes"_s,
        .description =
            u"What was added since goes to the bin, and a backup of the vault as it is now is made first. "
            "Passphrase and activity stay. A vault that is missing or cannot be opened is replaced as a whole."_s,
        .operands = {{.name = u"FILE"_s, .help = u"the backup"_s, .kind = ValueKind::File}},
        .options = {yesOption(),
                    {.name = u"preview"_s,
                     .valueName = {},
                     .help = u"only show what would change"_s,
                     .kind = ValueKind::Flag},
                    {.name = u"backup-passphrase-file"_s,
                     .valueName = u"FILE"_s,
                     .help = u"the passphrase of a backup made before the vault was given a new key"_s,
                     .kind = ValueKind::File}},
        .examples = {u"countersign-cli --vault my.countersign vault restore copy.countersign --preview"_s},
        .jsonKeys = {u"restored"_s, u"changes"_s, u"kept"_s},
        .run = run};
}

} // namespace countersign::cli
