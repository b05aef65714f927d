#include "core/vault/vaultprivate_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// Properties whose keys come in one after the other, in whatever order the file has them.
class KeyReading
{
public:
    explicit KeyReading(const Vault::Private &vault)
        : m_vault(vault)
    {
    }

    Result<void> readProperties()
    {
        const auto rows = m_vault.records.rows();
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const SealedRecord &row : *rows) {
            auto stored = m_vault.records.open(row);
            if (!stored) {
                return std::unexpected(stored.error());
            }
            m_places.insert(stored->property.id, m_stored.size());
            m_stored.push_back(*std::move(stored));
        }
        m_keys.resize(m_stored.size());
        return {};
    }

    Result<void> readKeys()
    {
        const auto read = [this](const QSqlQuery &row) {
            return readKey(row.value(0).toString(), row.value(1).toInt(), row.value(2).toByteArray());
        };
        return m_vault.store->each(u"SELECT owner, version, sealed FROM material ORDER BY owner, version"_s,
                                   {}, read);
    }

    /// Fails when a key that should be there did not come.
    Result<std::vector<PropertyWithKeys>> finish()
    {
        std::vector<PropertyWithKeys> properties;
        for (std::size_t i = 0; i < m_stored.size(); ++i) {
            const auto left = std::ranges::count_if(
                m_stored[i].property.keys.versions(),
                [](const keys::KeyVersion &version) { return version.status != keys::KeyStatus::Destroyed; });
            if (std::size_t(left) != m_keys[i].size()) {
                return damaged(u"a key of “%1” is missing"_s.arg(m_stored[i].property.name));
            }
            if (!m_stored[i].property.removedAt) {
                properties.push_back({std::move(m_stored[i].property), std::move(m_keys[i])});
            }
        }
        std::ranges::sort(properties, recipes::comesBefore, &PropertyWithKeys::property);
        return properties;
    }

private:
    Result<void> readKey(const QString &owner, int number, const QByteArray &sealed)
    {
        const auto place = m_places.constFind(owner);
        if (place == m_places.constEnd()) {
            return {}; // a stray row, which the check of the vault reports
        }
        const StoredProperty &stored = m_stored[*place];
        const keys::KeyVersion *version = stored.property.keys.find(number);
        if (!version || version->status == keys::KeyStatus::Destroyed) {
            return {};
        }
        auto material = m_vault.openMaterial(stored, number, sealed);
        if (!material) {
            return std::unexpected(material.error());
        }
        m_keys[*place].emplace_back(*version, *std::move(material));
        return {};
    }

    const Vault::Private &m_vault;
    std::vector<StoredProperty> m_stored;
    std::vector<std::vector<std::pair<keys::KeyVersion, keys::KeyMaterial>>> m_keys;
    QHash<QString, std::size_t> m_places;
};

} // namespace

Result<std::vector<PropertyWithKeys>> Vault::propertiesWithKeys() const
{
    const auto reading = d->beginReadingVerified();
    if (!reading) {
        return std::unexpected(reading.error());
    }
    KeyReading keys(*d);
    if (auto read = keys.readProperties(); !read) {
        return std::unexpected(read.error());
    }
    if (auto read = keys.readKeys(); !read) {
        return std::unexpected(read.error());
    }
    return keys.finish();
}

} // namespace countersign::vault
