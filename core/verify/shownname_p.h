#pragma once

#include <QString>

namespace countersign::verify {

/// A name out of an untrusted token, short enough and without control characters.
QString shownName(QString name);

} // namespace countersign::verify
