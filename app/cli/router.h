#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

/// Which verb the words mean, and what is left for its parser.
struct Route
{
    const Verb *verb = nullptr; ///< null: not a whole verb yet
    QStringList words;          ///< the words seen: a group, when there is no verb
    QStringList rest;           ///< options and operands, in order; the property first
};

/// Finds the verb. The property of "keys P list" may have any name, also that of a verb.
/// Fails when a word fits nothing; asking for help in the middle of a path is not a failure.
CliResult<Route> findRoute(const QList<Verb> &verbs, const QStringList &arguments);

} // namespace countersign::cli
