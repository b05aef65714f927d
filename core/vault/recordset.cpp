#include "core/vault/recordset_p.h"

#include "core/vault/activitylog_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr int propertyKind = static_cast<int>(RecordKind::Property);

/// From `SELECT id, revision, sealed`.
SealedRecord recordFrom(const QSqlQuery &row)
{
    return {row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toByteArray()};
}

RecordName nameOf(const QString &id, qint64 revision)
{
    return {RecordKind::Property, id.toUtf8(), revision};
}

QString describe(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : u"“%1” (%2)"_s.arg(name, id);
}

/// What the activity says of a property: how it was saved last.
struct LastSaved
{
    QString name;
    QByteArray mark; ///< empty once removed
};

} // namespace

QByteArrayView tagOf(const QByteArray &sealed)
{
    return QByteArrayView(sealed).last(qMin(sealed.size(), qsizetype(crypto::aeadTagSize)));
}

QByteArrayView SealedRecord::tag() const
{
    return tagOf(sealed);
}

QByteArray SealedRecord::mark() const
{
    QByteArray mark;
    appendNumber(&mark, revision);
    return mark.append(tag());
}

RecordSet::RecordSet(const SqlStore &store, const Envelope &envelope)
    : m_store(store)
    , m_envelope(envelope)
{
}

QByteArray RecordSet::hashOf(const SealedRecord &row) const
{
    return recordHash(m_envelope, propertyKind, row.id, row.revision, row.tag());
}

/// One reading of all rows, of whatever kind: what they add up to.
struct RecordSet::Pass
{
    qint64 dataVersion = 0;
    QHash<QString, QByteArray> hashes;
    QByteArray all = emptyManifest().recordsHash;
    qint64 count = 0;

    void add(const QString &id, const QByteArray &hash)
    {
        exclusiveOr(&all, hash);
        hashes.insert(id, hash);
        ++count;
    }
};

Result<qint64> RecordSet::dataVersion() const
{
    return m_store.number(u"PRAGMA data_version"_s);
}

Result<void> RecordSet::compare(const Manifest &manifest, Pass pass)
{
    if (pass.all != manifest.recordsHash || pass.count != manifest.recordCount) {
        return damage(manifest);
    }
    m_hashes = std::move(pass.hashes);
    m_dataVersion = pass.dataVersion;
    return {};
}

Result<void> RecordSet::verify(const Manifest &manifest)
{
    const auto version = dataVersion();
    if (!version || *version == m_dataVersion) {
        return version ? Result<void>() : std::unexpected(version.error());
    }
    Pass pass;
    pass.dataVersion = *version;
    const auto add = [&](const QSqlQuery &row) -> Result<void> {
        const QString id = row.value(0).toString();
        pass.add(id, recordHash(m_envelope, row.value(3).toInt(), id, row.value(1).toLongLong(),
                                row.value(2).toByteArray()));
        return {};
    };
    const auto read = m_store.each(u"SELECT id, revision, substr(sealed, -16), kind FROM record"_s, {}, add);
    return read ? compare(manifest, std::move(pass)) : read;
}

Result<QList<recipes::Property>> RecordSet::readAll(const Manifest &manifest)
{
    const auto version = dataVersion();
    if (!version) {
        return std::unexpected(version.error());
    }
    Pass pass;
    pass.dataVersion = *version;
    QList<recipes::Property> properties;
    properties.reserve(manifest.recordCount);
    const auto open = [&](const QSqlQuery &row) -> Result<void> {
        const SealedRecord record = recordFrom(row);
        pass.add(record.id,
                 recordHash(m_envelope, row.value(3).toInt(), record.id, record.revision, record.tag()));
        auto stored = unseal(record);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        properties.append(std::move(stored->property));
        return {};
    };
    auto read = m_store.each(u"SELECT id, revision, sealed, kind FROM record"_s, {}, open);
    if (!read && read.error().code == ErrorCode::VaultDamaged) {
        return damage(manifest);
    }
    if (read) {
        read = compare(manifest, std::move(pass));
    }
    return read ? Result<QList<recipes::Property>>(std::move(properties)) : std::unexpected(read.error());
}

std::unexpected<Error> RecordSet::damage(const Manifest &manifest) const
{
    QStringList found;
    for (const RecordDifference &difference : differences(manifest)) {
        found.append(difference.what);
    }
    return damaged(found.isEmpty() ? u"the records are not those last saved"_s : found.join(u"; "_s));
}

Result<std::vector<SealedRecord>> RecordSet::rows() const
{
    std::vector<SealedRecord> records;
    auto read = m_store.each(u"SELECT id, revision, sealed FROM record WHERE kind = ?"_s, {propertyKind},
                             [&records](const QSqlQuery &row) -> Result<void> {
                                 records.push_back(recordFrom(row));
                                 return {};
                             });
    if (!read) {
        return std::unexpected(read.error());
    }
    return records;
}

