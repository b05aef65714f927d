#include "core/base/encoding.h"
#include "core/crypto/asymmetrickey.h"
#include "tests/support/corpora.h"
#include "tests/support/result.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace countersign;
using namespace countersign::crypto;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::crypto::JwsAlgorithm)

namespace {

QByteArray fromUrl(QByteArrayView text)
{
    return decode(text, Encoding::Base64Url).value_or(QByteArray());
}

SecretBytes secret(QByteArrayView bytes)
{
    return SecretBytes::copyOf(bytesOf(bytes));
}

PrivateNumbers onlyD(QByteArrayView d)
{
    PrivateNumbers numbers;
    numbers.d = secret(d);
    return numbers;
}

std::optional<JwsAlgorithm> pkcs1AlgorithmFor(const QString &sha)
{
    return algorithmNamed(u"RS"_s + sha.mid(4)); // "SHA-256"
}

/// A key of each kind, made once.
const PrivateKey &keyFor(JwsAlgorithm algorithm)
{
    static const std::array keys{*PrivateKey::generateRsa(2048), *PrivateKey::generateEc(EcCurve::P256),
                                 *PrivateKey::generateEc(EcCurve::P384),
                                 *PrivateKey::generateEc(EcCurve::P521), *PrivateKey::generateEd25519()};
    if (keyTypeFor(algorithm) == KeyType::Rsa) {
        return keys[0];
    }
    const auto curve = curveFor(algorithm);
    return curve ? keys[1 + static_cast<std::size_t>(*curve)] : keys[4];
}

constexpr std::array asymmetricAlgorithms{
    JwsAlgorithm::RS256, JwsAlgorithm::RS384, JwsAlgorithm::RS512, JwsAlgorithm::PS256, JwsAlgorithm::PS384,
    JwsAlgorithm::PS512, JwsAlgorithm::ES256, JwsAlgorithm::ES384, JwsAlgorithm::ES512, JwsAlgorithm::EdDSA,
};

void addAlgorithmRows()
{
    QTest::addColumn<JwsAlgorithm>("algorithm");
    for (const auto algorithm : asymmetricAlgorithms) {
        QTest::newRow(qPrintable(algorithmName(algorithm))) << algorithm;
    }
}

} // namespace

class TestSignatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wycheproofVerify_data();
    void wycheproofVerify();
    void wycheproofSign_data();
    void wycheproofSign();
    void verifiesPrintedVectors_data();
    void verifiesPrintedVectors();
    void signsEd25519AsPrinted();
    void verifiesWhatItSigned_data() { addAlgorithmRows(); }
    void verifiesWhatItSigned();
    void refusesWhatWasChanged_data() { addAlgorithmRows(); }
    void refusesWhatWasChanged();
    void refusesOtherLengths_data() { addAlgorithmRows(); }
    void refusesOtherLengths();
    void refusesAlgorithmsOfOtherKeys_data() { addAlgorithmRows(); }
    void refusesAlgorithmsOfOtherKeys();
    void refusesEcdsaOutOfRange_data();
    void refusesEcdsaOutOfRange();
    void servesManyThreads_data() { addAlgorithmRows(); }
    void servesManyThreads();
};

void TestSignatures::wycheproofVerify_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<bool>("valid");

    REQUIRE_CORPUS(path, "wycheproof/rsa_signature_2048_sha256_test.json");
    const auto cases = test::readWycheproof(path);
    QVERIFY(!cases.isEmpty());
    for (const auto &each : cases) {
        // The one "acceptable" row leaves the NULL out of the DigestInfo: RFC 8017 wants it there.
        QTest::newRow(each.name()) << each.hex("publicKeyDer") << each.hex("msg") << each.hex("sig")
                                   << each.isValid();
    }
}

void TestSignatures::wycheproofVerify()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    QFETCH(bool, valid);
    const auto publicKey = PublicKey::fromSpkiDer(bytesOf(key));
    QVERIFY_RESULT(publicKey);
    QCOMPARE(publicKey->verify(JwsAlgorithm::RS256, bytesOf(message), bytesOf(signature)), valid);
}

void TestSignatures::wycheproofSign_data()
{
    QTest::addColumn<QByteArray>("pkcs8");
    QTest::addColumn<QByteArray>("n");
    QTest::addColumn<QByteArray>("e");
    QTest::addColumn<QByteArray>("d");
    QTest::addColumn<JwsAlgorithm>("algorithm");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");

    REQUIRE_CORPUS(path, "wycheproof/rsa_pkcs1_2048_sig_gen_test.json");
    const auto cases = test::readWycheproof(path);
    QVERIFY(!cases.isEmpty());
    for (const auto &each : cases) {
        const auto algorithm = pkcs1AlgorithmFor(each.group["sha"_L1].toString());
        if (!algorithm) {
            continue; // SHA-1 and SHA-224: no JWS algorithm
        }
        const QJsonObject key = each.group["privateKey"_L1].toObject();
        const auto number = [&](QLatin1StringView name) {
            return QByteArray::fromHex(key[name].toString().toLatin1());
        };
        QTest::newRow(qPrintable(algorithmName(*algorithm) + u' ' + QString::fromUtf8(each.name())))
            << each.hex("privateKeyPkcs8") << number("modulus"_L1) << number("publicExponent"_L1)
            << number("privateExponent"_L1) << *algorithm << each.hex("msg") << each.hex("sig");
    }
}

