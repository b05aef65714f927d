#include "core/keys/fingerprint.h"
#include "core/keys/keyreader.h"
#include "tests/support/opensslcommand.h"
#include "tests/support/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using test::openssl;

namespace {

const QStringList passwordArguments = {u"-passout"_s, u"pass:correct horse"_s};

struct Form
{
    const char *name;
    QByteArray text;
    QString described;
    bool isPrivate;
    bool isEncrypted;
};

/// Every form the real openssl writes for one RSA, one EC and one Ed25519 key.
QList<Form> makeForms()
{
    const QByteArray rsa =
        openssl({u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    const QByteArray ec =
        openssl({u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s});
    const QByteArray ed = openssl({u"genpkey"_s, u"-algorithm"_s, u"ED25519"_s});
    const QStringList encrypt = QStringList{u"pkcs8"_s, u"-topk8"_s} + passwordArguments;
    return {
        {"RSA PKCS#8", rsa, u"PKCS#8 private key (PEM)"_s, true, false},
        {"RSA PKCS#1 (traditional)", openssl({u"rsa"_s, u"-traditional"_s}, rsa),
         u"PKCS#1 private key (PEM)"_s, true, false},
        {"RSA PKCS#8 encrypted", openssl(encrypt, rsa), u"Encrypted PKCS#8 private key (PEM)"_s, true, true},
        {"RSA PKCS#8 encrypted with scrypt", openssl(encrypt + QStringList{u"-scrypt"_s}, rsa),
         u"Encrypted PKCS#8 private key (PEM)"_s, true, true},
        {"RSA SPKI", openssl({u"rsa"_s, u"-pubout"_s}, rsa), u"SPKI public key (PEM)"_s, false, false},
        {"RSA PKCS#1 public", openssl({u"rsa"_s, u"-RSAPublicKey_out"_s}, rsa), u"PKCS#1 public key (PEM)"_s,
         false, false},
        {"EC PKCS#8", ec, u"PKCS#8 private key (PEM)"_s, true, false},
        {"EC SEC1", openssl({u"ec"_s}, ec), u"SEC1 private key (PEM)"_s, true, false},
        {"EC PKCS#8 encrypted", openssl(encrypt, ec), u"Encrypted PKCS#8 private key (PEM)"_s, true, true},
        {"EC SPKI", openssl({u"ec"_s, u"-pubout"_s}, ec), u"SPKI public key (PEM)"_s, false, false},
        {"Ed25519 PKCS#8", ed, u"PKCS#8 private key (PEM)"_s, true, false},
        {"Ed25519 SPKI", openssl({u"pkey"_s, u"-pubout"_s}, ed), u"SPKI public key (PEM)"_s, false, false},
    };
}

QByteArray bodyOf(const QByteArray &pem)
{
    QByteArrayList lines = pem.trimmed().split('\n');
    return lines.mid(1, lines.size() - 2).join('\n');
}

struct Variant
{
    const char *name;
    QByteArray (*make)(const QByteArray &pem);
    QStringList notes;
};

/// What happens to a PEM between its maker and the console.
QList<Variant> makeVariants()
{
    return {
        {"as written", [](const QByteArray &pem) { return pem; }, {}},
        {"without the last line break", [](const QByteArray &pem) { return pem.trimmed(); }, {}},
        {"CRLF",
         [](const QByteArray &pem) { return QByteArray(pem).replace("\n", "\r\n"); },
         {u"Windows line ends"_s}},
        {"CR",
         [](const QByteArray &pem) { return QByteArray(pem).replace("\n", "\r"); },
         {u"carriage returns as line ends"_s}},
        {"literal \\n",
         [](const QByteArray &pem) { return QByteArray(pem).replace("\n", "\\n"); },
         {u"literal \\n instead of line breaks"_s}},
        {"literal \\r\\n",
         [](const QByteArray &pem) { return QByteArray(pem).replace("\n", "\\r\\n"); },
         {u"literal \\n instead of line breaks"_s}},
        {"doubly escaped",
         [](const QByteArray &pem) { return QByteArray(pem).replace("\n", "\\\\n"); },
         {u"literal \\n instead of line breaks"_s}},
        {"PHP's escaped slashes",
         [](const QByteArray &pem) {
             return QByteArray(pem)
                 .replace("BEGIN", "BEGI/N")
                 .replace("/", "\\/")
                 .replace("BEGI\\/N", "BEGIN")
                 .replace("\n", "\\n");
         },
         {u"literal \\n instead of line breaks"_s}},
        {"indented",
         [](const QByteArray &pem) { return "    " + pem.trimmed().replace("\n", "\n    "); },
         {u"indented lines"_s}},
        {"indented with tabs",
         [](const QByteArray &pem) { return "\t" + pem.trimmed().replace("\n", "\n\t"); },
         {u"indented lines"_s}},
        {"in quotes", [](const QByteArray &pem) { return '"' + pem + '"'; }, {u"quotes around the key"_s}},
        {"a line of an environment file",
         [](const QByteArray &pem) { return "KEY='" + pem.trimmed().replace("\n", "\\n") + "'\n"; },
         {u"literal \\n instead of line breaks"_s, u"text around the key left out"_s}},
        {"in one line",
         [](const QByteArray &pem) { return pem.trimmed().replace("\n", " "); },
         {u"no line breaks"_s}},
        {"blank lines",
         [](const QByteArray &pem) { return "\n\n" + QByteArray(pem).replace("\n", "\n\n"); },
         {}},
        {"byte-order mark",
         [](const QByteArray &pem) { return "\xef\xbb\xbf" + pem; },
         {u"byte-order mark"_s}},
        {"text before the key",
         [](const QByteArray &pem) { return "Bag Attributes\n    friendlyName: widget\n" + pem; },
         {u"text around the key left out"_s}},
        {"base64 of the whole",
         [](const QByteArray &pem) { return pem.toBase64(); },
         {u"base64 around the PEM"_s}},
        {"unarmoured", bodyOf, {u"no BEGIN/END lines"_s}},
        {"unarmoured in one line",
         [](const QByteArray &pem) { return bodyOf(pem).replace("\n", ""); },
         {u"no BEGIN/END lines"_s}},
        {"unarmoured, CRLF",
         [](const QByteArray &pem) { return bodyOf(pem).replace("\n", "\r\n"); },
         {u"no BEGIN/END lines"_s}},
        {"unarmoured, literal \\n, quoted",
         [](const QByteArray &pem) { return '"' + bodyOf(pem).replace("\n", "\\n") + '"'; },
         {u"no BEGIN/END lines"_s}},
    };
}

} // namespace

class tst_KeyForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEveryFormInEveryLayout_data();
    void readsEveryFormInEveryLayout();
    void readsDer_data();
    void readsDer();
    void refusesWrongPassphrase();
    void refusesMissingPassphrase();
    void readsBothKeysOfAFile();
    void readsKeyBesideParameters();
    void readsKeyBesideItsCertificate();
    void readsKeyUnderAnotherLabel();

private:
    QByteArray formNamed(const char *name) const;

    QList<Form> m_forms;
    SecretBytes m_passphrase = SecretBytes::copyOf(bytesOf("correct horse"));
};

void tst_KeyForms::initTestCase()
{
    m_forms = makeForms();
}

QByteArray tst_KeyForms::formNamed(const char *name) const
{
    const auto found =
        std::ranges::find_if(m_forms, [name](const Form &form) { return qstrcmp(form.name, name) == 0; });
    return found->text;
}

void tst_KeyForms::readsEveryFormInEveryLayout_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QString>("described");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<bool>("isEncrypted");
    QTest::addColumn<QStringList>("notes");
    const auto variants = makeVariants();
    for (const Form &form : m_forms) {
        for (const Variant &variant : variants) {
            QTest::addRow("%s, %s", form.name, variant.name)
                << variant.make(form.text) << form.text << form.described << form.isPrivate
                << form.isEncrypted << variant.notes;
        }
    }
}

