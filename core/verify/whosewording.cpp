#include "core/verify/whosewording.h"

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr char context[] = "Whose";

const char *headlineOf(WhoseOutcome outcome)
{
    switch (outcome) {
    case WhoseOutcome::Found:
        return QT_TRANSLATE_NOOP("Whose", "%1, key version %2");
    case WhoseOutcome::NobodysKey:
        return QT_TRANSLATE_NOOP("Whose", "Made without any property's key");
    case WhoseOutcome::NotFound:
        return QT_TRANSLATE_NOOP("Whose", "No key in this vault made it");
    case WhoseOutcome::NotAProof:
        return QT_TRANSLATE_NOOP("Whose", "This is not a proof");
    case WhoseOutcome::NothingToTry:
        return QT_TRANSLATE_NOOP("Whose", "There is nothing to try");
    case WhoseOutcome::Cancelled:
        break;
    }
    return QT_TRANSLATE_NOOP("Whose", "Stopped before the end");
}

const char *explanationOf(const WhoseAnswer &answer)
{
    switch (answer.outcome) {
    case WhoseOutcome::Found:
        return answer.owners.size() == 1
                   ? ""
                   : QT_TRANSLATE_NOOP("Whose",
                                       "Several properties hold this key. Each should have its own.");
    case WhoseOutcome::NotFound:
        return QT_TRANSLATE_NOOP(
            "Whose", "Not as it is, and not with two of the known mistakes. Ask the developer which "
                     "key the server holds and which exact text is hashed, or add the missing "
                     "property.");
    case WhoseOutcome::NothingToTry:
        return answer.keyVersionsTried == 0
                   ? QT_TRANSLATE_NOOP("Whose", "This vault holds no key yet.")
                   : QT_TRANSLATE_NOOP("Whose", "A hash needs the user id or the e-mail it was made from.");
    case WhoseOutcome::Cancelled:
        return QT_TRANSLATE_NOOP("Whose", "No key tried so far made it.");
    case WhoseOutcome::NobodysKey:
    case WhoseOutcome::NotAProof:
        break;
    }
    return "";
}

} // namespace

QString whoseHeadline(const WhoseAnswer &answer, const Translate &translate)
{
    const QString text = translate(context, headlineOf(answer.outcome));
    if (answer.owners.empty()) {
        return text;
    }
    const KeyOwner &first = answer.owners.front();
    return text.arg(first.property.name, QString::number(first.keyVersion));
}

QString whoseExplanation(const WhoseAnswer &answer, const Translate &translate)
{
    const char *text = explanationOf(answer);
    return *text == '\0' ? QString() : translate(context, text);
}

QString whoseSummary(const WhoseAnswer &answer, const Translate &translate)
{
    return translate(context, QT_TRANSLATE_NOOP("Whose", "Key versions tried: %1, of properties: %2. "
                                                         "Combinations with mistakes: %3. Time: %4 ms."))
        .arg(groupedNumber(answer.keyVersionsTried), groupedNumber(answer.propertiesSearched),
             groupedNumber(answer.hypothesesTried),
             groupedNumber(std::max<qint64>(1, answer.took.count() / 1000)));
}

} // namespace countersign::verify
