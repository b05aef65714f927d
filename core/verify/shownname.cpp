#include "core/verify/shownname_p.h"

namespace countersign::verify {

QString shownName(QString name)
{
    constexpr qsizetype longest = 40;
    name.removeIf([](QChar c) { return !c.isPrint(); });
    if (name.contains(u'@')) { // somebody's address as a name
        return name.left(1) + u'…';
    }
    return name.size() > longest ? name.left(longest) + u'…' : name;
}

} // namespace countersign::verify
