#pragma once

#include "core/verify/messageform.h"

namespace countersign::verify {

/// How a claim differs from the customer's value it should hold, for the middle of a sentence: "capitals
/// differ", "it is the word \"undefined\"". Names no value of a customer.
QString claimDifference(const QString &found, const SubjectValues &expected);

} // namespace countersign::verify
