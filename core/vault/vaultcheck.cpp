#include "core/vault/vaultcheck.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

QString sentenceOf(const Error &error)
{
    return error.detail.isEmpty() ? QString::fromUtf8(errorSentence(error.code)) : error.detail + u'.';
}

void checkKey(const SqlDatabase &database, const VaultKeys &keys, const PropertyRecord &record, int version,
              VaultCheck *check)
{
    ++check->keyVersions;
    const auto material = readKeyMaterial(database, keys, record, version);
    if (!material) {
        check->findings.append(sentenceOf(material.error()));
        return;
    }
    const auto *pair = std::get_if<crypto::PrivateKey>(&*material);
    if (pair && !pair->isConsistent()) {
        check->findings.append(
            u"Version %1 of %2: the private key does not belong to its public key."_s.arg(version).arg(
                record.property.name));
    }
    if (keys::describe(*material) != record.property.keys.find(version)->description) {
        check->findings.append(u"Version %1 of %2 is not the key its record describes."_s.arg(version).arg(
            record.property.name));
    }
}

void checkRecords(const SqlDatabase &database, const VaultKeys &keys, VaultCheck *check)
{
    const auto records = readAllRecords(database, keys);
    if (!records) {
        check->findings.append(sentenceOf(records.error()));
        return;
    }
    check->properties = static_cast<int>(records->size());
    for (const StoredRecord &stored : *records) {
        for (const keys::KeyVersion &version : stored.record.property.keys.versions()) {
            if (version.status != keys::KeyStatus::Destroyed) {
                checkKey(database, keys, stored.record, version.number, check);
            }
        }
    }
    const auto rows = database.value(u"SELECT count(*) FROM key_material"_s);
    if (rows && rows->toInt() != check->keyVersions) {
        check->findings.append(
            u"%1 keys are stored where %2 belong."_s.arg(rows->toInt()).arg(check->keyVersions));
    }
}

} // namespace

Result<VaultCheck> checkVault(const SqlDatabase &database, const VaultKeys &keys)
{
    VaultCheck check;
    const auto integrity = database.value(u"PRAGMA integrity_check(1)"_s);
    const auto manifest = readManifest(database, keys.seal);
    if (!integrity || !manifest) {
        return std::unexpected(integrity ? manifest.error() : integrity.error());
    }
    if (integrity->toString() != u"ok"_s) {
        check.findings.append(u"SQLite: %1"_s.arg(integrity->toString()));
    }
    checkRecords(database, keys, &check);
    const auto entries = keys.log.check(database, keys.seal, *manifest, &check.findings);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    check.activityEntries = *entries;
    return check;
}

} // namespace countersign::vault
