#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

// What the scripts of the three shells share.

/// The comment at the top of a script.
QString completionHeader();
/// The options of a verb and those of every verb.
QList<Option> completedOptions(const Verb &verb);
/// The words a command can begin with, each once.
QStringList firstWords(const QList<Verb> &verbs);
/// The words that can follow the first one: "add list show …" for "property".
QStringList secondWords(const QList<Verb> &verbs, const QString &first);
/// In single quotes, as every one of the shells reads them.
QString quotedForShell(QString text);

QString bashScript(const QList<Verb> &verbs);
QString zshScript(const QList<Verb> &verbs);
QString fishScript(const QList<Verb> &verbs);

} // namespace countersign::cli
