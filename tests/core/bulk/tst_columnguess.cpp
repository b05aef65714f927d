#include "core/bulk/listpreview.h"

#include <QTest>

using namespace countersign;
using namespace countersign::bulk;
using namespace Qt::StringLiterals;

class tst_ColumnGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheColumns_data();
    void findsTheColumns();
    void namesColumnsAsTheListDoes();
};

void tst_ColumnGuess::findsTheColumns_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("columns"); // id, e-mail, proof
    const QByteArray h("988eb0ea39d60e4c03569823e9a652b7ddd859ff5d027bbdf4cc02f0f2ca6221");
    const QByteArray t("eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1MSJ9.c2ln");
    QTest::newRow("by name") << "User ID,E-Mail,Hash\nu1,m@example.com," + h + "\n" << u"0 1 2"_s;
    QTest::newRow("in another order") << "hash;email;user_id\n" + h + ";m@example.com;u1\n" << u"2 1 0"_s;
    QTest::newRow("by value") << h + ",u1,m@example.com\n" + h + ",u2,n@example.com\n" << u"1 2 0"_s;
    QTest::newRow("tokens") << "id,jwt\nu1," + t + "\n" << u"0 -1 1"_s;
    QTest::newRow("tokens alone") << t + "\n" + t + "\n" << u"-1 -1 0"_s;
    QTest::newRow("an id that differs beats a country that does not")
        << "land,nr,x\nde,1," + h + "\nde,2," + h + "\nde,3," + h + "\n"
        << u"1 -1 2"_s;
    QTest::newRow("two hashes: the name decides")
        << "id,session,user hash\nu1," + h + ',' + h + "\nu2," + h + ',' + h + "\n"
        << u"0 -1 2"_s;
    QTest::newRow("no proof by value: the name") << "id,hash\nu1,\nu2,\n"_ba << u"0 -1 1"_s;
    QTest::newRow("ids that are e-mails")
        << "user_id,hash\nm@example.com," + h + "\nn@example.com," + h + "\n"
        << u"0 0 1"_s;
    QTest::newRow("ids that are e-mails, beside e-mails")
        << "userIdentifier,address,hash\nm@example.com,x@example.com," + h + "\n"
        << u"0 1 2"_s;
    QTest::newRow("a token's claim") << "plan,jti,jwt\na,u1," + t + "\nb,u2," + t + "\n" << u"1 -1 2"_s;
    QTest::newRow("nothing like a proof") << "a,b\nx,y\n"_ba << u"0 -1 -1"_s;
}

void tst_ColumnGuess::findsTheColumns()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, columns);
    const auto preview = previewList(content, Beginning::Whole);
    QVERIFY(preview);
    const ListColumns &guess = preview->guess;
    QCOMPARE(u"%1 %2 %3"_s.arg(guess.id).arg(guess.email).arg(guess.proof), columns);
}

void tst_ColumnGuess::namesColumnsAsTheListDoes()
{
    const auto named = previewList("User Id, ,hash\nu,v,w\n", Beginning::Whole);
    QCOMPARE(named->columnName(0), u"User Id"_s);
    QCOMPARE(named->columnName(1), u"column 2"_s);
    QCOMPARE(named->column(u"user id"_s), 0);
    QCOMPARE(named->column(u"3"_s), 2);
    QVERIFY(!named->column(u"4"_s));
    QVERIFY(!named->column(u"0"_s));
    QVERIFY(!named->column(u"nobody"_s));
}

QTEST_APPLESS_MAIN(tst_ColumnGuess)
#include "tst_columnguess.moc"
