#include "vaultfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

/// COUNTERSIGN_EVERY_BYTE=1 leaves none out; that takes some minutes.
qsizetype stride(qsizetype usual)
{
    return qEnvironmentVariableIsSet("COUNTERSIGN_EVERY_BYTE") ? 1 : usual;
}

/// What is left of the template's contents: all of it, or an error. Empty when something else was shown.
QString outcome(VaultFixture &fixture, const QByteArray &expected)
{
    auto vault = fixture.open();
    if (!vault) {
        return u"refused %1"_s.arg(static_cast<int>(vault.error().code));
    }
    const auto contents = contentsOf(**vault);
    const auto check = (*vault)->check();
    if (!contents) {
        // What cannot be read must not pass the check either.
        return check && check->isSound() ? QString()
                                         : u"unreadable %1"_s.arg(static_cast<int>(contents.error().code));
    }
    return *contents == expected ? u"untouched"_s : QString();
}

bool isHonest(const QString &outcome)
{
    const auto is = [&](const QString &what, ErrorCode code) {
        return outcome == what + QString::number(static_cast<int>(code));
    };
    return outcome == u"untouched"_s || is(u"refused "_s, ErrorCode::VaultDamaged) ||
           is(u"refused "_s, ErrorCode::NotAVault) || is(u"refused "_s, ErrorCode::VaultTooNew) ||
           is(u"refused "_s, ErrorCode::WrongPassphrase) || is(u"unreadable "_s, ErrorCode::VaultDamaged);
}

void overwrite(const VaultFixture &fixture, qsizetype place, char byte)
{
    QFile file(fixture.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(place));
    QCOMPARE(file.write(&byte, 1), 1);
}

} // namespace

/// Damage anywhere in the file is either without effect or an error: never a crash, never other contents.
class VaultBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesAFlipOfAnyByte_data();
    void survivesAFlipOfAnyByte();
    void survivesTruncationToAnyLength();
    void holdsNoNameAndNoSecret();
    void destroyedKeyLeavesTheFile();
    void deletedPropertyLeavesTheFile();
};

void VaultBytesTest::survivesAFlipOfAnyByte_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("all bits") << 0xff;
    QTest::newRow("lowest bit") << 0x01;
    QTest::newRow("highest bit") << 0x80;
}

void VaultBytesTest::survivesAFlipOfAnyByte()
{
    QFETCH(const int, mask);
    VaultFixture fixture;
    const QByteArray bytes = fixture.bytes();
    const QByteArray expected = *contentsOf(**fixture.open());
    QMap<QString, int> outcomes;
    for (qsizetype place = mask % 37; place < bytes.size(); place += stride(61)) {
        overwrite(fixture, place, static_cast<char>(bytes[place] ^ mask));
        const QString happened = outcome(fixture, expected);
        ++outcomes[happened];
        QVERIFY2(isHonest(happened), qPrintable(u"byte %1: %2"_s.arg(place).arg(happened)));
        overwrite(fixture, place, bytes[place]);
    }
    QCOMPARE(fixture.bytes(), bytes);
    qInfo() << bytes.size() << "bytes:" << outcomes;
}

void VaultBytesTest::survivesTruncationToAnyLength()
{
    VaultFixture fixture;
    const QByteArray bytes = fixture.bytes();
    const QByteArray expected = *contentsOf(**fixture.open());
    for (qsizetype length = 0; length < bytes.size(); length += stride(67)) {
        fixture.setBytes(bytes.first(length));
        const QString happened = outcome(fixture, expected);
        QVERIFY2(isHonest(happened), qPrintable(u"length %1: %2"_s.arg(length).arg(happened)));
        QVERIFY2(happened != u"untouched"_s, qPrintable(u"length %1 goes unnoticed"_s.arg(length)));
    }
}

/// Texts long enough not to be met by chance in what is encrypted.
void VaultBytesTest::holdsNoNameAndNoSecret()
{
    const VaultFixture fixture;
    const QByteArray bytes = fixture.bytes();
    for (const char *text :
         {"planted-eu-one", "planted-us-two", "Shop EU", "app-1", "ada-lovelace", "desk-12", "Imported"}) {
        const QString wide = QString::fromLatin1(text);
        QVERIFY2(!bytes.contains(text), text);
        QVERIFY2(!bytes.contains(QByteArray(reinterpret_cast<const char *>(wide.utf16()), 2 * wide.size())),
                 text);
    }
}

void VaultBytesTest::destroyedKeyLeavesTheFile()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    auto property = vault && (*vault)->properties() ? (*vault)->properties()->front() : recipes::Property();
    const QByteArray sealed =
        fixture.edit({u"SELECT sealed FROM material WHERE owner = '%1' AND version = 1"_s.arg(property.id)})
            .front()
            .toByteArray();
    QVERIFY(fixture.bytes().contains(sealed));
    const auto revoked = (*vault)->revokeKey(property, 1);
    QVERIFY(revoked);
    QVERIFY(fixture.bytes().contains(sealed));
    QVERIFY((*vault)->destroyKey(*revoked, 1));
    QVERIFY(!fixture.bytes().contains(sealed));
    QVERIFY(!fixture.bytes().contains(sealed.mid(16, 16)));
    QVERIFY((*vault)->check()->isSound());
}

void VaultBytesTest::deletedPropertyLeavesTheFile()
{
    VaultFixture fixture;
    auto vault = fixture.open();
    const auto properties = (*vault)->properties();
    QVERIFY(properties);
    const QString id = properties->front().id;
    const QByteArray record =
        fixture.edit({u"SELECT sealed FROM record WHERE id = '%1'"_s.arg(id)}).front().toByteArray();
    const QByteArray key =
        fixture.edit({u"SELECT sealed FROM material WHERE owner = '%1'"_s.arg(id)}).front().toByteArray();
    QVERIFY(fixture.bytes().contains(record) && fixture.bytes().contains(key));
    QVERIFY((*vault)->removeProperty(properties->front()));
    QVERIFY((*vault)->deleteProperties(*(*vault)->removedProperties()));
    QVERIFY(!fixture.bytes().contains(record.mid(0, 32)));
    QVERIFY(!fixture.bytes().contains(key.mid(0, 32)));
    QVERIFY(!fixture.bytes().contains(id.toUtf8()));
    QVERIFY((*vault)->check()->isSound());
}

QTEST_GUILESS_MAIN(VaultBytesTest)
#include "tst_vaultbytes.moc"
