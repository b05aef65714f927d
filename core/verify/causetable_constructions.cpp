#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::ArgumentsSwapped,
     {"IDV-ARGUMENTS-SWAPPED", QT_TRANSLATE_NOOP("Cause", "key and message were swapped"),
      QT_TRANSLATE_NOOP("Cause", "The text to hash was used as the key, and the key was hashed."),
      QT_TRANSLATE_NOOP(
          "Cause", "Swap the two arguments. PHP: hash_hmac('sha256', message, key). Python: hmac.new(key, "
                   "message, hashlib.sha256). Node: createHmac('sha256', key).update(message). "
                   "CryptoJS: HmacSHA256(message, key).")}},
    {CauseId::PlainHash,
     {"IDV-PLAIN-HASH", QT_TRANSLATE_NOOP("Cause", "a plain hash was made, not an HMAC"),
      QT_TRANSLATE_NOOP("Cause", "This is {found}. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Use the language's HMAC function: hash_hmac() in PHP, hmac.new() in Python, "
                        "createHmac() in Node.")}},
    {CauseId::OtherHash,
     {"IDV-OTHER-HASH", QT_TRANSLATE_NOOP("Cause", "another hash function was used"),
      QT_TRANSLATE_NOOP("Cause", "This is {found}. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP("Cause", "Name the hash function where it is made: {expected}.{advice}")}},
    {CauseId::DoubleHash,
     {"IDV-DOUBLE-HASH", QT_TRANSLATE_NOOP("Cause", "it was hashed twice"),
      QT_TRANSLATE_NOOP("Cause", "This is {found}. The vendor expects {expected}, made once."),
      QT_TRANSLATE_NOOP("Cause", "Hash the plain value, once.")}},
    {CauseId::TagHex,
     {"IDV-TAG-HEX", QT_TRANSLATE_NOOP("Cause", "the hash is written in hex"),
      QT_TRANSLATE_NOOP("Cause", "The hash is right but written in hex. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP("Cause", "Ask the hash function for {expected}.")}},
    {CauseId::TagBase64,
     {"IDV-TAG-BASE64", QT_TRANSLATE_NOOP("Cause", "the hash is written in base64"),
      QT_TRANSLATE_NOOP("Cause",
                        "The bytes of the hash are written in base64. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Ask for {expected}: digest('hex') in Node, hexdigest() in Python, hash_hmac() without "
                   "its binary switch in PHP.")}},
    {CauseId::TagBase64Url,
     {"IDV-TAG-BASE64URL", QT_TRANSLATE_NOOP("Cause", "the hash is written in base64url"),
      QT_TRANSLATE_NOOP("Cause",
                        "The bytes of the hash are written in base64url. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Ask for {expected}: digest('hex') in Node, hexdigest() in Python, hash_hmac() without "
                   "its binary switch in PHP.")}},
    {CauseId::TagUpperCase,
     {"IDV-TAG-UPPERCASE", QT_TRANSLATE_NOOP("Cause", "the hash is written in capitals"),
      QT_TRANSLATE_NOOP("Cause",
                        "The hash has capital letters A to F. The vendor compares it with small ones."),
      QT_TRANSLATE_NOOP("Cause", "Turn the hash into lower case before it goes into the page.")}},
    {CauseId::TagBase64OfHex,
     {"IDV-TAG-BASE64-OF-HEX", QT_TRANSLATE_NOOP("Cause", "the hex text was put into base64"),
      QT_TRANSLATE_NOOP("Cause",
                        "This is base64 of the hex text of the hash. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP("Cause", "Leave the base64 step out: the hex text is what the page needs.")}},
    {CauseId::TagEncodedTwice,
     {"IDV-TAG-ENCODED-TWICE", QT_TRANSLATE_NOOP("Cause", "it was encoded twice"),
      QT_TRANSLATE_NOOP("Cause", "This is {found}. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP("Cause", "Encode the bytes once.")}},
    {CauseId::TagZerosLost,
     {"IDV-TAG-ZEROS-LOST", QT_TRANSLATE_NOOP("Cause", "the hash lost the zeros in front"),
      QT_TRANSLATE_NOOP("Cause",
                        "These are {found} of {expected} characters: zeros in front are missing, as when a "
                        "number, or each byte by itself, is written in hex."),
      QT_TRANSLATE_NOOP("Cause",
                        "Write every byte with two digits: String.format(\"%064x\", number) in Java, or a "
                        "function that writes bytes in hex.")}},
    {CauseId::TagTruncated,
     {"IDV-TAG-TRUNCATED", QT_TRANSLATE_NOOP("Cause", "the hash was cut off"),
      QT_TRANSLATE_NOOP("Cause", "These are {found} of {expected} characters."),
      QT_TRANSLATE_NOOP("Cause", "Copy the whole value; a database column may be too short for it.")}},
    {CauseId::TagWhiteSpace,
     {"IDV-TAG-WHITESPACE", QT_TRANSLATE_NOOP("Cause", "the hash comes with {difference}"),
      QT_TRANSLATE_NOOP("Cause", "The vendor compares the bare hash, letter for letter."),
      QT_TRANSLATE_NOOP(
          "Cause", "If the page passes it like that, trim it on the server. If it slipped in while copying, "
                   "remove it and verify again.")}},
    {CauseId::TagWrapped,
     {"IDV-TAG-WRAPPED", QT_TRANSLATE_NOOP("Cause", "the hash comes with {difference}"),
      QT_TRANSLATE_NOOP("Cause", "The vendor compares the bare hash, letter for letter."),
      QT_TRANSLATE_NOOP("Cause",
                        "Pass the bare value to the widget. If this slipped in while copying, remove it "
                        "and verify again.")}},
    {CauseId::TagBytes,
     {"IDV-TAG-BYTES", QT_TRANSLATE_NOOP("Cause", "the bytes of the hash are printed as {found}"),
      QT_TRANSLATE_NOOP(
          "Cause", "This is the program's own way to show bytes: {found}. The vendor expects {expected}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Write the bytes as {expected}: digest('hex') in Node, hexdigest() in Python, "
                        "HexFormat.of().formatHex(bytes) in Java.")}},
    {CauseId::TagDamaged,
     {"IDV-TAG-DAMAGED", QT_TRANSLATE_NOOP("Cause", "the hash was mistyped or damaged"),
      QT_TRANSLATE_NOOP("Cause", "It is nearly the hash that key version {keyVersion} gives: {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Copy the whole value again instead of typing it.")}},
};

} // namespace

std::span<const CauseRow> constructionCauses()
{
    return rows;
}

} // namespace countersign::verify
