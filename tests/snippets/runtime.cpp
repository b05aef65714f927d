#include "tests/snippets/runtime.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace countersign::test {

namespace {

QProcessEnvironment environmentWith(const Environment &changes)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    environment.insert(u"PYTHONUTF8"_s, u"1"_s);
    for (auto i = changes.begin(); i != changes.end(); ++i) {
        environment.insert(i.key(), QString::fromUtf8(i.value()));
    }
    return environment;
}

QString executable(const QString &program)
{
    return program == u"python3" ? QStringLiteral(COUNTERSIGN_PYTHON)
                                 : QStandardPaths::findExecutable(program);
}

} // namespace

Run run(const QString &program, const QStringList &arguments, const Environment &environment,
        const QByteArray &input)
{
    const QString path = executable(program);
    if (path.isEmpty()) {
        return {{}, {}, program + u" is not installed"_s};
    }
    QProcess process;
    process.setProcessEnvironment(environmentWith(environment));
    process.start(path, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        return {{}, {}, process.errorString()};
    }
    Run result{process.readAllStandardOutput(), process.readAllStandardError(), {}};
    if (result.output.endsWith('\n')) {
        result.output.chop(1);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        result.failure = u"%1 returned %2: %3"_s.arg(program)
                             .arg(process.exitCode())
                             .arg(QString::fromUtf8(result.errors));
    }
    return result;
}

QString runtimeFor(const QString &language)
{
    if (language == u"python") {
        return u"python3"_s;
    }
    return language == u"php" ? u"php"_s : u"node"_s;
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &content)
{
    const QString path = QDir(folder).filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

recipes::Property propertyWith(const recipes::Recipe &recipe, const QMap<QString, QString> &fields)
{
    recipes::Property property;
    property.recipeId = recipe.id;
    property.name = u"Shop EU"_s;
    property.fields = fields;
    return property;
}

} // namespace countersign::test
