#include "core/verify/whose.h"

#include "core/verify/whosesearch_p.h"

using namespace Qt::StringLiterals;

namespace countersign::verify {

QString outcomeName(WhoseOutcome outcome)
{
    switch (outcome) {
    case WhoseOutcome::Found:
        return u"found"_s;
    case WhoseOutcome::NobodysKey:
        return u"nobodys-key"_s;
    case WhoseOutcome::NotFound:
        return u"not-found"_s;
    case WhoseOutcome::NotAProof:
        return u"not-a-proof"_s;
    case WhoseOutcome::NothingToTry:
        return u"nothing-to-try"_s;
    case WhoseOutcome::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

WhoseAnswer findOwner(std::vector<SearchedProperty> properties, const WhoseRequest &request,
                      const Clock &clock, const std::atomic<bool> *isCancelled, const WhoseObserver &observe)
{
    return WhoseSearch(std::move(properties), request, isCancelled, observe).run(clock);
}

} // namespace countersign::verify
