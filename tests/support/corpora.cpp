#include "tests/support/corpora.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::test {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString corpusPath(const QString &name)
{
    const QDir folder(QStringLiteral(COUNTERSIGN_CORPORA_DIR));
    return folder.path().isEmpty() || folder == QDir() || !folder.exists() ? QString()
                                                                           : folder.filePath(name);
}

QByteArray readCorpus(const QString &name)
{
    const QByteArray content = readAll(corpusPath(name));
    if (content.isEmpty()) {
        qFatal("no test vectors in %s", qPrintable(name));
    }
    return content;
}

QJsonObject readJsonCorpus(const QString &name)
{
    const QJsonObject object = QJsonDocument::fromJson(readCorpus(name)).object();
    if (object.isEmpty()) {
        qFatal("no test vectors in %s", qPrintable(name));
    }
    return object;
}

QByteArray WycheproofCase::name() const
{
    QStringList flags;
    for (const auto flag : test["flags"_L1].toArray()) {
        flags += flag.toString();
    }
    return u"%1 %2 [%3]"_s.arg(test["tcId"_L1].toInt())
        .arg(test["comment"_L1].toString(), flags.join(u", "))
        .toUtf8();
}

QByteArray WycheproofCase::hex(const char *member) const
{
    const QJsonValue value = test.contains(QLatin1StringView(member)) ? test[QLatin1StringView(member)]
                                                                      : group[QLatin1StringView(member)];
    return QByteArray::fromHex(value.toString().toLatin1());
}

QList<WycheproofCase> readWycheproof(const QString &path)
{
    const QJsonObject file = QJsonDocument::fromJson(readAll(path)).object();
    QList<WycheproofCase> cases;
    for (const auto group : file["testGroups"_L1].toArray()) {
        for (const auto test : group.toObject()["tests"_L1].toArray()) {
            cases.append({group.toObject(), test.toObject()});
        }
    }
    return cases.size() == file["numberOfTests"_L1].toInt() ? cases : QList<WycheproofCase>();
}

QList<EvpBlock> readEvpTests(const QString &path)
{
    QList<EvpBlock> blocks(1);
    for (const QByteArray &line : readAll(path).split('\n')) {
        const qsizetype mark = line.indexOf('=');
        if (line.trimmed().isEmpty()) {
            blocks.append(EvpBlock());
        } else if (!line.startsWith('#') && mark > 0) {
            blocks.last().append({line.first(mark).trimmed(), line.sliced(mark + 1).trimmed()});
        }
    }
    blocks.removeIf([](const EvpBlock &block) { return block.isEmpty() || block.first().first != "KDF"; });
    return blocks;
}

} // namespace countersign::test
