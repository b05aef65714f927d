#include "core/verify/verification_p.h"

#include "core/crypto/legacydigest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::LegacyHash;

struct Made
{
    QByteArray value;
    CauseId cause;
    QString found; ///< what it is
    enum class Key { Used, NotUsed } key = Key::Used;
};

QByteArray joinedDigest(LegacyHash hash, ByteView one, ByteView other)
{
    SecretBytes text = SecretBytes::copyOf(one);
    text.append(other);
    return legacyDigest(hash, text.bytes());
}

QList<Made> everythingMade(LegacyHash hash, ByteView key, ByteView message)
{
    const QString name = legacyHashName(hash);
    return {
        {legacyMac(hash, key, message), CauseId::OtherHash, legacyMacName(hash)},
        {legacyMac(hash, message, key), CauseId::OtherHash,
         u"%1 with key and text swapped"_s.arg(legacyMacName(hash))},
        {joinedDigest(hash, key, message), CauseId::PlainHash,
         u"%1 of the key followed by the text"_s.arg(name)},
        {joinedDigest(hash, message, key), CauseId::PlainHash,
         u"%1 of the text followed by the key"_s.arg(name)},
        {legacyDigest(hash, message), CauseId::PlainHash,
         u"%1 of the text alone, without any key"_s.arg(name), Made::Key::NotUsed},
    };
}

/// The customer's own values as they are: no more is tried, because hardly anybody makes these.
bool isPlain(const MessageForm &message)
{
    return message.faults.isEmpty() ||
           (message.faults.size() == 1 && (message.faults.first().id == CauseId::MessageEmail ||
                                           message.faults.first().id == CauseId::MessageUserId));
}

class LegacySearch
{
public:
    LegacySearch(Verdict &verdict, const Verification &verification, const std::vector<MessageForm> &messages,
                 const QList<TagReading> &readings, QString expected)
        : m_verdict(verdict)
        , m_verification(verification)
        , m_messages(messages)
        , m_readings(readings)
        , m_expected(std::move(expected))
    {
    }

    bool run()
    {
        return std::ranges::any_of(m_readings, [this](const TagReading &reading) {
            const auto hash = hashOfSize(reading.bytes.size());
            return hash && explains(*hash, reading);
        });
    }

private:
    /// In a list every unexplained hash has the size of SHA3-256: trying that one is for single values.
    std::optional<LegacyHash> hashOfSize(qsizetype bytes) const
    {
        switch (bytes) {
        case 16:
            return LegacyHash::Md5;
        case 28:
            return LegacyHash::Sha224;
        case 32:
            return m_verification.known ? std::nullopt : std::optional(LegacyHash::Sha3_256);
        default:
            return std::nullopt;
        }
    }

    bool explains(LegacyHash hash, const TagReading &reading)
    {
        for (std::size_t index = 0; index < m_verification.keys.size(); ++index) {
            const auto *secret = std::get_if<keys::SecretKey>(&m_verification.keys[index].material);
            if (secret && madeWith(hash, reading, *secret, static_cast<int>(index))) {
                return true;
            }
        }
        return false;
    }

    bool madeWith(LegacyHash hash, const TagReading &reading, const keys::SecretKey &secret, int index)
    {
        for (const MessageForm &message : m_messages) {
            if (!isPlain(message)) {
                continue;
            }
            const QList<Made> all = everythingMade(hash, secret.bytes.bytes(), bytesOf(message.bytes));
            m_verdict.hypothesesTried += static_cast<int>(all.size());
            const auto found = std::ranges::find_if(all, [&](const Made &made) {
                return equalConstantTime(bytesOf(made.value), bytesOf(reading.bytes));
            });
            if (found != all.end()) {
                note(*found, message, reading, index);
                return true;
            }
        }
        return false;
    }

    void note(const Made &made, const MessageForm &message, const TagReading &reading, int index)
    {
        m_verdict.causes += message.faults;
        m_verdict.causes.append(
            {made.cause,
             {{u"found"_s, made.found}, {u"expected"_s, m_expected}, {u"advice"_s, QString()}},
             {},
             {}});
        m_verdict.causes += reading.faults;
        if (made.key == Made::Key::Used) {
            nameKey(m_verdict, m_verification, index);
        }
    }

    Verdict &m_verdict;
    const Verification &m_verification;
    const std::vector<MessageForm> &m_messages;
    const QList<TagReading> &m_readings;
    QString m_expected;
};

} // namespace

bool searchLegacyHashes(Verdict &verdict, const Verification &verification,
                        const std::vector<MessageForm> &messages, const QList<TagReading> &readings,
                        const QString &expected)
{
    return LegacySearch(verdict, verification, messages, readings, expected).run();
}

} // namespace countersign::verify
