#include "app/cli/failure.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// "The key could not be read (k.pem: line 2 …). Check that …": the place belongs to the first sentence.
QString withDetail(const QString &sentence, const QString &detail)
{
    if (detail.isEmpty()) {
        return sentence;
    }
    const qsizetype end = sentence.indexOf(u". "_s);
    const qsizetype place = end >= 0 ? end : sentence.size() - 1;
    return sentence.first(place) + u" ("_s + detail + u')' + sentence.sliced(place);
}

} // namespace

Failure::Failure(ExitCode failedWith, QString name, QString text)
    : exitCode(failedWith)
    , code(std::move(name))
    , message(std::move(text))
{
}

Failure::Failure(const Error &error)
    : Failure(exitCodeFor(error.code), errorCodeName(error.code),
              withDetail(QString::fromUtf8(errorSentence(error.code)), error.detail))
{
}

std::unexpected<Failure> usageFailure(const QString &message)
{
    return std::unexpected(Failure{ExitCode::WrongUsage, u"WrongUsage"_s, message});
}

} // namespace countersign::cli
