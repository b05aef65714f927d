#include "core/base/quoted.h"

namespace countersign {

QString quoted(const QString &text)
{
    constexpr qsizetype longest = 40;
    return u'"' + (text.size() > longest ? text.left(longest) + u'…' : text) + u'"';
}

} // namespace countersign
