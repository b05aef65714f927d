#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::KeyPrevious,
     {"IDV-KEY-PREVIOUS", QT_TRANSLATE_NOOP("Cause", "an older key was used"),
      QT_TRANSLATE_NOOP("Cause", "Version {keyVersion} was replaced on {since}. The server still holds it."),
      QT_TRANSLATE_NOOP("Cause", "Replace the key in the server's environment by version {current}.")}},
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
    {CauseId::KeyEmpty,
     {"IDV-KEY-EMPTY", QT_TRANSLATE_NOOP("Cause", "an empty key was used"),
      QT_TRANSLATE_NOOP("Cause", "It was made with a key of no characters: the server did not find the key."),
      QT_TRANSLATE_NOOP("Cause",
                        "Check the name of the environment variable on the server, and let the server stop "
                        "when it is not set.")}},
    {CauseId::KeyUnknown,
     {"IDV-KEY-UNKNOWN", QT_TRANSLATE_NOOP("Cause", "made with another key or for another user"),
      QT_TRANSLATE_NOOP(
          "Cause", "No key of this property gives this value, with any of the known mistakes. It belongs "
                   "to another property, platform or user, or it was changed on the way."),
      QT_TRANSLATE_NOOP(
          "Cause", "Ask the developer which property's key the server holds, which exact text is hashed, "
                   "and for the value as it leaves the server.")}},
    {CauseId::KeyWeak,
     {"IDV-KEY-WEAK", QT_TRANSLATE_NOOP("Cause", "the key is weak"), QT_TRANSLATE_NOOP("Cause", "{weakness}"),
      QT_TRANSLATE_NOOP("Cause", "Replace the key by a longer, random one where the vendor allows it.")}},
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
