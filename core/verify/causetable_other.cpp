#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::NotAProofEmpty,
     {"IDV-NOT-A-PROOF-EMPTY", QT_TRANSLATE_NOOP("Cause", "there is nothing to check"),
      QT_TRANSLATE_NOOP(
          "Cause", "The hash or token is empty. Where verification is not enforced, a vendor may let that "
                   "pass."),
      QT_TRANSLATE_NOOP(
          "Cause", "Paste the value the page passes to the widget. If the page passes none, make it on the "
                   "server first.")}},
    {CauseId::NotAProofUserId,
     {"IDV-NOT-A-PROOF-USERID", QT_TRANSLATE_NOOP("Cause", "this is the user id itself"),
      QT_TRANSLATE_NOOP("Cause", "The user id stands where the proof belongs. It proves nothing."),
      QT_TRANSLATE_NOOP("Cause", "Make {expected} on the server and pass that.")}},
    {CauseId::NotAProofEmail,
     {"IDV-NOT-A-PROOF-EMAIL", QT_TRANSLATE_NOOP("Cause", "this is the e-mail itself"),
      QT_TRANSLATE_NOOP("Cause", "The e-mail stands where the proof belongs. It proves nothing."),
      QT_TRANSLATE_NOOP("Cause", "Make {expected} on the server and pass that.")}},
    {CauseId::NotAProofKey,
     {"IDV-NOT-A-PROOF-KEY", QT_TRANSLATE_NOOP("Cause", "this is a secret key, and it is exposed"),
      QT_TRANSLATE_NOOP("Cause",
                        "A key stands where the proof belongs: {found}. Whoever has seen it can pose as any "
                        "customer."),
      QT_TRANSLATE_NOOP("Cause",
                        "Rotate and revoke this key now, remove it from the page, and make {expected} on the "
                        "server.")}},
    {CauseId::NotAProofPublicKey,
     {"IDV-NOT-A-PROOF-PUBLIC-KEY", QT_TRANSLATE_NOOP("Cause", "this is a public key"),
      QT_TRANSLATE_NOOP(
          "Cause", "A public key stands where the proof belongs: {found}. It is no secret, and it proves "
                   "nothing."),
      QT_TRANSLATE_NOOP("Cause",
                        "Paste the public key at the vendor, and pass the page {expected}, made on the "
                        "server with the private key.")}},
    {CauseId::NotAProofPropertyField,
     {"IDV-NOT-A-PROOF-PROPERTY-FIELD", QT_TRANSLATE_NOOP("Cause", "this is the property's {found}"),
      QT_TRANSLATE_NOOP("Cause",
                        "The {found} of this property stands where the proof belongs. It is the same for "
                        "every user and proves nothing."),
      QT_TRANSLATE_NOOP("Cause", "Make {expected} on the server and pass that.")}},
    {CauseId::NotAProofPlaceholder,
     {"IDV-NOT-A-PROOF-PLACEHOLDER", QT_TRANSLATE_NOOP("Cause", "this is the word \"{found}\", not a value"),
      QT_TRANSLATE_NOOP("Cause",
                        "The page passes the word \"{found}\": its template was not filled in, or the value "
                        "was not ready yet."),
      QT_TRANSLATE_NOOP("Cause",
                        "Pass {expected} from the server; in JavaScript wait for the answer (await) before "
                        "the widget is called.")}},
    {CauseId::NotAProofByteArray,
     {"IDV-NOT-A-PROOF-BYTE-ARRAY",
      QT_TRANSLATE_NOOP("Cause", "this is the name of some bytes, not their value"),
      QT_TRANSLATE_NOOP("Cause",
                        "The page passes what the program prints for an array of bytes, not what is in it. "
                        "That is no hash, and it may be another one every time."),
      QT_TRANSLATE_NOOP(
          "Cause", "Expected is {expected}. Write the bytes out: HexFormat.of().formatHex(bytes) in Java, "
                   "Convert.ToHexString(bytes).ToLower() in C#, digest('hex') in Node.")}},
    {CauseId::NotAProofHash,
     {"IDV-NOT-A-PROOF-HASH", QT_TRANSLATE_NOOP("Cause", "this is a hash, and a token is expected"),
      QT_TRANSLATE_NOOP("Cause", "It has the form of a hash, not of a signed token (JWT)."),
      QT_TRANSLATE_NOOP("Cause", "Make {expected}, in place of the hash.")}},
    {CauseId::NotAProofToken,
     {"IDV-NOT-A-PROOF-TOKEN", QT_TRANSLATE_NOOP("Cause", "this is a token, and a hash is expected"),
      QT_TRANSLATE_NOOP("Cause", "It has the form of a signed token (JWT). This vendor takes a hash."),
      QT_TRANSLATE_NOOP("Cause", "Make {expected} of the user id, in place of the token.")}},
    {CauseId::NotAProofUuid,
     {"IDV-NOT-A-PROOF-UUID", QT_TRANSLATE_NOOP("Cause", "this is a random identifier (UUID)"),
      QT_TRANSLATE_NOOP("Cause",
                        "It has the form of a UUID, which is made without any key. It proves nothing."),
      QT_TRANSLATE_NOOP("Cause", "Make {expected} on the server and pass that.")}},
    {CauseId::NotAProofOther,
     {"IDV-NOT-A-PROOF", QT_TRANSLATE_NOOP("Cause", "this has not the form of a proof"),
      QT_TRANSLATE_NOOP("Cause", "Expected is {expected}. This is {found}."),
      QT_TRANSLATE_NOOP("Cause", "Ask for the value the page passes to the widget.")}},
    {CauseId::NoKey,
     {"IDV-NO-KEY", QT_TRANSLATE_NOOP("Cause", "there is no key to check it with"),
      QT_TRANSLATE_NOOP("Cause", "This property has no current or previous key."),
      QT_TRANSLATE_NOOP("Cause", "Add the property's key under Keys.")}},
    {CauseId::NothingToCheck,
     {"IDV-NOTHING-TO-CHECK", QT_TRANSLATE_NOOP("Cause", "{subject} is missing"),
      QT_TRANSLATE_NOOP("Cause", "The hash is made from {subject}, which was not given."),
      QT_TRANSLATE_NOOP("Cause", "Enter {subject} and check again.")}},
};

} // namespace

std::span<const CauseRow> otherCauses()
{
    return rows;
}

} // namespace countersign::verify
