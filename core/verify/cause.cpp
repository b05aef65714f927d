#include "core/verify/cause.h"

#include "core/verify/causetable_p.h"

#include <array>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

std::array<std::span<const CauseRow>, 6> causeTable()
{
    return {keyCauses(), messageCauses(), constructionCauses(), tokenCauses(), claimCauses(), otherCauses()};
}

QString valueFor(QStringView name, const Cause &cause)
{
    if (name == u"keyVersion") {
        return cause.keyVersion ? QString::number(*cause.keyVersion) : u"?"_s;
    }
    if (name == u"property") {
        return cause.property;
    }
    return cause.values.value(name.toString());
}

} // namespace

const CauseTexts &textsOf(CauseId id)
{
    for (const auto &part : causeTable()) {
        for (const CauseRow &row : part) {
            if (row.id == id) {
                return row.texts;
            }
        }
    }
    Q_UNREACHABLE(); // a test walks the whole enumeration
}

QString causeCode(CauseId id)
{
    return QString::fromLatin1(textsOf(id).code);
}

QString fillIn(const QString &text, const Cause &cause)
{
    // One pass from left to right, so that a value with braces in it is never read as a placeholder.
    QString filled;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            return filled.append(QStringView(text).sliced(at));
        }
        filled += QStringView(text).sliced(at, open - at);
        filled += valueFor(QStringView(text).sliced(open + 1, close - open - 1), cause);
        at = close + 1;
    }
}

bool isRemark(CauseId id)
{
    switch (id) {
    case CauseId::KeyPrevious:
    case CauseId::KeyWeak:
    case CauseId::MessageOtherCall:
    case CauseId::TokenEmbeddedKey:
    case CauseId::TokenVerifiesUnwrapped:
    case CauseId::ClaimSubjectNotCompared:
    case CauseId::ClaimNotFilledIn:
        return true;
    default:
        return false;
    }
}

QList<CauseId> allCauses()
{
    QList<CauseId> ids;
    for (const auto &part : causeTable()) {
        for (const CauseRow &row : part) {
            ids.append(row.id);
        }
    }
    return ids;
}

} // namespace countersign::verify
