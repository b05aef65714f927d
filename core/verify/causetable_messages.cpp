#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::MessageEmail,
     {"IDV-MESSAGE-EMAIL", QT_TRANSLATE_NOOP("Cause", "the e-mail was hashed, not the user id"),
      QT_TRANSLATE_NOOP("Cause", "For {call} the user id is hashed. This is the hash of the e-mail."),
      QT_TRANSLATE_NOOP("Cause", "Pass String(user.id) to the hash function instead of user.email.")}},
    {CauseId::MessageUserId,
     {"IDV-MESSAGE-USERID", QT_TRANSLATE_NOOP("Cause", "the user id was hashed, not the e-mail"),
      QT_TRANSLATE_NOOP("Cause", "For {call} the e-mail is hashed. This is the hash of the user id."),
      QT_TRANSLATE_NOOP("Cause", "Pass user.email to the hash function instead of the user id.")}},
    {CauseId::MessageWhiteSpace,
     {"IDV-MESSAGE-WHITESPACE", QT_TRANSLATE_NOOP("Cause", "white space makes the difference"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} with {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Trim the value before it is hashed, and give the page the same trimmed value.")}},
    {CauseId::MessageLineBreak,
     {"IDV-MESSAGE-LINEBREAK", QT_TRANSLATE_NOOP("Cause", "a line break was hashed along"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} with {difference}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Hash the value without its line break: printf or echo -n in a shell, trim() where it "
                   "comes from a file or a form.")}},
    {CauseId::MessageOtherCase,
     {"IDV-MESSAGE-CASE", QT_TRANSLATE_NOOP("Cause", "other capitals were hashed"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} in {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Use one spelling for the hash and for the page. Capitals count in a hash.")}},
    {CauseId::MessageEmpty,
     {"IDV-MESSAGE-EMPTY", QT_TRANSLATE_NOOP("Cause", "an empty text was hashed"),
      QT_TRANSLATE_NOOP(
          "Cause", "This is the hash of no text at all: the value was empty or missing when it was made. "
                   "It is the same for every user."),
      QT_TRANSLATE_NOOP(
          "Cause", "Make the hash only after the user is known, and refuse an empty id on the server.")}},
    {CauseId::MessageUndefined,
     {"IDV-MESSAGE-UNDEFINED", QT_TRANSLATE_NOOP("Cause", "the word \"{word}\" was hashed"),
      QT_TRANSLATE_NOOP("Cause",
                        "The user was not known when the hash was made, and the word \"{word}\" was hashed "
                        "instead. It is the same for every user."),
      QT_TRANSLATE_NOOP("Cause",
                        "Make the hash only after the user is known, and check the name of the field it is "
                        "read from.")}},
    {CauseId::MessagePlaceholder,
     {"IDV-MESSAGE-PLACEHOLDER",
      QT_TRANSLATE_NOOP("Cause", "a sample's placeholder was hashed, not the user"),
      QT_TRANSLATE_NOOP("Cause",
                        "What was hashed is \"{word}\", which stands in samples where the user's own value "
                        "belongs. It is the same for every user."),
      QT_TRANSLATE_NOOP("Cause",
                        "Pass the value of the user who is signed in; a template may not have been filled "
                        "in.")}},
    {CauseId::MessageUnicodeForm,
     {"IDV-MESSAGE-UNICODE", QT_TRANSLATE_NOOP("Cause", "the same letters were hashed in another form"),
      QT_TRANSLATE_NOOP("Cause",
                        "What was hashed is {subject} in Unicode form {difference}: it looks the same and is "
                        "other bytes."),
      QT_TRANSLATE_NOOP("Cause",
                        "Hash the value in the form in which the page passes it; normalize('NFC') on both "
                        "sides settles it.")}},
    {CauseId::MessageCharacterSet,
     {"IDV-MESSAGE-CHARSET", QT_TRANSLATE_NOOP("Cause", "the text was hashed in another character set"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} in {difference}. The vendor hashes UTF-8."),
      QT_TRANSLATE_NOOP("Cause", "Turn the text into UTF-8 before it is hashed: Encoding.UTF8 in C#, "
                                 "getBytes(StandardCharsets.UTF_8) in Java.")}},
    {CauseId::MessageQuoted,
     {"IDV-MESSAGE-QUOTED", QT_TRANSLATE_NOOP("Cause", "quotes were hashed along"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} in {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Hash the value itself, not JSON.stringify(value) or a line of JSON.")}},
    {CauseId::MessageUrlEncoded,
     {"IDV-MESSAGE-URL-ENCODED", QT_TRANSLATE_NOOP("Cause", "the URL-encoded form was hashed"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} in {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Hash the value before it is put into an address, or decode it first.")}},
    {CauseId::MessageEncoded,
     {"IDV-MESSAGE-ENCODED", QT_TRANSLATE_NOOP("Cause", "an encoded form of the text was hashed"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} in {difference}."),
      QT_TRANSLATE_NOOP(
          "Cause",
          "Hash the value as it is, in UTF-8; encode or escape it only where another text needs it.")}},
    {CauseId::MessageShortened,
     {"IDV-MESSAGE-SHORTENED", QT_TRANSLATE_NOOP("Cause", "only a part of {subject} was hashed"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Hash the whole value that the page passes.")}},
    {CauseId::MessageUuidSpelling,
     {"IDV-MESSAGE-UUID", QT_TRANSLATE_NOOP("Cause", "the UUID was spelt in another way"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} {difference}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Keep the id as text from the database to the hash, and pass the page the same text.")}},
    {CauseId::MessagePropertyField,
     {"IDV-MESSAGE-PROPERTY-FIELD", QT_TRANSLATE_NOOP("Cause", "the property was hashed, not the user"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is the {field}. It is the same for every user."),
      QT_TRANSLATE_NOOP("Cause", "Pass the value of the user who is signed in to the hash function.")}},
    {CauseId::MessageKey,
     {"IDV-MESSAGE-KEY", QT_TRANSLATE_NOOP("Cause", "the key itself was hashed, not the user"),
      QT_TRANSLATE_NOOP("Cause", "The key was passed as the text, too. The hash is the same for every user."),
      QT_TRANSLATE_NOOP("Cause", "Pass the value of the user who is signed in as the text to hash.")}},
    {CauseId::MessageCombined,
     {"IDV-MESSAGE-COMBINED", QT_TRANSLATE_NOOP("Cause", "more than {subject} was hashed"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {difference}. For {call} it is {subject} alone."),
      QT_TRANSLATE_NOOP("Cause", "Hash {subject} alone.")}},
    {CauseId::MessageNumberSpelling,
     {"IDV-MESSAGE-NUMBER", QT_TRANSLATE_NOOP("Cause", "the number was spelt in another way"),
      QT_TRANSLATE_NOOP("Cause", "What was hashed is {subject} {difference}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Keep the id as text from the database to the hash, and pass the page the same text.")}},
    {CauseId::MessageNumberInCryptoJs,
     {"IDV-MESSAGE-CRYPTOJS-NUMBER",
      QT_TRANSLATE_NOOP("Cause", "crypto-js was given a number instead of a text"),
      QT_TRANSLATE_NOOP("Cause",
                        "crypto-js gives this same hash for every number, so it proves nothing: whoever has "
                        "one can pose as anybody."),
      QT_TRANSLATE_NOOP("Cause", "Pass String(user.id) to CryptoJS.HmacSHA256.")}},
    {CauseId::MessageOtherCall,
     {"IDV-MESSAGE-OTHER-CALL", QT_TRANSLATE_NOOP("Cause", "right for another call"),
      QT_TRANSLATE_NOOP("Cause", "This value is right for {found}."),
      QT_TRANSLATE_NOOP("Cause", "Use it with {found}, or make the one for {call}.")}},
    {CauseId::SubjectTyped,
     {"IDV-SUBJECT-TYPED", QT_TRANSLATE_NOOP("Cause", "{subject} given here comes with {difference}"),
      QT_TRANSLATE_NOOP("Cause", "Without that, what was pasted is right for {subject}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Enter {subject} as the page has it and check again; nothing has to change on the server. "
                   "If the page itself has it like that, the same text must be used on the server.")}},
};

} // namespace

std::span<const CauseRow> messageCauses()
{
    return rows;
}

} // namespace countersign::verify
