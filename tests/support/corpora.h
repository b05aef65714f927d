#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

/// Test vectors by others, read where they lie (README of the corpora folder).
namespace countersign::test {

/// The path of a file in the corpora folder; empty when the folder is not there.
QString corpusPath(const QString &name);

/// The content of a file of the folder; an absent or empty one ends the test as a failure.
QByteArray readCorpus(const QString &name);
/// The same, as a JSON object with members.
QJsonObject readJsonCorpus(const QString &name);

/// One test of a Wycheproof file together with the group it stands in.
struct WycheproofCase
{
    QJsonObject group;
    QJsonObject test;

    /// "12 short message [Pseudorandom]"
    QByteArray name() const;
    bool isValid() const { return test[QLatin1String("result")].toString() == QLatin1String("valid"); }
    QByteArray hex(const char *member) const;
};

/// Every test of the file: as many as it says it has, else none.
QList<WycheproofCase> readWycheproof(const QString &path);

/// The blocks of an OpenSSL evp test file, each a list of "name = value" in order.
using EvpBlock = QList<std::pair<QByteArray, QByteArray>>;
QList<EvpBlock> readEvpTests(const QString &path);

} // namespace countersign::test

/// In a _data function: the path, or a skip that names what did not run.
#define REQUIRE_CORPUS(path, name)                                                                           \
    const QString path = countersign::test::corpusPath(QStringLiteral(name));                                \
    if (path.isEmpty()) {                                                                                    \
        QSKIP("the corpora folder is missing (COUNTERSIGN_CORPORA): did not run " name);                     \
    }
