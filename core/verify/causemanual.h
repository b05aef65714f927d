#pragma once

#include <QByteArray>

namespace countersign::verify {

/// The table of causes as a page of the manual, in Markdown: of every cause its id, title, meaning and
/// remedy, in the order of the table. resources/manual/causes.md is this text; the target
/// update-causes-manual writes it.
QByteArray causesManual();

} // namespace countersign::verify
