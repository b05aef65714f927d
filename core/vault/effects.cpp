#include "core/vault/effects.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

QString effectName(RestoreEffect effect)
{
    switch (effect) {
    case RestoreEffect::ComesBack:
        return u"comes-back"_s;
    case RestoreEffect::ChangesBack:
        return u"changes-back"_s;
    case RestoreEffect::GoesToBin:
        return u"goes-to-bin"_s;
    }
    return {};
}

const char *effectSentence(RestoreEffect effect)
{
    switch (effect) {
    case RestoreEffect::ComesBack:
        return QT_TRANSLATE_NOOP("RestoreEffect", "%1 comes back");
    case RestoreEffect::ChangesBack:
        return QT_TRANSLATE_NOOP("RestoreEffect", "%1 becomes what it was");
    case RestoreEffect::GoesToBin:
        return QT_TRANSLATE_NOOP("RestoreEffect", "%1 goes to the bin");
    }
    return "";
}

QString effectName(KeyEffect effect)
{
    switch (effect) {
    case KeyEffect::RevokedReturns:
        return u"revoked-returns"_s;
    case KeyEffect::DestroyedReturns:
        return u"destroyed-returns"_s;
    case KeyEffect::Goes:
        return u"goes"_s;
    }
    return {};
}

const char *effectSentence(KeyEffect effect)
{
    switch (effect) {
    case KeyEffect::RevokedReturns:
        return QT_TRANSLATE_NOOP("RestoreEffect", "its key version %1, revoked now, is of use again");
    case KeyEffect::DestroyedReturns:
        return QT_TRANSLATE_NOOP("RestoreEffect", "its key version %1, destroyed now, is there again");
    case KeyEffect::Goes:
        return QT_TRANSLATE_NOOP("RestoreEffect", "its key version %1 is not in the backup and is lost");
    }
    return "";
}

QString effectName(ImportEffect effect)
{
    switch (effect) {
    case ImportEffect::New:
        return u"new"_s;
    case ImportEffect::Same:
        return u"same"_s;
    case ImportEffect::Differs:
        return u"differs"_s;
    case ImportEffect::InBin:
        return u"in-bin"_s;
    }
    return {};
}

const char *effectSentence(ImportEffect effect)
{
    switch (effect) {
    case ImportEffect::New:
        return QT_TRANSLATE_NOOP("ImportEffect", "new");
    case ImportEffect::Same:
        return QT_TRANSLATE_NOOP("ImportEffect", "already here, just the same");
    case ImportEffect::Differs:
        return QT_TRANSLATE_NOOP("ImportEffect", "already here and different");
    case ImportEffect::InBin:
        return QT_TRANSLATE_NOOP("ImportEffect", "lies in the bin");
    }
    return "";
}

bool isConflict(const ImportStep &step)
{
    return step.effect == ImportEffect::Differs || step.effect == ImportEffect::InBin;
}

} // namespace countersign::vault