void tst_KeyForms::readsEveryFormInEveryLayout()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, original);
    QFETCH(QString, described);
    QFETCH(bool, isPrivate);
    QFETCH(bool, isEncrypted);
    QFETCH(QStringList, notes);

    QVERIFY(keys::looksLikeKeyFile(bytesOf(content)));
    QCOMPARE(keys::needsPassphrase(bytesOf(content)), isEncrypted);
    const auto key = keys::readSingleKey(bytesOf(content), isEncrypted ? &m_passphrase : nullptr);
    QVERIFY_RESULT(key);
    QCOMPARE(std::holds_alternative<crypto::PrivateKey>(key->material), isPrivate);
    for (const QString &note : notes) {
        QVERIFY2(key->notes.contains(note), qPrintable(key->notes.join(u" | "_s)));
    }
    if (notes.isEmpty()) {
        QCOMPARE(key->notes, QStringList());
    }
    QCOMPARE(key->form.section(u" ("_s, 0, 0), described.section(u" ("_s, 0, 0));

    // The truth is the openssl program's reading of the same key.
    QStringList arguments{u"pkey"_s, u"-pubout"_s};
    arguments << (isPrivate ? QStringList{u"-passin"_s, u"pass:correct horse"_s} : QStringList{u"-pubin"_s});
    static QHash<QByteArray, QByteArray> truths;
    if (!truths.contains(original)) {
        const bool isPkcs1Public = original.contains("BEGIN RSA PUBLIC");
        truths.insert(
            original,
            openssl(isPkcs1Public ? QStringList{u"rsa"_s, u"-RSAPublicKey_in"_s, u"-pubout"_s} : arguments,
                    original));
    }
    QCOMPARE(keys::publicKeyOf(key->material)->spkiPem(), truths.value(original));
}

