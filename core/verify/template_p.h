#pragma once

#include <QString>

namespace countersign::verify {

/// What may be shown of a template that nobody filled in, `{{ hash }}`, or of a variable's name in place of
/// its value, `process.env.HASH`; empty for any other text. What stands between its marks is shown only where
/// it is a name: a key may have been written there.
QString shownTemplate(const QString &text);

} // namespace countersign::verify
