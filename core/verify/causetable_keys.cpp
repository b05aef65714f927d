#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::KeyPrevious,
     {"IDV-KEY-PREVIOUS", QT_TRANSLATE_NOOP("Cause", "an older key was used"),
      QT_TRANSLATE_NOOP(
          "Cause", "Version {keyVersion} was replaced on {since}; the server that made this used it. Once "
                   "the vendor has the newer key, its widget refuses this."),
      QT_TRANSLATE_NOOP("Cause", "Replace the key in the server's environment with version {current}.")}},
    {CauseId::KeyRevoked,
     {"IDV-KEY-REVOKED", QT_TRANSLATE_NOOP("Cause", "a revoked key was used"),
      QT_TRANSLATE_NOOP("Cause",
                        "Version {keyVersion} was revoked on {since}. Nothing made with it counts any more."),
      QT_TRANSLATE_NOOP("Cause",
                        "Put version {current} of the key into the server's environment, and find out why "
                        "the revoked one is still in use.")}},
    {CauseId::KeyStandby,
     {"IDV-KEY-STANDBY", QT_TRANSLATE_NOOP("Cause", "a key was used that is not in use yet"),
      QT_TRANSLATE_NOOP("Cause", "Version {keyVersion} is on standby: it is meant for the next rotation."),
      QT_TRANSLATE_NOOP("Cause",
                        "If the vendor has this version already, promote it here. If not, the server must "
                        "keep to version {current} until then.")}},
    {CauseId::KeyOtherProperty,
     {"IDV-KEY-OTHER-PROPERTY", QT_TRANSLATE_NOOP("Cause", "the key of another property was used"),
      QT_TRANSLATE_NOOP(
          "Cause", "It was made with key version {keyVersion} ({status}) of {property}{place}, not with a "
                   "key of {checked}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Put the key of {checked} into this server's environment, or check the value under "
                        "{property} if that is where the customer belongs.")}},
    {CauseId::KeyOtherEnvironment,
     {"IDV-KEY-OTHER-ENVIRONMENT", QT_TRANSLATE_NOOP("Cause", "the key of another environment was used"),
      QT_TRANSLATE_NOOP(
          "Cause", "It was made with key version {keyVersion} ({status}) of {property}{place}, not with a "
                   "key of {checked}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Each environment has its own key: put the key of {checked} into this server's "
                        "environment.")}},
    {CauseId::KeyOtherPlatform,
     {"IDV-KEY-OTHER-PLATFORM", QT_TRANSLATE_NOOP("Cause", "the key of another platform was used"),
      QT_TRANSLATE_NOOP(
          "Cause", "It was made with key version {keyVersion} ({status}) of {property}{place}, not with a "
                   "key of {checked}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Web, iOS and Android have keys of their own: let the server choose the key by the "
                        "platform that asks.")}},
    {CauseId::KeyWhiteSpace,
     {"IDV-KEY-WHITESPACE", QT_TRANSLATE_NOOP("Cause", "the key was used with white space around it"),
      QT_TRANSLATE_NOOP("Cause", "The server's key has {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Trim the key where the server reads it, and look for blanks at the ends of its "
                        "line in the environment file.")}},
    {CauseId::KeyKeptWithWhiteSpace,
     {"IDV-KEY-KEPT-WITH-WHITESPACE",
      QT_TRANSLATE_NOOP("Cause", "the key kept here has white space at an end"),
      QT_TRANSLATE_NOOP("Cause", "The server's key is right. The one kept here was copied with white space."),
      QT_TRANSLATE_NOOP("Cause", "Nothing is wrong on the server: import the key here again, without it.")}},
    {CauseId::KeyKeptWithSurroundings,
     {"IDV-KEY-KEPT-WITH-SURROUNDINGS",
      QT_TRANSLATE_NOOP("Cause", "the key kept here comes with {difference}"),
      QT_TRANSLATE_NOOP("Cause",
                        "The server's key is right. The one kept here was copied with {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Nothing is wrong on the server: import the bare key here again.")}},
    {CauseId::KeyLineBreak,
     {"IDV-KEY-LINEBREAK", QT_TRANSLATE_NOOP("Cause", "the key was used with a line break at its end"),
      QT_TRANSLATE_NOOP("Cause", "The server's key has {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Trim the key where the server reads it. In a shell write key files with printf: "
                        "echo adds a line break.")}},
    {CauseId::KeyQuoted,
     {"IDV-KEY-QUOTED", QT_TRANSLATE_NOOP("Cause", "quotes were taken for a part of the key"),
      QT_TRANSLATE_NOOP("Cause",
                        "The server's key stands in {difference}, and they were used along with it."),
      QT_TRANSLATE_NOOP("Cause",
                        "Remove the quotes from the environment file, or read it with a tool that does.")}},
    {CauseId::KeyHexDecoded,
     {"IDV-KEY-HEX-DECODED", QT_TRANSLATE_NOOP("Cause", "the key was decoded from hex"),
      QT_TRANSLATE_NOOP("Cause",
                        "The key is text that looks like hex. The server decoded it and used the bytes."),
      QT_TRANSLATE_NOOP("Cause",
                        "Pass the key as the text it is, without Buffer.from(key, 'hex'), hex2bin(), "
                        "bytes.fromhex() or CryptoJS.enc.Hex.parse().")}},
    {CauseId::KeyBase64Decoded,
     {"IDV-KEY-BASE64-DECODED", QT_TRANSLATE_NOOP("Cause", "the key was decoded from base64"),
      QT_TRANSLATE_NOOP(
          "Cause", "The key is text that can be read as base64. The server decoded it and used the bytes."),
      QT_TRANSLATE_NOOP(
          "Cause", "Pass the key as the text it is, without Buffer.from(key, 'base64'), base64_decode(), "
                   "b64decode() or a \"secret is base64\" switch.")}},
    {CauseId::KeyUsedAsText,
     {"IDV-KEY-USED-AS-TEXT", QT_TRANSLATE_NOOP("Cause", "the key was used as text, without decoding it"),
      QT_TRANSLATE_NOOP("Cause",
                        "The key is {encoding} that stands for bytes. The server used its characters."),
      QT_TRANSLATE_NOOP("Cause", "Decode the key from {encoding} before it is used.")}},
    {CauseId::KeyOtherCase,
     {"IDV-KEY-CASE", QT_TRANSLATE_NOOP("Cause", "the key's letters were changed"),
      QT_TRANSLATE_NOOP("Cause", "The server's key is in {difference}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Copy the key from the vendor's page again, and use it exactly as it stands there.")}},
    {CauseId::KeyWellKnownSample,
     {"IDV-KEY-SAMPLE", QT_TRANSLATE_NOOP("Cause", "a sample key from a documentation page was used"),
      QT_TRANSLATE_NOOP("Cause", "It was made with the key \"{sample}\", which everybody can read."),
      QT_TRANSLATE_NOOP("Cause",
                        "Set the real key in the server's environment: the server runs with the value of a "
                        "sample.")}},
    {CauseId::KeyVariableName,
     {"IDV-KEY-VARIABLE-NAME",
      QT_TRANSLATE_NOOP("Cause", "the name of the key's setting was used as the key"),
      QT_TRANSLATE_NOOP("Cause",
                        "It was made with the key \"{sample}\": the name of the setting instead of its "
                        "value."),
      QT_TRANSLATE_NOOP("Cause",
                        "Read the setting's value: process.env.NAME in Node, os.environ[\"NAME\"] in Python, "
                        "getenv('NAME') in PHP.")}},
    {CauseId::KeyPropertyField,
     {"IDV-KEY-PROPERTY-FIELD", QT_TRANSLATE_NOOP("Cause", "the {field} was used as the key"),
      QT_TRANSLATE_NOOP(
          "Cause", "It was made with the {field}, which stands in every page, instead of the secret key."),
      QT_TRANSLATE_NOOP("Cause", "Set the secret key in the server's environment. The {field} is no secret: "
                                 "anybody can make such a value.")}},
    {CauseId::KeySettingsLine,
     {"IDV-KEY-SETTINGS-LINE",
      QT_TRANSLATE_NOOP("Cause", "a part of the settings file was taken for the key"),
      QT_TRANSLATE_NOOP("Cause", "The server's key comes with {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Use the bare value of the setting, without what surrounds it in its file.")}},
    {CauseId::KeyEncoded,
     {"IDV-KEY-ENCODED", QT_TRANSLATE_NOOP("Cause", "the key was encoded before it was used"),
      QT_TRANSLATE_NOOP("Cause", "The server turned the key's text into {difference} and used that."),
      QT_TRANSLATE_NOOP("Cause", "Use the key's text as it is, in UTF-8, without encoding it.")}},
    {CauseId::KeyHashed,
     {"IDV-KEY-HASHED", QT_TRANSLATE_NOOP("Cause", "the key was hashed before it was used"),
      QT_TRANSLATE_NOOP("Cause", "The server used a hash of the key: {difference}."),
      QT_TRANSLATE_NOOP("Cause", "Pass the key itself to the HMAC function.")}},
    {CauseId::KeyTruncated,
     {"IDV-KEY-TRUNCATED", QT_TRANSLATE_NOOP("Cause", "the key was copied wrongly"),
      QT_TRANSLATE_NOOP("Cause", "The server's key is not exactly the key: {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Copy the key from the vendor's page again; a setting or database column may be too "
                        "short for it.")}},
    {CauseId::KeyEmpty,
     {"IDV-KEY-EMPTY", QT_TRANSLATE_NOOP("Cause", "an empty key was used"),
      QT_TRANSLATE_NOOP("Cause", "It was made with a key of no characters: the server did not find the key."),
      QT_TRANSLATE_NOOP("Cause",
                        "Check the name of the environment variable on the server, and let the server stop "
                        "when it is not set.")}},
    {CauseId::KeyUndefined,
     {"IDV-KEY-UNDEFINED", QT_TRANSLATE_NOOP("Cause", "the word \"{word}\" was used as the key"),
      QT_TRANSLATE_NOOP("Cause",
                        "The server did not find the key, and used the word \"{word}\", which stands for a "
                        "missing value, instead. Anybody can make such a value."),
      QT_TRANSLATE_NOOP("Cause",
                        "Check the name of the environment variable on the server, and let the server stop "
                        "when it is not set.")}},
    {CauseId::KeyUnknown,
     {"IDV-KEY-UNKNOWN", QT_TRANSLATE_NOOP("Cause", "made with another key or for another user"),
      QT_TRANSLATE_NOOP(
          "Cause", "Nothing known gives this value. Ruled out: {ruledOut}.{missing} It is another key's, "
                   "another user's, or it was changed on the way."),
      QT_TRANSLATE_NOOP("Cause",
                        "{question} If the key is the right one, ask for the exact text that is hashed, and "
                        "check that one here.")}},
    {CauseId::KeyWeak,
     {"IDV-KEY-WEAK", QT_TRANSLATE_NOOP("Cause", "the key is weak"), QT_TRANSLATE_NOOP("Cause", "{weakness}"),
      QT_TRANSLATE_NOOP("Cause", "Replace the key with a longer, random one where the vendor allows it.")}},
    {CauseId::KeyUnsupported,
     {"IDV-KEY-UNSUPPORTED", QT_TRANSLATE_NOOP("Cause", "the key kept here does not fit this kind of proof"),
      QT_TRANSLATE_NOOP("Cause", "{expected} needs another kind of key than the one this property has."),
      QT_TRANSLATE_NOOP("Cause", "Import the key the vendor's page names for this property.")}},
    {CauseId::KeyUse,
     {"IDV-KEY-USE", QT_TRANSLATE_NOOP("Cause", "the key is not meant for this"),
      QT_TRANSLATE_NOOP("Cause", "The key's own \"use\", \"key_ops\" or \"alg\" forbids it: {detail}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Use the key that is published for signatures with this algorithm, or ask its owner to "
                   "correct what the key says.")}},
};

} // namespace

std::span<const CauseRow> keyCauses()
{
    return rows;
}

} // namespace countersign::verify