void tst_KeyForms::readsDer_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<bool>("isEncrypted");
    for (const Form &form : m_forms) {
        QTest::newRow(form.name) << form.text << form.isEncrypted;
    }
}

void tst_KeyForms::readsDer()
{
    QFETCH(QByteArray, pem);
    QFETCH(bool, isEncrypted);
    const QByteArray der = QByteArray::fromBase64(bodyOf(pem));
    const auto key = keys::readSingleKey(bytesOf(der), isEncrypted ? &m_passphrase : nullptr);
    QVERIFY_RESULT(key);
    QVERIFY(key->form.endsWith(u"(DER)"));
    const auto fromPem = keys::readSingleKey(bytesOf(pem), isEncrypted ? &m_passphrase : nullptr);
    QVERIFY(*keys::publicKeyOf(key->material) == *keys::publicKeyOf(fromPem->material));

    QCOMPARE_ERROR(keys::readSingleKey(bytesOf(der.chopped(1)), &m_passphrase), ErrorCode::InvalidKey);
    const QByteArray longer = der + '\0';
    QCOMPARE_ERROR(keys::readSingleKey(bytesOf(longer), &m_passphrase), ErrorCode::InvalidKey);
}

void tst_KeyForms::refusesWrongPassphrase()
{
    const SecretBytes wrong = SecretBytes::copyOf(bytesOf("battery staple"));
    const QByteArray pem = formNamed("RSA PKCS#8 encrypted");
    QCOMPARE_ERROR(keys::readSingleKey(bytesOf(pem), &wrong), ErrorCode::WrongKeyPassphrase);
}

void tst_KeyForms::refusesMissingPassphrase()
{
    const QByteArray pem = formNamed("EC PKCS#8 encrypted");
    const auto key = keys::readSingleKey(bytesOf(pem));
    QCOMPARE_ERROR(key, ErrorCode::WrongKeyPassphrase);
    QVERIFY(key.error().detail.contains(u"passphrase is needed"));
}

void tst_KeyForms::readsBothKeysOfAFile()
{
    const QByteArray both = formNamed("RSA PKCS#8") + formNamed("RSA SPKI");
    const auto keys = keys::readKeyFile(bytesOf(both));
    QVERIFY_RESULT(keys);
    QCOMPARE(keys->size(), std::size_t{2});
    const auto single = keys::readSingleKey(bytesOf(both));
    QCOMPARE_ERROR(single, ErrorCode::InvalidKey);
    QCOMPARE(single.error().detail, u"2 keys where one is expected"_s);
}

void tst_KeyForms::readsKeyBesideParameters()
{
    const QByteArray pem = openssl({u"ecparam"_s, u"-name"_s, u"secp384r1"_s, u"-genkey"_s});
    QVERIFY(pem.contains("BEGIN EC PARAMETERS"));
    const auto key = keys::readSingleKey(bytesOf(pem));
    QVERIFY_RESULT(key);
    QCOMPARE(keys::describe(key->material).curve, crypto::EcCurve::P384);
    QVERIFY(key->notes.contains(u"EC PARAMETERS left out"_s));
}

void tst_KeyForms::readsKeyBesideItsCertificate()
{
    const QByteArray both = openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                     u"-subj"_s, u"/CN=widget"_s, u"-keyout"_s, u"-"_s});
    const auto key = keys::readSingleKey(bytesOf(both));
    QVERIFY_RESULT(key);
    QVERIFY(key->notes.contains(u"CERTIFICATE left out"_s));
}

void tst_KeyForms::readsKeyUnderAnotherLabel()
{
    const QByteArray pem = formNamed("RSA SPKI").replace("PUBLIC KEY", "RSA PUBLIC KEY");
    const auto key = keys::readSingleKey(bytesOf(pem));
    QVERIFY_RESULT(key);
    QCOMPARE(key->notes, QStringList{u"the label says RSA PUBLIC KEY"_s});
}

QTEST_GUILESS_MAIN(tst_KeyForms)
#include "tst_keyforms.moc"
