#include "core/crypto/random.h"
#include "core/vault/recoverykey.h"
#include "core/vault/vaultprivate_p.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

using Records = QHash<QString, StoredProperty>;

/// Seals everything in the file anew, within the caller's transaction. Whatever does not open stops it.
class Resealing final
{
public:
    Resealing(const SqlStore &store, const RecordSet &records, const Envelope &before, const Envelope &after)
        : m_store(store)
        , m_records(records)
        , m_before(before)
        , m_after(after)
    {
    }

    Result<void> run(Manifest *manifest);

private:
    Result<void> readRecords();
    Result<void> resealMaterial();
    Result<QByteArray> resealKey(const QString &owner, int version, const QByteArray &sealed);
    Result<void> resealRecords(Manifest *manifest);
    Result<void> resealActivity(Manifest *manifest);

    const SqlStore &m_store;
    const RecordSet &m_records;
    const Envelope &m_before;
    const Envelope &m_after;
    Records m_stored;
    QHash<QByteArray, QByteArray> m_marks; ///< of the records: before, after
    qsizetype m_expectedKeys = 0;
};

Result<void> Resealing::run(Manifest *manifest)
{
    for (const auto &step : std::initializer_list<std::function<Result<void>()>>{
             [&] { return readRecords(); }, [&] { return resealMaterial(); },
             [&] { return resealRecords(manifest); }, [&] { return resealActivity(manifest); }}) {
        if (auto done = step(); !done) {
            return done;
        }
    }
    return {};
}

Result<void> Resealing::readRecords()
{
    const auto rows = m_records.rows();
    if (!rows) {
        return std::unexpected(rows.error());
    }
    for (const SealedRecord &row : *rows) {
        auto stored = m_records.open(row);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        m_marks.insert(row.mark(), {});
        for (const keys::KeyVersion &version : stored->property.keys.versions()) {
            m_expectedKeys += version.status != keys::KeyStatus::Destroyed ? 1 : 0;
        }
        m_stored.insert(row.id, *stored);
    }
    return {};
}

Result<QByteArray> Resealing::resealKey(const QString &owner, int version, const QByteArray &sealed)
{
    const auto stored = m_stored.find(owner);
    if (stored == m_stored.end() || tagOf(sealed) != stored->materialTags.value(version)) {
        return damaged(u"the key of property %1, version %2, was exchanged"_s.arg(owner).arg(version));
    }
    const RecordName name{RecordKind::Material, owner.toUtf8(), version};
    const auto plain = m_before.open(sealed, name);
    if (!plain) {
        return damaged(
            u"the key of property %1, version %2: %3"_s.arg(owner).arg(version).arg(plain.error().detail));
    }
    auto again = m_after.seal(plain->bytes(), name);
    if (again) {
        stored->materialTags.insert(version, tagOf(*again).toByteArray());
    }
    return again;
}

Result<void> Resealing::resealMaterial()
{
    const auto rows = m_store.select(u"SELECT rowid, owner, version, sealed FROM material"_s);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (std::ssize(*rows) != m_expectedKeys) {
        return damaged(u"the file holds %1 keys where %2 belong"_s.arg(rows->size()).arg(m_expectedKeys));
    }
    auto update = m_store.prepare(u"UPDATE material SET sealed = ? WHERE rowid = ?"_s);
    if (!update) {
        return std::unexpected(update.error());
    }
    for (const Row &row : *rows) {
        const auto sealed = resealKey(row[1].toString(), row[2].toInt(), row[3].toByteArray());
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        if (auto written = m_store.execute(&*update, {*sealed, row[0]}); !written) {
            return written;
        }
    }
    return {};
}

Result<void> Resealing::resealRecords(Manifest *manifest)
{
    RecordSet after(m_store, m_after);
    RecordChanges changes;
    const Manifest empty = emptyManifest();
    manifest->recordsHash = empty.recordsHash;
    manifest->recordCount = 0;
    const auto rows = m_records.rows();
    if (!rows) {
        return std::unexpected(rows.error());
    }
    for (const SealedRecord &row : *rows) {
        const auto mark = after.write(m_stored.value(row.id), manifest, &changes);
        if (!mark) {
            return std::unexpected(mark.error());
        }
        m_marks.insert(row.mark(), *mark);
    }
    return {};
}

