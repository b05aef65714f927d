#pragma once

#include <QString>

#include <vector>

namespace countersign::verify {

/// A user id or e-mail without what came along when somebody typed or pasted it here.
struct BareSubject
{
    QString value;
    const char *difference; ///< "quotes around it": marked for translation in "CauseValue"
};

/// What may have been meant; nothing where the text has nothing around it.
std::vector<BareSubject> bareSubjects(const QString &typed);

} // namespace countersign::verify
