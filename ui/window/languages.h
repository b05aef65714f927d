#pragma once

namespace countersign::ui {

/// Loads the texts of the system's language, with English behind it for the plural forms: without this call a
/// window says "1 properties". Needs a QCoreApplication and the program's resources.
void installTranslations();

} // namespace countersign::ui