void TestSignatures::wycheproofSign()
{
    QFETCH(QByteArray, pkcs8);
    QFETCH(QByteArray, n);
    QFETCH(QByteArray, e);
    QFETCH(QByteArray, d);
    QFETCH(JwsAlgorithm, algorithm);
    QFETCH(QByteArray, message);

    const auto parsed = PrivateKey::fromPkcs8Der(bytesOf(pkcs8));
    QVERIFY_RESULT(parsed);
    QTEST(parsed->sign(algorithm, bytesOf(message)).value_or(QByteArray()), "signature");
    QVERIFY(parsed->isConsistent());

    // The same from n, e and d alone: the primes have to be found.
    const auto rebuilt = PrivateKey::fromNumbers(
        {.type = KeyType::Rsa, .curve = {}, .n = n, .e = e, .x = {}, .y = {}}, onlyD(d));
    QVERIFY_RESULT(rebuilt);
    QVERIFY(rebuilt->isConsistent());
    QVERIFY(rebuilt->publicKey() == parsed->publicKey());
    QTEST(rebuilt->sign(algorithm, bytesOf(message)).value_or(QByteArray()), "signature");
}

void TestSignatures::verifiesPrintedVectors_data()
{
    QTest::addColumn<JwsAlgorithm>("algorithm");
    QTest::addColumn<QByteArray>("x");
    QTest::addColumn<QByteArray>("y");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");

    QTest::newRow("RFC 7515 A.3 ES256")
        << JwsAlgorithm::ES256 << fromUrl("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
        << fromUrl("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
        << "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"_ba
        << fromUrl("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    QTest::newRow("RFC 7515 A.4 ES512")
        << JwsAlgorithm::ES512
        << fromUrl("AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk")
        << fromUrl("ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2")
        << "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA"_ba
        << fromUrl(
               "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7Xdt"
               "AG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn");
    QTest::newRow("RFC 6979 A.2.5 P-256, SHA-256, sample")
        << JwsAlgorithm::ES256
        << QByteArray::fromHex("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6")
        << QByteArray::fromHex("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299")
        << "sample"_ba
        << QByteArray::fromHex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                               "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
    QTest::newRow("RFC 6979 A.2.6 P-384, SHA-384, sample")
        << JwsAlgorithm::ES384
        << QByteArray::fromHex("EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA90558"
                               "66064A254515480BC13")
        << QByteArray::fromHex("8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D"
                               "4FE7344FD2533264720")
        << "sample"_ba
        << QByteArray::fromHex("94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44A"
                               "CF96E36DD1E80FABE46"
                               "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E6"
                               "79E7B82C71A38628AC8");
    QTest::newRow("RFC 8037 A.4 Ed25519")
        << JwsAlgorithm::EdDSA << fromUrl("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo") << QByteArray()
        << "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"_ba
        << fromUrl("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

void TestSignatures::verifiesPrintedVectors()
{
    QFETCH(JwsAlgorithm, algorithm);
    QFETCH(QByteArray, x);
    QFETCH(QByteArray, y);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto key = PublicKey::fromNumbers(
        {.type = keyTypeFor(algorithm), .curve = curveFor(algorithm), .n = {}, .e = {}, .x = x, .y = y});
    QVERIFY_RESULT(key);
    QVERIFY(key->verify(algorithm, bytesOf(message), bytesOf(signature)));
    QVERIFY(!key->verify(algorithm, bytesOf(message + ' '), bytesOf(signature)));
}

void TestSignatures::signsEd25519AsPrinted()
{
    // RFC 8037 appendix A
    const PublicNumbers numbers{.type = KeyType::Ed25519,
                                .curve = {},
                                .n = {},
                                .e = {},
                                .x = fromUrl("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
                                .y = {}};
    const auto key =
        PrivateKey::fromNumbers(numbers, onlyD(fromUrl("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")));
    QVERIFY_RESULT(key);
    QVERIFY(key->isConsistent());
    QCOMPARE(encode(bytesOf(*key->sign(JwsAlgorithm::EdDSA,
                                       bytesOf("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"))),
                    Encoding::Base64Url),
             "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

void TestSignatures::verifiesWhatItSigned()
{
    QFETCH(JwsAlgorithm, algorithm);
    const PrivateKey &key = keyFor(algorithm);
    for (const QByteArray &message : {""_ba, "a"_ba, QByteArray(10000, 'x')}) {
        const auto signature = key.sign(algorithm, bytesOf(message));
        QVERIFY_RESULT(signature);
        QVERIFY(key.publicKey().verify(algorithm, bytesOf(message), bytesOf(*signature)));
    }
}

void TestSignatures::refusesWhatWasChanged()
{
    QFETCH(JwsAlgorithm, algorithm);
    const PrivateKey &key = keyFor(algorithm);
    const PublicKey publicKey = key.publicKey();
    const QByteArray signature = *key.sign(algorithm, bytesOf("message"));
    for (qsizetype i = 0; i < signature.size(); ++i) {
        QByteArray changed = signature;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY(!publicKey.verify(algorithm, bytesOf("message"), bytesOf(changed)));
    }
    QVERIFY(!publicKey.verify(algorithm, bytesOf("Message"), bytesOf(signature)));
    QVERIFY(publicKey.verify(algorithm, bytesOf("message"), bytesOf(signature))); // and goes on verifying
}

void TestSignatures::refusesOtherLengths()
{
    QFETCH(JwsAlgorithm, algorithm);
    const PrivateKey &key = keyFor(algorithm);
    const PublicKey publicKey = key.publicKey();
    const QByteArray signature = *key.sign(algorithm, bytesOf("message"));
    for (qsizetype size = 0; size < signature.size(); ++size) {
        QVERIFY(!publicKey.verify(algorithm, bytesOf("message"), bytesOf(signature.first(size))));
    }
    for (const QByteArray &longer : {signature + '\0', '\0' + signature, signature + signature}) {
        QVERIFY(!publicKey.verify(algorithm, bytesOf("message"), bytesOf(longer)));
    }
}

void TestSignatures::refusesAlgorithmsOfOtherKeys()
{
    QFETCH(JwsAlgorithm, algorithm);
    const PrivateKey &key = keyFor(algorithm);
    const QByteArray signature = *key.sign(algorithm, bytesOf("message"));
    for (int i = 0; i <= static_cast<int>(JwsAlgorithm::EdDSA); ++i) {
        const auto other = static_cast<JwsAlgorithm>(i);
        if (other == algorithm) {
            continue;
        }
        QVERIFY(!key.publicKey().verify(other, bytesOf("message"), bytesOf(signature)));
        if (keyTypeFor(other) != key.type() || curveFor(other) != key.publicKey().curve()) {
            QCOMPARE_ERROR(key.sign(other, bytesOf("message")), ErrorCode::UnsupportedAlgorithm);
        }
    }
}

void TestSignatures::refusesEcdsaOutOfRange_data()
{
    QTest::addColumn<QByteArray>("r");
    QTest::addColumn<QByteArray>("s");
    // SEC 2: the order of P-256
    const auto order =
        QByteArray::fromHex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
    const QByteArray zero(32, '\0');
    const QByteArray one = QByteArray(31, '\0') + '\1';
    const QByteArray most(32, '\xff');
    QTest::newRow("both zero (CVE-2022-21449)") << zero << zero;
    QTest::newRow("r zero") << zero << one;
    QTest::newRow("s zero") << one << zero;
    QTest::newRow("both the order") << order << order;
    QTest::newRow("r the order") << order << one;
    QTest::newRow("s the order") << one << order;
    QTest::newRow("beyond the order") << most << most;
    QTest::newRow("both one") << one << one;
}

void TestSignatures::refusesEcdsaOutOfRange()
{
    QFETCH(QByteArray, r);
    QFETCH(QByteArray, s);
    const PublicKey key = keyFor(JwsAlgorithm::ES256).publicKey();
    QVERIFY(!key.verify(JwsAlgorithm::ES256, bytesOf("message"), bytesOf(r + s)));
}

void TestSignatures::servesManyThreads()
{
    QFETCH(JwsAlgorithm, algorithm);
    const PrivateKey key =
        *PrivateKey::fromPkcs8Der(keyFor(algorithm).pkcs8Der().bytes()); // nothing prepared yet
    const PublicKey publicKey = key.publicKey();
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 6; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 8; ++i) {
                const QByteArray message = QByteArray::number(100 * t + i);
                const auto signature = key.sign(algorithm, bytesOf(message));
                wrong += !signature || !publicKey.verify(algorithm, bytesOf(message), bytesOf(*signature)) ||
                         publicKey.verify(algorithm, bytesOf("other"), bytesOf(*signature));
            }
        });
    }
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestSignatures)
#include "tst_signatures.moc"
