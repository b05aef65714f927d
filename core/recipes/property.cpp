#include "core/recipes/property.h"

#include <algorithm>
#include <regex>

using namespace Qt::StringLiterals;

namespace countersign::recipes {

namespace {

// A hundred times any vendor's key; std::regex recurses over its input.
constexpr std::size_t longestMatchedSecret = 4096;

bool hasForm(const std::string &pattern, QByteArrayView secret)
{
    return std::size_t(secret.size()) <= longestMatchedSecret &&
           std::regex_match(secret.begin(), secret.end(), std::regex(pattern));
}

bool isSpace(char character)
{
    return QByteArrayView(" \t\r\n\v\f").contains(character);
}

/// What is different, in words that give nothing of the secret away.
QString differenceOf(QByteArrayView secret)
{
    if (isSpace(secret.front()) || isSpace(secret.back())) {
        return u"This one has white space at an end."_s;
    }
    return u"This one has %1 characters, or others than those."_s.arg(secret.size());
}

} // namespace

std::optional<QString> keyFormWarning(const KeyRule &rule, ByteView secretText)
{
    if (rule.pattern.isEmpty() || secretText.empty() ||
        hasForm(rule.pattern.toStdString(), viewOf(secretText))) {
        return {};
    }
    return u"Keys of this vendor were seen as %1. %2"_s.arg(rule.patternHint,
                                                            differenceOf(viewOf(secretText)));
}

Attention attentionFor(const Property &property, Timestamp now)
{
    if (property.archived) {
        return Attention::None;
    }
    const keys::KeyVersion *current = property.keys.current();
    if (!current) {
        return Attention::NoKey;
    }
    const auto isNext = [current](const keys::KeyVersion &version) {
        return version.status == keys::KeyStatus::Standby && version.number > current->number;
    };
    if (std::ranges::any_of(property.keys.versions(), isNext)) {
        return Attention::Rotating;
    }
    const auto age = now - current->createdAt;
    const bool isDue = property.rotateAfterDays > 0 && age >= std::chrono::days(property.rotateAfterDays);
    return isDue ? Attention::RotationDue : Attention::None;
}

} // namespace countersign::recipes
