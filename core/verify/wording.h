#pragma once

#include "core/verify/verdict.h"

#include <functional>

namespace countersign::verify {

/// Turns an English text of a context into the reader's language. The console passes
/// QCoreApplication::translate; without one the English stands.
using Translate = std::function<QString(const char *context, const char *text)>;
QString inEnglish(const char *context, const char *text);

QString groupedNumber(qint64 number); ///< "48,120"

QString causeTitle(const Cause &cause, const Translate &translate = inEnglish); ///< begins with a capital
/// The same for the middle of a sentence: "the e-mail was hashed, not the user id".
QString causePhrase(const Cause &cause, const Translate &translate = inEnglish);
/// With a capital letter where it began with a small one.
QString capitalised(QString text);
QString causeSentence(const Cause &cause, const Translate &translate = inEnglish);
QString causeRemedy(const Cause &cause, const Translate &translate = inEnglish);

/// The verdict in large type: "Verified", "Failed: the e-mail was hashed, not the user id".
QString headline(const Verdict &verdict, const Translate &translate = inEnglish);
/// With which key it was made: "It was made with key version 2 of Shop EU, which is no longer current."
/// When no key made it, how much was tried. Empty when there is nothing to say.
QString madeWith(const Verdict &verdict, const Translate &translate = inEnglish);
/// What to tell the customer's developer: the remedies of the causes, each once.
QStringList remedies(const Verdict &verdict, const Translate &translate = inEnglish);
/// "4812 combinations in 31 ms: 5 key versions, 74 known mistakes"; empty when nothing was searched.
QString searchSummary(const Verdict &verdict, const Translate &translate = inEnglish);
/// "20 Nov 2026, 23:41:07 UTC. A hash does not expire."
QString clockSummary(const Verdict &verdict, const Translate &translate = inEnglish);

} // namespace countersign::verify
