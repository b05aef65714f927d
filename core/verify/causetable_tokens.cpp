#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::TokenUnsigned,
     {"IDV-TOKEN-UNSIGNED", QT_TRANSLATE_NOOP("Cause", "the token is not signed"),
      QT_TRANSLATE_NOOP("Cause",
                        "It has no signature, or its header says \"none\". Anybody can write such a token."),
      QT_TRANSLATE_NOOP("Cause", "Sign the token with {expected} and the property's key.")}},
    {CauseId::TokenAlgorithm,
     {"IDV-TOKEN-ALGORITHM", QT_TRANSLATE_NOOP("Cause", "its header says {found}, not {expected}"),
      QT_TRANSLATE_NOOP("Cause", "The header names {found}. Nothing but {expected} is taken."),
      QT_TRANSLATE_NOOP("Cause", "Sign with {expected}, and let the header say so.")}},
    {CauseId::TokenUnsupportedAlgorithm,
     {"IDV-TOKEN-UNKNOWN-ALGORITHM",
      QT_TRANSLATE_NOOP("Cause", "the header names an algorithm nobody here knows"),
      QT_TRANSLATE_NOOP("Cause",
                        "The header's \"alg\" is no JWS algorithm that Countersign checks. Letters count: "
                        "\"hs256\" is not \"HS256\"."),
      QT_TRANSLATE_NOOP("Cause", "Name the algorithm where the token is signed: {expected}.")}},
    {CauseId::TokenMalformed,
     {"IDV-TOKEN-MALFORMED", QT_TRANSLATE_NOOP("Cause", "this is not a well-formed token"),
      QT_TRANSLATE_NOOP("Cause", "It cannot be read ({detail})."),
      QT_TRANSLATE_NOOP("Cause",
                        "Make tokens with a JWT library, and ask for the value as it leaves the server.")}},
    {CauseId::TokenBase64Url,
     {"IDV-TOKEN-BASE64URL", QT_TRANSLATE_NOOP("Cause", "a part of the token is not base64url"),
      QT_TRANSLATE_NOOP("Cause",
                        "Only the letters, digits, \"-\" and \"_\" are taken, without padding and in the one "
                        "way to write each value: {detail}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Write the parts in base64url without \"=\", \"+\" and \"/\": a JWT library does, plain "
                   "base64 functions do not.")}},
    {CauseId::TokenJsonSyntax,
     {"IDV-TOKEN-JSON-SYNTAX", QT_TRANSLATE_NOOP("Cause", "the JSON in the token is not valid"),
      QT_TRANSLATE_NOOP("Cause", "It is not what the JSON standard allows: {detail}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Let a JSON library write header and claims; do not put the text together by hand.")}},
    {CauseId::TokenNoClaims,
     {"IDV-TOKEN-NO-CLAIMS", QT_TRANSLATE_NOOP("Cause", "the token holds no claims"),
      QT_TRANSLATE_NOOP("Cause", "The payload must be a JSON object with the claims in it: {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Sign an object such as {\"sub\": \"user123\"}, not a bare value.")}},
    {CauseId::TokenHeaderValue,
     {"IDV-TOKEN-HEADER", QT_TRANSLATE_NOOP("Cause", "the header holds something that does not belong there"),
      QT_TRANSLATE_NOOP("Cause", "\"kid\" and \"typ\" are short texts: {detail}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Set \"typ\" to \"JWT\" and \"kid\" to the key's own name, or leave them out.")}},
    {CauseId::TokenNoAlgorithm,
     {"IDV-TOKEN-NO-ALGORITHM", QT_TRANSLATE_NOOP("Cause", "the header names no algorithm"),
      QT_TRANSLATE_NOOP("Cause", "The header must say with \"alg\" how the token is signed: {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Make tokens with a JWT library and sign with {expected}.")}},
    {CauseId::TokenTruncated,
     {"IDV-TOKEN-TRUNCATED", QT_TRANSLATE_NOOP("Cause", "the token was cut off"),
      QT_TRANSLATE_NOOP("Cause", "It is not the whole token: {detail}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Copy the whole token; a log, a database column or a cookie may have cut it.")}},
    {CauseId::TokenDuplicateMember,
     {"IDV-TOKEN-DUPLICATE-MEMBER", QT_TRANSLATE_NOOP("Cause", "the token says one thing twice"),
      QT_TRANSLATE_NOOP("Cause", "{detail}. One reader takes the first, another the last."),
      QT_TRANSLATE_NOOP("Cause", "Make tokens with a JWT library, each name once.")}},
    {CauseId::TokenCritical,
     {"IDV-TOKEN-CRITICAL", QT_TRANSLATE_NOOP("Cause", "the header asks for an extension"),
      QT_TRANSLATE_NOOP("Cause", "The header demands that its reader understands an extension (\"crit\" or "
                                 "\"b64\"), and no widget does."),
      QT_TRANSLATE_NOOP("Cause", "Leave \"crit\" and \"b64\" out of the header.")}},
    {CauseId::TokenEmbeddedKey,
     {"IDV-TOKEN-EMBEDDED-KEY", QT_TRANSLATE_NOOP("Cause", "the token brings its own key"),
      QT_TRANSLATE_NOOP(
          "Cause",
          "The header carries or points to a key. It was not used: a forger would put his own there."),
      QT_TRANSLATE_NOOP("Cause", "Leave \"jwk\", \"jku\", \"x5u\" and \"x5c\" out of the header.")}},
    {CauseId::TokenEncrypted,
     {"IDV-TOKEN-ENCRYPTED", QT_TRANSLATE_NOOP("Cause", "this is an encrypted token"),
      QT_TRANSLATE_NOOP("Cause",
                        "Five parts make a JWE, which is encrypted. Only signed tokens of three parts "
                        "are taken."),
      QT_TRANSLATE_NOOP("Cause", "Sign the token ({expected}) instead of encrypting it.")}},
    {CauseId::TokenJsonSerialization,
     {"IDV-TOKEN-JSON", QT_TRANSLATE_NOOP("Cause", "the token is written as JSON"),
      QT_TRANSLATE_NOOP("Cause",
                        "This is a token in JSON form. Only the compact form is taken: three parts with "
                        "dots between."),
      QT_TRANSLATE_NOOP("Cause", "Ask the JWT library for the compact serialization.")}},
    {CauseId::TokenWrapped,
     {"IDV-TOKEN-WRAPPED", QT_TRANSLATE_NOOP("Cause", "the token comes with {difference}"),
      QT_TRANSLATE_NOOP("Cause", "The widget takes the bare token, letter for letter."),
      QT_TRANSLATE_NOOP("Cause",
                        "Pass the bare token to the widget. If this slipped in while copying, remove it and "
                        "verify again.")}},
    {CauseId::TokenVerifiesUnwrapped,
     {"IDV-TOKEN-VERIFIES-UNWRAPPED", QT_TRANSLATE_NOOP("Cause", "without that, the token is right"),
      QT_TRANSLATE_NOOP("Cause", "Once that is removed, the token verifies with key version {keyVersion}."),
      QT_TRANSLATE_NOOP("Cause", "Nothing else has to change.")}},
    {CauseId::TokenTooLarge,
     {"IDV-TOKEN-TOO-LARGE", QT_TRANSLATE_NOOP("Cause", "it is too large for a token"),
      QT_TRANSLATE_NOOP("Cause", "It is longer than {expected}. It was not looked at."),
      QT_TRANSLATE_NOOP("Cause", "Check what was pasted, and keep the claims short.")}},
    {CauseId::TokenNested,
     {"IDV-TOKEN-NESTED", QT_TRANSLATE_NOOP("Cause", "there is a token within the token"),
      QT_TRANSLATE_NOOP("Cause", "The payload is another token. One with claims in it is expected."),
      QT_TRANSLATE_NOOP("Cause", "Sign the claims once, and leave \"cty\" out of the header.")}},
    {CauseId::TokenKeyId,
     {"IDV-TOKEN-KEY-ID", QT_TRANSLATE_NOOP("Cause", "the key id in the header is another"),
      QT_TRANSLATE_NOOP("Cause", "The header's \"kid\" is not that of the key."),
      QT_TRANSLATE_NOOP("Cause", "Set \"kid\" to the id of the key the token is signed with.")}},
    {CauseId::TokenSignature,
     {"IDV-TOKEN-SIGNATURE", QT_TRANSLATE_NOOP("Cause", "no key here made this signature"),
      QT_TRANSLATE_NOOP("Cause", "{certainty} Ruled out: {ruledOut}."),
      QT_TRANSLATE_NOOP(
          "Cause", "{question} If the key is the right one, ask for the token as it leaves the server, and "
                   "check that one here.")}},
    {CauseId::TokenSignatureForm,
     {"IDV-TOKEN-SIGNATURE-FORM",
      QT_TRANSLATE_NOOP("Cause", "the signature has not the form of its algorithm"),
      QT_TRANSLATE_NOOP("Cause",
                        "These bytes cannot be a signature by this key, whatever was signed: {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Make tokens with a JWT library.{advice}")}},
    {CauseId::TokenSignatureHex,
     {"IDV-TOKEN-SIGNATURE-HEX", QT_TRANSLATE_NOOP("Cause", "the signature is the hex text, not the bytes"),
      QT_TRANSLATE_NOOP("Cause", "It was turned into hex text before it became the third part of the token."),
      QT_TRANSLATE_NOOP("Cause",
                        "Make tokens with a JWT library, or take the raw bytes: hash_hmac(…, true) in PHP, "
                        "digest() in Python and Node.")}},
    {CauseId::TokenAlgorithmConfusion,
     {"IDV-TOKEN-ALGORITHM-CONFUSION", QT_TRANSLATE_NOOP("Cause", "the public key was used as a secret"),
      QT_TRANSLATE_NOOP("Cause",
                        "It is signed with {found}, keyed with the property's public key ({form}). Everybody "
                        "may know that key: this is how forged tokens are made."),
      QT_TRANSLATE_NOOP(
          "Cause", "Sign with the private key and {expected}. If nobody here made this token, treat it as "
                   "an attack.")}},
    {CauseId::TokenPrivateKeyAsSecret,
     {"IDV-TOKEN-PRIVATE-KEY-AS-SECRET", QT_TRANSLATE_NOOP("Cause", "the private key was used as a secret"),
      QT_TRANSLATE_NOOP("Cause",
                        "It is signed with {found}, keyed with the text of the property's private key. The "
                        "vendor has the public key and cannot check that."),
      QT_TRANSLATE_NOOP(
          "Cause", "Name the algorithm where the token is signed: {expected}. Libraries that are not told "
                   "take HS256.")}},
    {CauseId::TokenSigningInput,
     {"IDV-TOKEN-SIGNING-INPUT",
      QT_TRANSLATE_NOOP("Cause", "something else than header and payload was signed"),
      QT_TRANSLATE_NOOP("Cause", "The key is right. What was signed is {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Make tokens with a JWT library. By hand: sign base64url(header), a dot and "
                                 "base64url(payload), exactly as they stand in the token.")}},
    {CauseId::TokenAltered,
     {"IDV-TOKEN-ALTERED", QT_TRANSLATE_NOOP("Cause", "the token was changed after it was signed"),
      QT_TRANSLATE_NOOP("Cause", "The signature is genuine. It was made over {difference}."),
      QT_TRANSLATE_NOOP(
          "Cause",
          "Put every claim into the token before it is signed and change nothing afterwards.{advice}")}},
};

} // namespace

std::span<const CauseRow> tokenCauses()
{
    return rows;
}

} // namespace countersign::verify
