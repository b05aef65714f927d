#include "tests/ui/window/vaultsecrets.h"

#include "core/vault/vaultprivate_p.h"

#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace countersign::test {

namespace {

NamedSecret masked(const QString &name, ByteView secret)
{
    MaskedBytes bytes;
    for (const unsigned char byte : secret) {
        bytes.append(byte);
    }
    return {name, bytes};
}

void collectNumbers(const QString &owner, const crypto::PrivateNumbers &numbers, QList<NamedSecret> *secrets)
{
    const std::pair<QString, const SecretBytes &> named[] = {
        {u"d"_s, numbers.d},   {u"p"_s, numbers.p},   {u"q"_s, numbers.q},
        {u"dp"_s, numbers.dp}, {u"dq"_s, numbers.dq}, {u"qi"_s, numbers.qi},
    };
    for (const auto &[name, number] : named) {
        if (!number.isEmpty()) {
            secrets->append(masked(owner + u' ' + name, number.bytes()));
        }
    }
}

void collectKey(const QString &owner, const keys::KeyMaterial &material, QList<NamedSecret> *secrets)
{
    if (const auto *secret = std::get_if<keys::SecretKey>(&material)) {
        secrets->append(masked(owner + u" secret"_s, secret->bytes.bytes()));
    } else if (const auto *pair = std::get_if<crypto::PrivateKey>(&material)) {
        collectNumbers(owner, pair->numbers(), secrets);
    }
}

bool collectVaultKeys(const QString &path, const SecretBytes &passphrase, QList<NamedSecret> *secrets)
{
    const auto locked = vault::openLocked(path);
    if (!locked) {
        return false;
    }
    const vault::KeySlot &slot = locked->keySlots.front();
    const auto derive = vault::derivationFrom(passphrase);
    const auto wrapping = derive(slot.salt, slot.parameters);
    const auto dataKey = vault::unwrapDataKey(slot, locked->vaultId, derive);
    if (!wrapping || !dataKey) {
        return false;
    }
    secrets->append(masked(u"key from the passphrase"_s, wrapping->bytes()));
    secrets->append(masked(u"data key"_s, dataKey->bytes()));
    for (const QByteArray purpose : {"records", "material", "chain"}) {
        const auto key = crypto::hkdf(*dataKey, bytesOf(locked->vaultId),
                                      bytesOf("countersign vault " + purpose), crypto::aeadKeySize);
        secrets->append(masked(QString::fromLatin1(purpose) + u" key"_s, key->bytes()));
    }
    return true;
}

bool collectPropertyKeys(const QString &path, const SecretBytes &passphrase, QList<NamedSecret> *secrets)
{
    SystemClock clock;
    const auto opened = vault::Vault::open(path, passphrase, {u"tester"_s, u"bench"_s}, clock);
    const auto properties = opened ? (*opened)->properties() : std::unexpected(opened.error());
    if (!properties) {
        return false;
    }
    for (const recipes::Property &property : *properties) {
        for (const keys::KeyVersion &version : property.keys.versions()) {
            const auto material = (*opened)->keyMaterial(property.id, version.number);
            if (!material) {
                return false;
            }
            collectKey(u"%1 v%2"_s.arg(property.name).arg(version.number), *material, secrets);
        }
    }
    return true;
}

} // namespace

int tellSecrets(const QString &vaultPath, const MaskedBytes &passphrase)
{
    QList<NamedSecret> secrets;
    SecretBytes plain;
    for (std::size_t i = 0; i < passphrase.size(); ++i) {
        const unsigned char byte = passphrase.at(i);
        plain.append({&byte, 1});
    }
    if (!collectVaultKeys(vaultPath, plain, &secrets) || !collectPropertyKeys(vaultPath, plain, &secrets)) {
        return 1;
    }
    for (const auto &[name, secret] : secrets) {
        std::printf("%s\t%s\n", qPrintable(name), secret.toMaskedHex().constData());
    }
    return 0;
}

QList<NamedSecret> secretsOf(const QString &program, const QString &vaultPath)
{
    QProcess process;
    process.start(program, {QString::fromLatin1(secretsOption), vaultPath});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        return {};
    }
    QList<NamedSecret> secrets;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        if (parts.size() == 2) {
            secrets.append({QString::fromUtf8(parts[0]), MaskedBytes::fromMaskedHex(parts[1])});
        }
    }
    return secrets;
}

} // namespace countersign::test
