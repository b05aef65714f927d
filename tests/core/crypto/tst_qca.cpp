#include "core/crypto/asymmetrickey.h"
#include "core/crypto/mac.h"
#include "core/crypto/random.h"
#include "tests/support/result.h"

#include <QTest>
#include <QtCrypto>

#include <openssl/evp.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

#include <memory>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::crypto::JwsAlgorithm)

namespace {

QCA::SignatureAlgorithm qcaAlgorithm(JwsAlgorithm algorithm)
{
    return algorithm == JwsAlgorithm::RS256   ? QCA::EMSA3_SHA256
           : algorithm == JwsAlgorithm::RS384 ? QCA::EMSA3_SHA384
                                              : QCA::EMSA3_SHA512;
}

const EVP_MD *opensslDigest(JwsAlgorithm algorithm)
{
    return algorithm == JwsAlgorithm::RS256   ? EVP_sha256()
           : algorithm == JwsAlgorithm::RS384 ? EVP_sha384()
                                              : EVP_sha512();
}

/// A signature made by OpenSSL alone, in its process-wide context.
QByteArray signWithOpenssl(const SecretBytes &pkcs8, JwsAlgorithm algorithm, const QByteArray &message)
{
    const unsigned char *data = pkcs8.bytes().data();
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(
        d2i_AutoPrivateKey(nullptr, &data, static_cast<long>(pkcs8.size())), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(512, '\0');
    auto size = static_cast<std::size_t>(signature.size());
    if (EVP_DigestSignInit(context.get(), nullptr, opensslDigest(algorithm), nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       bytesOf(message).data(), std::size_t(message.size())) != 1) {
        return {};
    }
    return signature.first(static_cast<qsizetype>(size));
}

} // namespace

/// Every HS* and RS* result, from QCA and from OpenSSL.
class TestQca : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void macsAgree_data();
    void macsAgree();
    void signaturesAgree_data();
    void signaturesAgree();
    void keysAgree();
    void qcaIsWhatSigns();
    void ownContextHoldsOnlyTheDefaultProvider();

private:
    std::unique_ptr<QCA::Initializer> m_qca;
};

void TestQca::initTestCase()
{
    QVERIFY_RESULT(PrivateKey::generateRsa(2048)); // starts QCA as the program does
    m_qca = std::make_unique<QCA::Initializer>();
    QVERIFY2(QCA::isSupported("pkey") && QCA::isSupported("hmac(sha256)"),
             "QCA has no provider: install its ossl plugin or set QCA_PLUGIN_PATH");
}

void TestQca::macsAgree_data()
{
    QTest::addColumn<JwsAlgorithm>("algorithm");
    QTest::addColumn<QString>("qcaName");
    QTest::newRow("HS256") << JwsAlgorithm::HS256 << u"hmac(sha256)"_s;
    QTest::newRow("HS384") << JwsAlgorithm::HS384 << u"hmac(sha384)"_s;
    QTest::newRow("HS512") << JwsAlgorithm::HS512 << u"hmac(sha512)"_s;
}

void TestQca::macsAgree()
{
    QFETCH(JwsAlgorithm, algorithm);
    QFETCH(QString, qcaName);
    for (std::size_t size = 1; size < 200; ++size) {
        const QByteArray key = randomBytes(size);
        const QByteArray message = randomBytes(3 * size);
        QCA::MessageAuthenticationCode qca(qcaName, QCA::SymmetricKey(key));
        qca.update(message);
        QCOMPARE(MacKey::create(hashFor(algorithm), bytesOf(key))->computeMac(bytesOf(message)),
                 qca.final().toByteArray());
    }
}

void TestQca::signaturesAgree_data()
{
    QTest::addColumn<JwsAlgorithm>("algorithm");
    QTest::addColumn<int>("bits");
    for (const auto algorithm : {JwsAlgorithm::RS256, JwsAlgorithm::RS384, JwsAlgorithm::RS512}) {
        for (const int bits : {2048, 3072}) {
            QTest::addRow("%s %d", qPrintable(algorithmName(algorithm)), bits) << algorithm << bits;
        }
    }
}

void TestQca::signaturesAgree()
{
    QFETCH(JwsAlgorithm, algorithm);
    QFETCH(int, bits);
    const PrivateKey key = *PrivateKey::generateRsa(bits);
    const SecretBytes pkcs8 = key.pkcs8Der();
    auto qcaPrivate = QCA::PrivateKey::fromDER(QCA::SecureArray(viewOf(pkcs8.bytes()).toByteArray()));
    auto qcaPublic = QCA::PublicKey::fromDER(key.publicKey().spkiDer());
    QVERIFY(!qcaPrivate.isNull() && !qcaPublic.isNull());
    for (const qsizetype size : {0, 1, 100, 10000}) {
        const QByteArray message(size, 'm');
        const auto signature = key.sign(algorithm, bytesOf(message));
        QVERIFY_RESULT(signature);
        QCOMPARE(qcaPrivate.signMessage(message, qcaAlgorithm(algorithm)), *signature);
        QCOMPARE(signWithOpenssl(pkcs8, algorithm, message), *signature);
        QVERIFY(qcaPublic.verifyMessage(message, *signature, qcaAlgorithm(algorithm)));
        QVERIFY(key.publicKey().verify(algorithm, bytesOf(message), bytesOf(*signature)));
    }
}

void TestQca::keysAgree()
{
    const QCA::PrivateKey made = QCA::KeyGenerator().createRSA(2048);
    const QCA::SecureArray der = made.toDER();
    const auto key = PrivateKey::fromPkcs8Der(bytesOf({der.constData(), der.size()}));
    QVERIFY_RESULT(key);
    QVERIFY(key->isConsistent());
    QCOMPARE(key->publicKey().spkiDer(), made.toPublicKey().toDER());
    QCOMPARE(QString::fromLatin1(key->publicKey().spkiPem()), made.toPublicKey().toPEM());
}

void TestQca::qcaIsWhatSigns()
{
    // QCA signs in the process-wide context. With no provider there it cannot, and OpenSSL steps in: the
    // signature is made all the same.
    const PrivateKey key = *PrivateKey::generateRsa(2048);
    const auto signature = key.sign(JwsAlgorithm::RS256, bytesOf("m"));
    QVERIFY_RESULT(signature);
    QVERIFY(OSSL_PROVIDER_available(nullptr, "legacy")); // QCA's plugin was loaded by that
}

void TestQca::ownContextHoldsOnlyTheDefaultProvider()
{
    // What QCA loads into the process-wide context does not reach ours: an encrypted key of 1990 stays
    // closed.
    QVERIFY(OSSL_PROVIDER_available(nullptr, "default"));
    const auto mac = MacKey::create(HashAlgorithm::Sha256, bytesOf("your_secret_key"));
    OSSL_PROVIDER *null = OSSL_PROVIDER_load(nullptr, "null");
    QCOMPARE(mac->computeMac(bytesOf("user123")).toHex(),
             "988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    OSSL_PROVIDER_unload(null);
}

QTEST_GUILESS_MAIN(TestQca)
#include "tst_qca.moc"