/// The entries stay as they are; only the mark of a record as it lies there now follows its new seal.
Result<void> Resealing::resealActivity(Manifest *manifest)
{
    std::vector<LoggedEntry> entries;
    auto walked = walkActivity(m_store, m_before, *manifest, [&](const LoggedEntry &entry) {
        entries.push_back(entry);
        return true;
    });
    if (!walked) {
        return walked;
    }
    if (auto cleared = m_store.execute(u"DELETE FROM activity"_s); !cleared) {
        return std::unexpected(cleared.error());
    }
    manifest->activityCount = 0;
    manifest->activityHead = emptyManifest().activityHead;
    for (LoggedEntry &entry : entries | std::views::reverse) {
        entry.recordMark = m_marks.value(entry.recordMark, entry.recordMark);
        if (auto appended = appendActivity(m_store, m_after, std::move(entry), manifest); !appended) {
            return appended;
        }
    }
    return {};
}

} // namespace

/// The new slots: the passphrase in force, and a recovery key made anew or none.
Result<std::vector<KeySlot>> Vault::Private::slotsFor(const SecretBytes &dataKey,
                                                      const Rekeying &request) const
{
    std::vector<KeySlot> keySlots;
    auto slot =
        wrapDataKey(SlotKind::Passphrase, dataKey, vaultId, request.kdf, derivationFrom(request.passphrase));
    if (!slot) {
        return std::unexpected(slot.error());
    }
    keySlots.push_back(std::move(*slot));
    if (request.newRecoveryKey.isEmpty()) {
        return keySlots;
    }
    const auto key = parseRecoveryKey(request.newRecoveryKey.bytes());
    if (!key) {
        return std::unexpected(key.error());
    }
    slot = wrapDataKey(SlotKind::RecoveryKey, dataKey, vaultId, request.kdf, derivationFrom(*key));
    if (!slot) {
        return std::unexpected(slot.error());
    }
    keySlots.push_back(std::move(*slot));
    return keySlots;
}

Result<void> Vault::Private::putNewKey(Envelope *after, const std::vector<KeySlot> &keySlots)
{
    auto change = beginChange();
    if (!change) {
        return std::unexpected(change.error());
    }
    if (auto resealed = Resealing(*store, records, envelope, *after).run(&change->manifest); !resealed) {
        return resealed;
    }
    for (const auto &[sql, values] :
         {std::pair{u"UPDATE header SET key_commitment = ?"_s, Row{after->commitment()}},
          {u"DELETE FROM key_slot"_s, Row{}}}) {
        if (auto done = store->execute(sql, values); !done) {
            return std::unexpected(done.error());
        }
    }
    for (const KeySlot &slot : keySlots) {
        if (auto written = writeSlot(*store, slot); !written) {
            return written;
        }
    }
    change->manifest.slotsDigest = slotsDigest(header.createdAt, keySlots);
    change->manifest.rekeyedAt = change->manifest.generation + 1;
    std::swap(envelope, *after); // what follows is sealed under the new key
    auto done = log(&*change, {ActivityKind::VaultRekeyed, 0, {}}, nullptr);
    if (done) {
        done = commit(std::move(*change));
    }
    if (!done) {
        std::swap(envelope, *after);
    }
    records.forget();
    return done;
}

Result<QString> Vault::rekey(const Rekeying &request)
{
    const auto keySlots = readSlots(*d->store);
    if (!keySlots) {
        return std::unexpected(keySlots.error());
    }
    const auto old =
        unwrapWith(*keySlots, d->vaultId, SlotKind::Passphrase, derivationFrom(request.passphrase));
    if (!old) {
        return std::unexpected(old.error());
    }
    auto backup = d->backUpInto(request.backupFolder, BackupReason::BeforeRekey, Copying::Verified);
    if (!backup) {
        return backup;
    }
    const SecretBytes dataKey = crypto::randomSecret(crypto::aeadKeySize);
    auto after = Envelope::create(dataKey, d->vaultId);
    auto newSlots = d->slotsFor(dataKey, request);
    if (!after || !newSlots) {
        return std::unexpected(after ? newSlots.error() : after.error());
    }
    if (auto put = d->putNewKey(&*after, *newSlots); !put) {
        return std::unexpected(put.error());
    }
    d->header.kdf = request.kdf;
    d->header.hasRecoveryKey = newSlots->size() > 1;
    return backup;
}

} // namespace countersign::vault
