#pragma once

#include "core/verify/messageform.h"
#include "core/verify/verification_p.h"

namespace countersign::verify {

/// Names the key version whose hash the proof nearly is: a few characters mistyped, exchanged, lost or
/// doubled, or the zeros of its bytes left out. Over the customer's plain values and the property's own keys
/// as they are, so that it costs the same however many mistakes are known. Whether there is one is returned.
bool noteDamagedTag(Verdict &verdict, const Verification &verification, const recipes::MacRule &rule,
                    const SubjectValues &subject);

/// How many characters have to be changed, left out, put in or exchanged with their neighbours to make one
/// text of the other; nothing where more than `most`, which is small.
std::optional<int> differences(QByteArrayView left, QByteArrayView right, int most);

} // namespace countersign::verify
