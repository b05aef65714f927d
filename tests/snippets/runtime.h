#pragma once

#include "core/recipes/property.h"
#include "core/recipes/recipecatalog.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace countersign::test {

/// What a program printed. `failure` is empty when it ran and returned 0.
struct Run
{
    QByteArray output; ///< without the last line break
    QByteArray errors;
    QString failure;
};

using Environment = QMap<QString, QByteArray>;

/// Runs a program to its end. "python3" is the interpreter the build found; the others are taken from PATH.
Run run(const QString &program, const QStringList &arguments, const Environment &environment = {},
        const QByteArray &input = {});

/// The program for a snippet's file: by its language.
QString runtimeFor(const QString &language);

/// Writes a file and returns its path.
QString writeFile(const QString &folder, const QString &name, const QByteArray &content);

recipes::Property propertyWith(const recipes::Recipe &recipe, const QMap<QString, QString> &fields);

} // namespace countersign::test
