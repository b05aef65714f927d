#include "core/recipes/property.h"

#include "core/base/ascii.h"

#include <QRegularExpression>

#include <algorithm>
#include <regex>
#include <tuple>

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

/// How many characters the form has, where it says so as the recipes do: "[0-9a-f]{40}".
std::optional<std::size_t> lengthOf(const QString &pattern)
{
    static const QRegularExpression oneClass(u"^\\[[^\\[\\]]+\\]\\{([0-9]{1,4})\\}$"_s);
    const QRegularExpressionMatch match = oneClass.match(pattern);
    return match.hasMatch() ? std::optional(std::size_t(match.captured(1).toUInt())) : std::nullopt;
}

/// What is different, in words that give nothing of the secret away.
const char *differenceOf(const KeyRule &rule, QByteArrayView secret)
{
    if (isSpace(secret.front()) || isSpace(secret.back())) {
        return QT_TRANSLATE_NOOP("KeyForm",
                                 "Keys of this vendor were seen as %1. This one has white space at an end.");
    }
    if (lengthOf(rule.pattern) == std::size_t(secret.size())) {
        return QT_TRANSLATE_NOOP(
            "KeyForm", "Keys of this vendor were seen as %1. This one has the length, but other characters.");
    }
    return secret.size() == 1
               ? QT_TRANSLATE_NOOP("KeyForm",
                                   "Keys of this vendor were seen as %1. This one has one character.")
               : QT_TRANSLATE_NOOP("KeyForm",
                                   "Keys of this vendor were seen as %1. This one has %2 characters.");
}

/// The values that the text has places for.
QStringList valuesFor(const char *text, const KeyRule &rule, QByteArrayView secret)
{
    const QStringList hint{rule.patternHint};
    return QByteArrayView(text).contains("%2") ? hint + QStringList{QString::number(secret.size())} : hint;
}

} // namespace

bool comesBefore(const Property &left, const Property &right)
{
    const int order = left.name.compare(right.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0
                      : std::tie(left.environment, left.platform, left.id) <
                            std::tie(right.environment, right.platform, right.id);
}

std::optional<Remark> keyFormWarning(const KeyRule &rule, ByteView secretText)
{
    if (rule.pattern.isEmpty() || secretText.empty() ||
        hasForm(rule.pattern.toStdString(), viewOf(secretText))) {
        return {};
    }
    const char *text = differenceOf(rule, viewOf(secretText));
    return Remark{QString::fromLatin1(text), valuesFor(text, rule, viewOf(secretText))};
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
