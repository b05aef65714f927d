#include "vaultfixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

constexpr crypto::ScryptParameters cheapest; // the least a vault may have

/// Derives once for each salt.
Result<SecretBytes> derivedOnce(const QByteArray &salt, const crypto::ScryptParameters &parameters)
{
    static std::map<QByteArray, SecretBytes> derived;
    auto found = derived.find(salt);
    if (found == derived.end()) {
        auto key = derivationFrom(secret(fixturePassphrase))(salt, parameters);
        if (!key) {
            return key;
        }
        found = derived.emplace(salt, std::move(*key)).first;
    }
    return found->second.clone();
}

QByteArray makeTemplate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"template"_s);
    const FixedClock clock(Timestamp(std::chrono::seconds(1790000000)));
    auto vault =
        Vault::create(path, secret(fixturePassphrase), cheapest, {u"ada-lovelace"_s, u"desk-12"_s}, clock);
    if (!vault || !(*vault)->addProperty(newProperty(u"Shop EU"_s, {"planted-eu-one", "planted-eu-two"})) ||
        !(*vault)->addProperty(newProperty(u"Shop US"_s, {"planted-us-one", "planted-us-two"}))) {
        qFatal("the template vault cannot be made");
    }
    vault->reset();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray &templateBytes()
{
    static const QByteArray bytes = makeTemplate();
    return bytes;
}

} // namespace

SecretBytes secret(const char *text)
{
    return SecretBytes::copyOf(bytesOf(text));
}

keys::KeyMaterial secretKey(const char *text)
{
    return keys::SecretKey{secret(text), keys::SecretEncoding::Text};
}

NewProperty newProperty(const QString &name, std::initializer_list<const char *> keys)
{
    NewProperty added;
    added.property.name = name;
    added.property.recipeId = u"tau"_s;
    added.property.fields.insert(u"appId"_s, u"app-1"_s);
    for (const char *key : keys) {
        added.keys.emplace_back(secretKey(key), keys::KeyOrigin::Imported);
    }
    return added;
}

VaultFixture::VaultFixture()
    : m_path(m_folder.filePath(u"test.countersign"_s))
{
    setBytes(templateBytes());
}

Result<std::unique_ptr<Vault>> VaultFixture::open()
{
    return VaultOpening::open(m_path, derivedOnce, m_actor, m_clock);
}

Result<std::unique_ptr<Vault>> VaultFixture::openWithPassphrase(const char *passphrase)
{
    return Vault::open(m_path, secret(passphrase), m_actor, m_clock);
}

Result<std::unique_ptr<Vault>> VaultFixture::openCopy(const QString &path)
{
    static const FixedClock clock(Timestamp(std::chrono::seconds(1790000000)));
    return VaultOpening::open(path, derivedOnce, {u"ada-lovelace"_s, u"desk-12"_s}, clock);
}

QByteArray VaultFixture::derivedKeyHex()
{
    const VaultFixture fixture;
    const QByteArray salt = fixture.edit({u"SELECT salt FROM key_slot"_s}).front().toByteArray();
    const auto derived = derivedOnce(salt, cheapest);
    return derived ? viewOf(derived->bytes()).toByteArray().toHex() : QByteArray();
}

QByteArray VaultFixture::bytes() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void VaultFixture::setBytes(const QByteArray &bytes) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the test's vault cannot be written");
    }
}

QVariantList VaultFixture::edit(const QStringList &statements, const QVariantList &values) const
{
    QVariantList column;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"editor"_s);
        database.setDatabaseName(m_path);
        if (!database.open()) {
            qFatal("the test cannot edit its vault");
        }
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            query.prepare(statement);
            for (const QVariant &value : values) {
                query.addBindValue(value);
            }
            if (!query.exec()) {
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            }
            column.clear();
            while (query.next()) {
                column.append(query.value(0));
            }
        }
    }
    QSqlDatabase::removeDatabase(u"editor"_s);
    return column;
}

namespace {

Result<QByteArray> keysOf(const Vault &vault, const recipes::Property &property)
{
    QByteArray text;
    for (const keys::KeyVersion &version : property.keys.versions()) {
        if (version.status == keys::KeyStatus::Destroyed) {
            continue;
        }
        const auto material = vault.keyMaterial(property.id, version.number);
        if (!material) {
            return std::unexpected(material.error());
        }
        text += QByteArray::number(version.number) + keys::statusName(version.status).toUtf8() +
                version.description.fingerprint.toUtf8() +
                viewOf(std::get<keys::SecretKey>(*material).bytes.bytes()).toByteArray() + '\n';
    }
    return text;
}

Result<QByteArray> propertiesOf(const Vault &vault)
{
    const auto properties = vault.properties();
    if (!properties) {
        return std::unexpected(properties.error());
    }
    QByteArray text;
    for (const recipes::Property &property : *properties) {
        const auto keys = keysOf(vault, property);
        if (!keys) {
            return keys;
        }
        text += property.id.toUtf8() + QByteArray::number(property.revision) + property.name.toUtf8() +
                property.fields.value(u"appId"_s).toUtf8() + property.notes.toUtf8() + '\n' + *keys;
    }
    return text;
}

} // namespace

Result<QByteArray> contentsOf(const Vault &vault)
{
    auto text = propertiesOf(vault);
    const auto activity = vault.activity({});
    if (!text || !activity) {
        return std::unexpected(text ? activity.error() : text.error());
    }
    for (const ActivityEntry &entry : *activity) {
        *text += QByteArray::number(entry.sequence) + activityName(entry.kind).toUtf8() +
                 entry.propertyName.toUtf8() + entry.actor.user.toUtf8() + '\n';
    }
    return text;
}

} // namespace countersign::vault
