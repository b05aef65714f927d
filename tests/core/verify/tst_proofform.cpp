#include "core/verify/proofform.h"
#include "core/verify/unwrap.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign::verify;
using namespace Qt::StringLiterals;

class ProofFormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAPastedTextIs_data();
    void tellsWhatAPastedTextIs();
    void describesAHugePasteAtOnce();
    void describesNothingButQuotesAtOnce();
    void unwrapTakesOffWhatIsAround_data();
    void unwrapTakesOffWhatIsAround();
};

void ProofFormTest::tellsWhatAPastedTextIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ProofForm>("form");
    QTest::addColumn<QString>("description");
    const QString hash(64, u'a');
    const QString token = u"eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1In0.c2lnbmF0dXJl"_s;
    QTest::newRow("nothing") << QString() << ProofForm::Empty << QString();
    QTest::newRow("blanks") << u" \n "_s << ProofForm::Empty << QString();
    QTest::newRow("hash") << hash << ProofForm::HexSha256 << u"64 hex digits: the form of an HMAC-SHA256."_s;
    QTest::newRow("hash in quotes")
        << u'"' + hash + u'"' << ProofForm::HexSha256
        << u"64 hex digits: the form of an HMAC-SHA256. It comes with quotes around it."_s;
    QTest::newRow("half a hash") << hash.left(32) << ProofForm::HexOther
                                 << u"32 hex digits: no hash has this length."_s;
    QTest::newRow("SHA-1") << hash.left(40) << ProofForm::HexSha1
                           << u"40 hex digits: the form of a SHA-1 hash, or of a tawk.to key."_s;
    QTest::newRow("base64") << QString(u"mI6w6jnWDkwDVpgj6aZSt93YWf9dAnu99MwC8PLKYiE="_s)
                            << ProofForm::Base64Sha256
                            << u"44 characters of base64: 32 bytes, as an HMAC-SHA256 has."_s;
    QTest::newRow("token") << token << ProofForm::SignedToken
                           << u"Three parts with dots between: a signed token (JWT)."_s;
    QTest::newRow("unsigned") << token.section(u'.', 0, 1) + u'.' << ProofForm::UnsignedToken
                              << u"A token whose third part is empty: it is not signed."_s;
    QTest::newRow("two parts") << token.section(u'.', 0, 1) << ProofForm::TruncatedToken
                               << u"The beginning of a token: parts are missing."_s;
    QTest::newRow("JWE") << u"eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn"_s << ProofForm::EncryptedToken
                         << u"Five parts with dots between: an encrypted token (JWE)."_s;
    QTest::newRow("two full stops") << u"eyJhbGciOiJkaXIifQ.aXY.dGFn.."_s << ProofForm::TruncatedToken
                                    << u"The beginning of a token: parts are missing."_s;
    QTest::newRow("shortened") << token.left(30) + u"..."_s << ProofForm::TruncatedToken
                               << u"The beginning of a token: parts are missing."_s;
    QTest::newRow("UUID") << u"8f14e45f-ceea-467f-a8f2-5b1b3c2d9e01"_s << ProofForm::Uuid
                          << u"A UUID: a random identifier, no proof."_s;
    QTest::newRow("e-mail") << u"mia@example.com"_s << ProofForm::Email << u"An e-mail address, no proof."_s;
    QTest::newRow("key")
        << u"-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEG\n-----END PRIVATE KEY-----"_s
        << ProofForm::KeyFile << u"A key file, no proof. Keys do not belong here."_s;
    QTest::newRow("words") << u"no idea"_s << ProofForm::Text
                           << u"7 characters of text: neither a hash nor a token by its form."_s;
}

void ProofFormTest::tellsWhatAPastedTextIs()
{
    QFETCH(QString, text);
    QTEST(proofFormOf(text), "form");
    QTEST(describeProofForm(text), "description");
}

void ProofFormTest::describesAHugePasteAtOnce()
{
    const QString paste(1 << 20, u'a');
    QCOMPARE(proofFormOf(paste), ProofForm::TooLarge);
    QCOMPARE(describeProofForm(paste), u"1,048,576 characters: too long for a hash or a token."_s);
}

void ProofFormTest::describesNothingButQuotesAtOnce()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(proofFormOf(QString(256 * 1024, u'"')), ProofForm::Text);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void ProofFormTest::unwrapTakesOffWhatIsAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bare");
    QTest::addColumn<QString>("first");
    QTest::newRow("nothing") << u"abc"_s << u"abc"_s << QString();
    QTest::newRow("line break") << u"abc\r\n"_s << u"abc"_s << u"a line break at its end"_s;
    QTest::newRow("line break first") << u"\nabc"_s << u"abc"_s << u"a line break at its start"_s;
    QTest::newRow("blank") << u" abc"_s << u"abc"_s << u"white space around it"_s;
    QTest::newRow("no-break space") << u"abc\u00A0"_s << u"abc"_s << u"white space around it"_s;
    QTest::newRow("quotes") << u"'abc'"_s << u"abc"_s << u"quotes around it"_s;
    QTest::newRow("curly quotes") << u"“abc”"_s << u"abc"_s << u"quotes around it"_s;
    QTest::newRow("Bearer") << u"bearer abc"_s << u"abc"_s << u"the word Bearer in front"_s;
    QTest::newRow("a JSON line") << u"\"abc\","_s << u"abc"_s << u"punctuation at its end"_s;
    QTest::newRow("broken lines") << u"ab\r\nc"_s << u"abc"_s << u"line breaks in it"_s;
    const QString hash = QString(32, u'a') + QString(32, u'b');
    const QString token = u"eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1In0."_s + QString(43, u'A');
    QTest::newRow("code") << u"hash = '%1';"_s.arg(hash) << hash << u"a line of code or JSON around it"_s;
    QTest::newRow("bytea") << u"\\x"_s + hash << hash << u"\"\\x\" in front"_s;
    QTest::newRow("address") << u"myapp://chat?jwt=%1&x=1"_s.arg(token) << token << u"an address around it"_s;
    QTest::newRow("percent") << u"https://x.example/?d=%7B%22t%22%3A%22"_s + token + u"%22%7D"_s << token
                             << u"an address around it"_s;
    QTest::newRow("words in front") << u"the token "_s + token << token << u"other text in front"_s;
    QTest::newRow("a file's name") << hash + u" *stdin"_s << hash << u"other text behind it"_s;
    QTest::newRow("full stop") << token + u'.' << token << u"punctuation at its end"_s;
    QTest::newRow("twice") << hash + hash << hash << u"the same once more behind it"_s;
    QTest::newRow("broken hash") << hash.left(40) + u'\n' + hash.mid(40) << hash << u"line breaks in it"_s;
    QTest::newRow("broken token") << token.left(50) + u' ' + token.mid(50) << token << u"white space in it"_s;
    QTest::newRow("padded") << token + u'=' << token + u'=' << QString();
}

void ProofFormTest::unwrapTakesOffWhatIsAround()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const Unwrapped result = unwrap(text);
    QTEST(result.text, "bare");
    QCOMPARE(result.removed.value(0), first);
    QCOMPARE(result.isUnchanged(), first.isEmpty());
}

QTEST_APPLESS_MAIN(ProofFormTest)
#include "tst_proofform.moc"
