#include "ui/models/listresultsmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace countersign;
using namespace countersign::bulk;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

/// Rows of a list without anything that could verify: their outcomes are made up, their texts are real.
std::shared_ptr<const ListResults> resultsOf(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("the list was not written");
    }
    file.close();
    RowShape shape;
    shape.columns = {0, 1, 2};
    auto results = std::make_shared<ListResults>(ListFile::at(path, shape));
    CsvChunks chunks(
        [&content, at = qsizetype(0)](std::span<unsigned char> room) mutable -> Result<std::size_t> {
            const auto count = std::min(static_cast<qsizetype>(room.size()), content.size() - at);
            std::memcpy(room.data(), content.constData() + at, static_cast<std::size_t>(count));
            at += count;
            return static_cast<std::size_t>(count);
        },
        ',', 0);
    OutcomeTable outcomes;
    ListTotals totals;
    verify::Verdict verified;
    verified.kind = verify::VerdictKind::Verified;
    verified.keyVersion = 2;
    verify::Verdict failed;
    failed.kind = verify::VerdictKind::Failed;
    failed.causes = {{verify::CauseId::KeyUnknown, {}, {}, {}}};
    const OutcomeId ids[] = {outcomes.idOf(verified), outcomes.idOf(failed)};
    totals.byOutcome = {0, 0};
    while (auto chunk = *chunks.next()) {
        const CsvRows rows(*chunk, shape);
        std::vector<RowResult> done;
        for (const RowText &row : rows.rows()) {
            const OutcomeId id = ids[viewOf(row.proof) == "bad" ? 1 : 0];
            done.push_back({chunk->offset + row.offset, 1 + row.line, row.size, id});
            ++totals.byOutcome[id];
            ++totals.rows;
        }
        results->append({done, rows.rows(), outcomes});
    }
    results->finish(totals, outcomes);
    return results;
}

} // namespace

class tst_ListResultsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsByTextAndVerdict_data();
    void findsByTextAndVerdict();
    void sortsOnAnotherThread_data();
    void sortsOnAnotherThread();
    void showsNothingOfAFileThatChanged();

private:
    QStringList ids() const;

    QTemporaryDir m_folder;
    std::unique_ptr<ListResultsModel> m_model;
};

void tst_ListResultsModel::init()
{
    m_model = std::make_unique<ListResultsModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_model.get());
    m_model->setResults(resultsOf(m_folder.filePath(u"list.csv"_s), "b-2,Mia@example.com,good\n"
                                                                    "\"A-1\",zoe@example.com,bad\n"
                                                                    "c-3,J\xC3\x9CRGEN@example.com,good\n"
                                                                    "a-1x,,bad\n"));
}

QStringList tst_ListResultsModel::ids() const
{
    QStringList found;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        found.append(m_model->index(row, ListResultsModel::Id).data().toString());
    }
    return found;
}

void tst_ListResultsModel::findsByTextAndVerdict_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind"); // -1: any
    QTest::addColumn<QStringList>("found");
    QTest::newRow("all") << QString() << -1 << QStringList{u"b-2"_s, u"A-1"_s, u"c-3"_s, u"a-1x"_s};
    QTest::newRow("id in another case") << u"a-1"_s << -1 << QStringList{u"A-1"_s, u"a-1x"_s};
    QTest::newRow("e-mail in another case") << u"MIA@"_s << -1 << QStringList{u"b-2"_s};
    QTest::newRow("not ASCII") << u"jürgen"_s << -1 << QStringList{u"c-3"_s};
    QTest::newRow("verdict") << QString() << static_cast<int>(RowKind::Verified)
                             << QStringList{u"b-2"_s, u"c-3"_s};
    QTest::newRow("both") << u"1"_s << static_cast<int>(RowKind::Failed) << QStringList{u"A-1"_s, u"a-1x"_s};
    QTest::newRow("a hit in several places of a row counts once")
        << u"e"_s << -1 << QStringList{u"b-2"_s, u"A-1"_s, u"c-3"_s};
    QTest::newRow("nothing") << u"nobody"_s << -1 << QStringList();
    QTest::newRow("nothing across two rows") << u"com c-3"_s << -1 << QStringList();
}

void tst_ListResultsModel::findsByTextAndVerdict()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QStringList, found);
    ListFilter filter;
    filter.text = text;
    if (kind >= 0) {
        filter.kind = static_cast<RowKind>(kind);
    }
    m_model->setFilter(filter);
    QCOMPARE(ids(), found);
}

void tst_ListResultsModel::sortsOnAnotherThread_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("sorted");
    QTest::newRow("id") << int(ListResultsModel::Id) << Qt::AscendingOrder
                        << QStringList{u"A-1"_s, u"a-1x"_s, u"b-2"_s, u"c-3"_s};
    QTest::newRow("line, last first") << int(ListResultsModel::Line) << Qt::DescendingOrder
                                      << QStringList{u"a-1x"_s, u"c-3"_s, u"A-1"_s, u"b-2"_s};
    QTest::newRow("verdict") << int(ListResultsModel::Verdict) << Qt::AscendingOrder
                             << QStringList{u"b-2"_s, u"c-3"_s, u"A-1"_s, u"a-1x"_s};
}

void tst_ListResultsModel::sortsOnAnotherThread()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QStringList, sorted);
    QSignalSpy done(m_model.get(), &ListResultsModel::sorted);
    m_model->sort(column, order);
    QVERIFY(done.count() == 1 || done.wait());
    QCOMPARE(ids(), sorted);
}

void tst_ListResultsModel::showsNothingOfAFileThatChanged()
{
    const auto results = m_model->results();
    QFile file(m_folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("d-4,,good\n");
    file.close();
    m_model->setResults(results);
    QCOMPARE(ids(), (QStringList{QString(), QString(), QString(), QString()}));
    QCOMPARE(m_model->index(1, ListResultsModel::Line).data().toString(), u"2"_s);
}

QTEST_GUILESS_MAIN(tst_ListResultsModel)
#include "tst_listresultsmodel.moc"
