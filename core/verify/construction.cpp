#include "core/verify/construction.h"

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

using crypto::HashAlgorithm;

struct Mistake
{
    ConstructionKind kind;
    CauseId id;
    const char *found; ///< %1 the hash, %2 the HMAC
    Rarity rarity = Rarity::Usual;
};

constexpr Mistake mistakes[] = {
    {ConstructionKind::Swapped, CauseId::ArgumentsSwapped, ""},
    {ConstructionKind::KeyThenMessage, CauseId::PlainHash, "%1 of the key followed by the text"},
    {ConstructionKind::MessageThenKey, CauseId::PlainHash, "%1 of the text followed by the key"},
    {ConstructionKind::MessageAlone, CauseId::PlainHash, "%1 of the text alone, without any key"},
    {ConstructionKind::HmacOfHash, CauseId::DoubleHash, "%2 of the %1 of the text"},
    {ConstructionKind::HmacOfHmac, CauseId::DoubleHash, "%2 of the %2 of the text"},
    {ConstructionKind::HashOfHmac, CauseId::DoubleHash, "%1 of the %2 of the text"},
    {ConstructionKind::KeyColonMessage, CauseId::PlainHash, "%1 of key, colon, text", Rarity::Rare},
    {ConstructionKind::MessageColonKey, CauseId::PlainHash, "%1 of text, colon, key", Rarity::Rare},
    {ConstructionKind::KeyBarMessage, CauseId::PlainHash, "%1 of key, bar, text", Rarity::Rare},
    {ConstructionKind::MessageBarKey, CauseId::PlainHash, "%1 of text, bar, key", Rarity::Rare},
    {ConstructionKind::KeyMessageKey, CauseId::PlainHash, "%1 of key, text, key", Rarity::Rare},
    {ConstructionKind::HashOfHash, CauseId::DoubleHash, "%1 of the %1 of the text, without any key",
     Rarity::Rare},
    {ConstructionKind::HmacOfRawHash, CauseId::DoubleHash, "%2 of the bytes of the %1 of the text",
     Rarity::Rare},
    {ConstructionKind::HmacOfRawHmac, CauseId::DoubleHash, "%2 of the bytes of the %2 of the text",
     Rarity::Rare},
    {ConstructionKind::HmacOfKey, CauseId::MessageKey, "", Rarity::Rare},
};

Construction mistaken(const Mistake &mistake, HashAlgorithm hash, HashAlgorithm expected)
{
    const QString found =
        QString::fromLatin1(mistake.found).replace(u"%1"_s, hashName(hash)).replace(u"%2"_s, macName(hash));
    return {mistake.kind, hash,
            Cause{mistake.id, {{u"found"_s, found}, {u"expected"_s, macName(expected)}}, {}, {}},
            mistake.rarity};
}

Construction otherHash(HashAlgorithm hash, HashAlgorithm expected)
{
    return {ConstructionKind::Hmac, hash,
            Cause{CauseId::OtherHash,
                  {{u"found"_s, macName(hash)}, {u"expected"_s, macName(expected)}, {u"advice"_s, QString()}},
                  {},
                  {}}};
}

void addMistakes(std::vector<Construction> &constructions, HashAlgorithm hash, HashAlgorithm expected)
{
    for (const Mistake &mistake : mistakes) {
        constructions.push_back(mistaken(mistake, hash, expected));
    }
}

} // namespace

std::vector<Construction> constructionsFor(HashAlgorithm expected)
{
    std::vector<Construction> constructions{{ConstructionKind::Hmac, expected, std::nullopt}};
    if (expected == HashAlgorithm::Sha256) {
        constructions.push_back({ConstructionKind::CryptoJsNumber, expected,
                                 Cause{CauseId::MessageNumberInCryptoJs, {}, {}, {}}});
    }
    addMistakes(constructions, expected, expected);
    for (const HashAlgorithm hash :
         {HashAlgorithm::Sha1, HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
        if (hash != expected) {
            constructions.push_back(otherHash(hash, expected));
            addMistakes(constructions, hash, expected);
        }
    }
    return constructions;
}

} // namespace countersign::verify
