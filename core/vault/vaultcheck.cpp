#include "core/vault/vaultcheck_p.h"

#include "core/vault/vaultprivate_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// Goes on after every finding, so that all of them are told at once.
class Check final
{
public:
    Check(const SqlStore &store, const Envelope &envelope, const RecordSet &records, const CheckWatch &watch)
        : m_store(store)
        , m_envelope(envelope)
        , m_records(records)
        , m_watch(watch)
    {
    }

    void file();
    void records(const Manifest &manifest);
    void strayMaterial();
    void activity(const Manifest &manifest);
    bool isStopped() const { return m_isStopped; }
    VaultCheck takeResult() { return std::move(m_result); }

private:
    void advance();
    void record(const SealedRecord &row);
    void key(const StoredProperty &stored, const keys::KeyVersion &version);
    void find(const QString &said);

    const SqlStore &m_store;
    const Envelope &m_envelope;
    const RecordSet &m_records;
    const CheckWatch &m_watch;
    CheckProgress m_progress;
    VaultCheck m_result;
    QSet<recipes::PropertyId> m_named; ///< whose record is among the findings
    qint64 m_material = 0;
    bool m_unreadable = false;
    bool m_isStopped = false;
};

/// Once, as a sentence.
void Check::find(const QString &said)
{
    const QString sentence =
        said.first(1).toUpper() + said.sliced(1) + (said.endsWith(u'.') ? QString() : u"."_s);
    if (!m_result.findings.contains(sentence)) {
        m_result.findings << sentence;
    }
}

void Check::advance()
{
    ++m_progress.opened;
    m_isStopped = m_watch && m_watch(m_progress) == CheckStep::Stop;
}

void Check::file()
{
    const auto rows = m_store.select(u"PRAGMA integrity_check(20)"_s);
    if (!rows) {
        find(u"The file cannot be read through: %1."_s.arg(rows.error().detail));
        return;
    }
    for (const Row &row : *rows) {
        if (const QString said = row.front().toString(); said != u"ok"_s) {
            find(u"The file's structure: %1."_s.arg(said));
        }
    }
}

void Check::records(const Manifest &manifest)
{
    m_progress.total = manifest.recordCount + manifest.activityCount;
    for (const RecordDifference &difference : m_records.differences(manifest)) {
        find(difference.what);
        m_named.insert(difference.id);
    }
    const auto rows = m_records.rows();
    if (!rows) {
        find(u"The records cannot be read: %1."_s.arg(rows.error().detail));
        return;
    }
    for (const SealedRecord &row : *rows) {
        record(row);
        advance();
        if (m_isStopped) {
            return;
        }
    }
}

void Check::record(const SealedRecord &row)
{
    ++m_result.properties;
    const auto stored = m_records.unseal(row);
    if (!stored) {
        m_unreadable = true;
        if (!m_named.contains(row.id)) {
            find(stored.error().detail);
        }
        return;
    }
    m_result.propertiesInBin += stored->property.removedAt ? 1 : 0;
    for (const keys::KeyVersion &version : stored->property.keys.versions()) {
        ++m_result.keyVersions;
        if (version.status != keys::KeyStatus::Destroyed) {
            ++m_material;
            key(*stored, version);
        }
    }
}

void Check::key(const StoredProperty &stored, const keys::KeyVersion &version)
{
    const QString place =
        u"The key of “%1”, version %2"_s.arg(stored.property.name, QString::number(version.number));
    const auto material = readMaterial(m_store, m_envelope, stored, version.number);
    if (!material) {
        find(material.error().detail); // which names the place
    } else if (keys::describe(*material) != version.description) {
        find(u"%1, is not the one the record describes."_s.arg(place));
    } else if (const auto *privateKey = std::get_if<crypto::PrivateKey>(&*material)) {
        ++m_result.keyPairs;
        // The half that makes proofs must belong to the half that was published.
        if (!privateKey->isConsistent()) {
            find(u"%1: its private half does not belong to its public half."_s.arg(place));
        }
    }
}

void Check::strayMaterial()
{
    if (m_unreadable) {
        return; // nothing is known of the keys of a record that does not open
    }
    const auto count = m_store.number(u"SELECT count(*) FROM material"_s);
    if (count && *count > m_material) {
        find(u"%1 keys in the file belong to no property."_s.arg(*count - m_material));
    }
}

void Check::activity(const Manifest &manifest)
{
    const auto walked = walkActivity(m_store, m_envelope, manifest, [this](const LoggedEntry &) {
        ++m_result.activityEntries;
        advance();
        return !m_isStopped;
    });
    if (!walked) {
        find(walked.error().detail);
    }
}

} // namespace

Result<VaultCheck> checkContents(const SqlStore &store, const Envelope &envelope, RecordSet *records,
                                 const Manifest &manifest, const CheckWatch &watch)
{
    const auto verified = records->verify(manifest);
    Check check(store, envelope, *records, watch);
    check.file();
    check.records(manifest);
    if (!check.isStopped()) {
        check.strayMaterial();
        check.activity(manifest);
    }
    if (check.isStopped()) {
        return failure(ErrorCode::Cancelled);
    }
    VaultCheck result = check.takeResult();
    if (!verified && result.findings.isEmpty()) {
        result.findings << verified.error().detail;
    }
    return result;
}

Result<VaultCheck> Vault::check(const CheckWatch &watch) const
{
    auto reading = d->beginReading();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    return checkContents(*d->store, d->envelope, &d->records, reading->manifest, watch);
}

} // namespace countersign::vault