Result<StoredProperty> RecordSet::read(const recipes::PropertyId &id) const
{
    // A record that is there when all are read, but not when asked for by name, lost its index.
    Result<StoredProperty> stored =
        m_hashes.contains(id) ? damaged(u"the record of property %1 is not found by its name"_s.arg(id))
                              : failure(ErrorCode::UnknownProperty, id);
    auto read = m_store.each(u"SELECT id, revision, sealed FROM record WHERE kind = ? AND id = ?"_s,
                             {propertyKind, id}, [&](const QSqlQuery &row) -> Result<void> {
                                 stored = open(recordFrom(row));
                                 return {};
                             });
    if (!read) {
        return std::unexpected(read.error());
    }
    return stored;
}

Result<StoredProperty> RecordSet::open(const SealedRecord &row) const
{
    if (hashOf(row) != m_hashes.value(row.id)) {
        return damaged(u"the record of property %1 was exchanged"_s.arg(row.id));
    }
    return unseal(row);
}

Result<StoredProperty> RecordSet::unseal(const SealedRecord &row) const
{
    const auto opened = m_envelope.open(row.sealed, nameOf(row.id, row.revision));
    if (!opened) {
        return damaged(u"the record of property %1: %2"_s.arg(row.id, opened.error().detail));
    }
    auto stored = deserializeProperty(opened->bytes());
    if (stored) {
        stored->property.id = row.id;
        stored->property.revision = static_cast<int>(row.revision);
    }
    return stored;
}

void RecordSet::exchange(const QString &id, const QByteArray &hash, Manifest *manifest,
                         RecordChanges *changes) const
{
    const auto pending = changes->hashes.constFind(id);
    const QByteArray old = pending == changes->hashes.constEnd() ? m_hashes.value(id) : *pending;
    exclusiveOr(&manifest->recordsHash, old);
    exclusiveOr(&manifest->recordsHash, hash);
    manifest->recordCount += int(!hash.isEmpty()) - int(!old.isEmpty());
    changes->hashes.insert(id, hash);
}

Result<QByteArray> RecordSet::write(const StoredProperty &stored, Manifest *manifest,
                                    RecordChanges *changes) const
{
    const recipes::Property &property = stored.property;
    auto sealed = m_envelope.seal(bytesOf(serializeProperty(stored)), nameOf(property.id, property.revision));
    if (!sealed) {
        return sealed;
    }
    auto written = m_store.execute(u"INSERT INTO record(kind, id, revision, sealed) VALUES(?, ?, ?, ?) "
                                   "ON CONFLICT(kind, id) DO UPDATE SET revision = excluded.revision, "
                                   "sealed = excluded.sealed"_s,
                                   {propertyKind, property.id, property.revision, *sealed});
    if (!written) {
        return std::unexpected(written.error());
    }
    const SealedRecord row{property.id, property.revision, std::move(*sealed)};
    exchange(property.id, hashOf(row), manifest, changes);
    return row.mark();
}

Result<void> RecordSet::remove(const recipes::PropertyId &id, Manifest *manifest,
                               RecordChanges *changes) const
{
    for (const QString &statement :
         {u"DELETE FROM record WHERE kind = 2 AND id = ?"_s, u"DELETE FROM material WHERE owner = ?"_s}) {
        if (auto done = m_store.execute(statement, {id}); !done) {
            return std::unexpected(done.error());
        }
    }
    exchange(id, {}, manifest, changes);
    return {};
}

void RecordSet::apply(const RecordChanges &changes)
{
    for (auto changed = changes.hashes.begin(); changed != changes.hashes.end(); ++changed) {
        if (changed->isEmpty()) {
            m_hashes.remove(changed.key());
        } else {
            m_hashes.insert(changed.key(), *changed);
        }
    }
}

QList<RecordDifference> RecordSet::differences(const Manifest &manifest) const
{
    QHash<QString, LastSaved> saved;
    QList<RecordDifference> found;
    const auto remember = [&saved](const LoggedEntry &logged) {
        const ActivityEntry &entry = logged.entry;
        const bool tellsState = !logged.recordMark.isEmpty() || entry.kind == ActivityKind::PropertyDeleted ||
                                entry.kind == ActivityKind::PropertyRemoved; // for good, in format 1
        if (tellsState && !saved.contains(entry.propertyId)) {
            saved.insert(entry.propertyId, {entry.propertyName, logged.recordMark});
        }
        return true;
    };
    if (const auto walked = walkActivity(m_store, m_envelope, manifest, remember); !walked) {
        return {{walked.error().detail, {}}};
    }
    const auto stored = rows();
    if (!stored) {
        return {{stored.error().detail, {}}};
    }
    for (const SealedRecord &row : *stored) {
        const LastSaved last = saved.take(row.id);
        if (last.mark.isEmpty()) {
            found.append({u"the record of property %1 was put in by something other than Countersign"_s.arg(
                              describe(last.name, row.id)),
                          row.id});
        } else if (last.mark != row.mark()) {
            found.append({u"the record of property %1 was changed by something other than Countersign"_s.arg(
                              describe(last.name, row.id)),
                          row.id});
        }
    }
    for (auto last = saved.begin(); last != saved.end(); ++last) {
        if (!last->mark.isEmpty()) {
            found.append({u"the record of property %1 is missing"_s.arg(describe(last->name, last.key())),
                          last.key()});
        }
    }
    return found;
}

} // namespace countersign::vault
