#include "app/cli/outputs.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

QString reasonName(vault::BackupReason reason)
{
    switch (reason) {
    case vault::BackupReason::Daily:
        return u"daily"_s;
    case vault::BackupReason::BeforeUpgrade:
        return u"before-upgrade"_s;
    case vault::BackupReason::BeforeRekey:
        return u"before-rekey"_s;
    case vault::BackupReason::BeforeRestore:
        return u"before-restore"_s;
    case vault::BackupReason::Damaged:
        return u"damaged"_s;
    }
    return {};
}

VerbResult backUp(Session &session)
{
    const QString target = session.arguments().value(u"FILE"_s);
    if (auto fits =
            refuseStandardOutput(target, u"Name one; everything in it is opened before it gets its name."_s);
        !fits) {
        return std::unexpected(fits.error());
    }
    const auto vault = session.vault();
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto overwrite = session.arguments().has(u"overwrite"_s) ? Overwrite::Yes : Overwrite::No;
    const auto made = (*vault)->backUp(target, overwrite);
    if (!made) {
        Error error = made.error();
        if (error.code == ErrorCode::FileExists) {
            error.detail += u"; --overwrite replaces it"_s;
        }
        return std::unexpected(error);
    }
    if (made->notRecorded) {
        session.streams().note(u"Note: the backup was not recorded. "_s +
                               Failure(*made->notRecorded).message);
    }
    session.print({{u"backup"_s, target}, {u"verified"_s, true}},
                  {u"Wrote %1 and opened everything in it."_s.arg(target)});
    return ExitCode::Done;
}

VerbResult list(Session &session)
{
    const auto header = vault::Vault::readHeader(session.vaultPath());
    if (!header) {
        return std::unexpected(header.error());
    }
    const QString folder =
        session.arguments().optional(u"folder"_s).value_or(vault::defaultBackupFolder(session.vaultPath()));
    JsonArray backups;
    Table table({u"MADE"_s, u"WHY"_s, u"BYTES"_s, u"FILE"_s});
    for (const vault::Backup &backup : vault::backupsIn(folder, header->vaultId)) {
        backups.append(JsonObject{{u"madeAt"_s, toRfc3339(backup.madeAt)},
                                  {u"reason"_s, reasonName(backup.reason)},
                                  {u"size"_s, static_cast<std::int64_t>(backup.size)},
                                  {u"file"_s, backup.path}});
        table.addRow(
            {toRfc3339(backup.madeAt), reasonName(backup.reason), QString::number(backup.size), backup.path});
    }
    session.print({{u"backups"_s, backups}}, table.lines());
    return ExitCode::Done;
}

} // namespace

Verb vaultBackupVerb()
{
    return {.path = u"vault backup"_s,
            .summary = u"Write a copy of the vault and open everything in it before it gets its name"_s,
            .operands = {{.name = u"FILE"_s, .help = u"the copy"_s, .kind = ValueKind::File}},
            .options = {{.name = u"overwrite"_s,
                         .valueName = {},
                         .help = u"replace a file of that name"_s,
                         .kind = ValueKind::Flag}},
            .examples = {u"countersign-cli --vault my.countersign vault backup copy.countersign"_s},
            .jsonKeys = {u"backup"_s, u"verified"_s},
            .run = backUp};
}

Verb vaultBackupsVerb()
{
    return {.path = u"vault backups"_s,
            .summary = u"List the backups made by themselves; needs no passphrase"_s,
            .options = {{.name = u"folder"_s,
                         .valueName = u"FOLDER"_s,
                         .help = u"where they are, when the console was told another place"_s,
                         .kind = ValueKind::Folder}},
            .examples = {u"countersign-cli --vault my.countersign vault backups"_s},
            .jsonKeys = {u"backups"_s},
            .run = list};
}

} // namespace countersign::cli
