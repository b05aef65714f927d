#pragma once

#include <QFont>

namespace countersign::ui {

/// The system's fixed-width font at the size of the text around it: for keys, tokens, hashes and ids.
QFont monospaceFont();

} // namespace countersign::ui
