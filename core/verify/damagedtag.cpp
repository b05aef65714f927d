#include "core/verify/damagedtag_p.h"

#include "core/verify/unwrap.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr int mostDifferences = 2; ///< of 64 characters; chance does not come near that

QList<QByteArray> plainMessages(const SubjectValues &subject)
{
    QList<QByteArray> messages;
    for (const QString &value : {subject.value, subject.other}) {
        for (const QString &form : {value, value.trimmed(), value.toLower()}) {
            const QByteArray bytes = form.toUtf8();
            if (!form.isEmpty() && !messages.contains(bytes)) {
                messages.append(bytes);
            }
        }
    }
    return messages;
}

enum class Bytes { Unsigned, Signed };

/// Each byte in hex by itself without its leading zero, as Java's Integer.toHexString writes it: a negative
/// byte with all the digits of an int, unless somebody took those off.
QByteArray unpaddedHex(ByteView tag, Bytes bytes)
{
    QByteArray text;
    for (const unsigned char c : tag) {
        const int byte = bytes == Bytes::Signed ? static_cast<signed char>(c) : c;
        text += QByteArray::number(static_cast<uint>(byte), 16);
    }
    return text;
}

/// One proof compared with tag after tag.
class DamagedTag
{
public:
    DamagedTag(const QString &proof, const recipes::MacRule &rule)
        : m_rule(rule)
        , m_text(unwrap(proof).text.toUtf8())
    {
        if (rule.encoding == Encoding::Hex) {
            m_text = m_text.toLower();
        }
    }

    std::optional<Cause> causeFor(ByteView tag) const
    {
        const QByteArray expected = encode(tag, m_rule.encoding);
        if (m_text.size() != expected.size() &&
            (m_text == unpaddedHex(tag, Bytes::Unsigned) || m_text == unpaddedHex(tag, Bytes::Signed))) {
            return Cause{CauseId::TagZerosLost,
                         {{u"found"_s, QString::number(m_text.size())},
                          {u"expected"_s, QString::number(expected.size())}},
                         {},
                         {}};
        }
        const auto count = differences(m_text, expected, mostDifferences);
        return count ? std::optional(Cause{CauseId::TagDamaged, {{u"difference"_s, phrase(*count)}}, {}, {}})
                     : std::nullopt;
    }

private:
    static QString phrase(int count)
    {
        return QString::fromLatin1(
            count == 1 ? QT_TRANSLATE_NOOP("CauseValue", "one character is wrong, missing or too many")
                       : QT_TRANSLATE_NOOP("CauseValue", "two characters are wrong, missing or too many"));
    }

    const recipes::MacRule &m_rule;
    QByteArray m_text;
};

struct Near
{
    std::size_t keyIndex;
    Cause cause;
};

/// Among the keys as they are, which are prepared for the search anyway.
std::optional<Near> nearest(const DamagedTag &damaged, const SearchKeys &keys, std::size_t group,
                            crypto::HashAlgorithm hash, const QByteArray &message)
{
    const crypto::MacKeySet &macKeys = keys.macKeys(hash, group);
    std::vector<crypto::MacTag> tags(macKeys.size());
    macKeys.computeMacs(0, tags.size(), bytesOf(message), tags);
    for (std::size_t at = 0; at < tags.size(); ++at) {
        const int index = keys.forms()[keys.groups()[group].forms[at]].index;
        auto cause = index < 0 ? std::nullopt : damaged.causeFor(ByteView(tags[at]).first(macKeys.tagSize()));
        if (cause) {
            return Near{static_cast<std::size_t>(index), std::move(*cause)};
        }
    }
    return std::nullopt;
}

void note(Verdict &verdict, const Verification &verification, std::size_t keyIndex, Cause cause)
{
    cause.keyVersion = verification.keys[keyIndex].version.number;
    verdict.causes.append(std::move(cause));
    nameKey(verdict, verification, static_cast<int>(keyIndex));
    settle(verdict);
    verdict.kind = VerdictKind::Failed;
}

} // namespace

std::optional<int> differences(QByteArrayView left, QByteArrayView right, int most)
{
    if (std::abs(left.size() - right.size()) > most) {
        return std::nullopt;
    }
    const auto [l, r] = std::ranges::mismatch(left, right);
    left = left.sliced(l - left.begin());
    right = right.sliced(r - right.begin());
    if (left.isEmpty() || right.isEmpty()) {
        return static_cast<int>(left.size() + right.size());
    }
    if (most == 0) {
        return std::nullopt;
    }
    std::optional<int> fewest;
    const auto consider = [&](qsizetype fromLeft, qsizetype fromRight) {
        const auto more = differences(left.sliced(fromLeft), right.sliced(fromRight), most - 1);
        fewest = more && (!fewest || *more + 1 < *fewest) ? std::optional(*more + 1) : fewest;
    };
    consider(1, 1);
    consider(1, 0);
    consider(0, 1);
    if (left.size() > 1 && right.size() > 1 && left[0] == right[1] && left[1] == right[0]) {
        consider(2, 2);
    }
    return fewest;
}

bool noteDamagedTag(Verdict &verdict, const Verification &verification, const recipes::MacRule &rule,
                    const SubjectValues &subject)
{
    const DamagedTag damaged(verification.request.proof, rule);
    const SearchKeys &keys = verification.prepared.searchKeys();
    for (const QByteArray &message : plainMessages(subject)) {
        for (std::size_t group = 0; group < keys.groups().size(); ++group) {
            if (keys.groups()[group].weight > 0) {
                continue;
            }
            if (auto near = nearest(damaged, keys, group, rule.hash, message)) {
                note(verdict, verification, near->keyIndex, std::move(near->cause));
                return true;
            }
        }
    }
    return false;
}

} // namespace countersign::verify
