#pragma once

#include "core/keys/keymaterial.h"
#include "core/vault/manifest_p.h"
#include "core/vault/propertyrecord_p.h"

#include <QHash>

namespace countersign::vault {

/// What a change has done to the records so far; kept apart until it is committed.
struct RecordChanges
{
    QHash<QString, QByteArray> hashes; ///< by property id; empty for a removed one
};

/// One row of the record table, still sealed.
struct SealedRecord
{
    QString id;
    qint64 revision = 0;
    QByteArray sealed;

    QByteArrayView tag() const;
    /// Revision and tag: stands for the exact row.
    QByteArray mark() const;
};

/// One of the ways in which the file is not what was saved last.
struct RecordDifference
{
    QString what;           ///< as Error::detail: neither a capital letter nor a full stop
    recipes::PropertyId id; ///< empty where it is about more than one record
};

/// The property records: each opened by its seal, all of them held against the manifest.
///
/// Whoever reads calls verify() first, inside the transaction: it recomputes the set's hash unless nobody
/// else has written since.
class RecordSet final
{
public:
    RecordSet(const SqlStore &store, const Envelope &envelope);

    /// Fails with VaultDamaged, naming the record that is missing, was added or put back.
    Result<void> verify(const Manifest &manifest);
    /// Every property, opened and verified in one pass; sorted by nothing.
    Result<QList<recipes::Property>> readAll(const Manifest &manifest);
    Result<std::vector<SealedRecord>> rows() const;
    Result<StoredProperty> read(const recipes::PropertyId &id) const; ///< or UnknownProperty
    /// Refuses a row that was exchanged since verify().
    Result<StoredProperty> open(const SealedRecord &row) const;
    /// By its seal alone.
    Result<StoredProperty> unseal(const SealedRecord &row) const;

    /// Seals and writes it under its id and revision, and returns its mark.
    Result<QByteArray> write(const StoredProperty &stored, Manifest *manifest, RecordChanges *changes) const;
    Result<void> remove(const recipes::PropertyId &id, Manifest *manifest, RecordChanges *changes) const;
    /// After the commit.
    void apply(const RecordChanges &changes);
    /// After a commit that failed, and may yet have reached the file: what is there is compared anew.
    void forget() { m_dataVersion = -1; }

    /// What differs between the rows and what the activity says was saved last.
    QList<RecordDifference> differences(const Manifest &manifest) const;

private:
    struct Pass;
    Result<void> compare(const Manifest &manifest, Pass pass);
    Result<qint64> dataVersion() const;
    std::unexpected<Error> damage(const Manifest &manifest) const;
    QByteArray hashOf(const SealedRecord &row) const;
    void exchange(const QString &id, const QByteArray &hash, Manifest *manifest,
                  RecordChanges *changes) const;

    const SqlStore &m_store;
    const Envelope &m_envelope;
    QHash<QString, QByteArray> m_hashes; ///< of the rows as last verified
    qint64 m_dataVersion = -1;
};

Result<keys::KeyMaterial> openMaterial(const Envelope &envelope, const StoredProperty &stored, int version,
                                       const QByteArray &sealed);
/// The key of one version. Fails with VaultDamaged when it is missing or is not the one the record names.
Result<keys::KeyMaterial> readMaterial(const SqlStore &store, const Envelope &envelope,
                                       const StoredProperty &stored, int version);

QByteArrayView tagOf(const QByteArray &sealed);

} // namespace countersign::vault
