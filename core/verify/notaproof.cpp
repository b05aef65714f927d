#include "core/keys/keyreader.h"
#include "core/verify/bytetext_p.h"
#include "core/verify/foreignkeys_p.h"
#include "core/verify/template_p.h"
#include "core/verify/unwrap.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// What programs and templates leave where a value belongs.
constexpr QStringView words[] = {
    u"undefined",
    u"null",
    u"None",
    u"nil",
    u"NaN",
    u"false",
    u"true",
    u"[object Object]",
    u"[object Promise]",
    u"hash",
    u"HASH",
    u"token",
    u"TOKEN",
    u"jwt",
    u"JWT",
    u"JWT_TOKEN",
    u"YOUR_JWT",
    u"YOUR_TOKEN",
    u"YOUR_HASH",
    u"USER_HASH",
    u"userHash",
    u"user_hash",
    u"{{hash}}",
    u"{{ hash }}",
    u"{{JWT_TOKEN}}",
    u"SERVER_GENERATED_HMAC",
    u"HMAC_OF_USER_ID",
    u"HMAC_OF_EMAIL",
    u"<hash-value>",
    u"<hash>",
    u"GENERATED_HASH",
    u"Array",
    u"Object",
    u"data",
};

/// The word that the text is, with or without the white space that unwrapping takes out; empty when none is.
QString wordThatIs(const QString &text)
{
    const auto found = std::ranges::find_if(
        words, [&](QStringView word) { return text == word || text == word.toString().remove(u' '); });
    return found == std::end(words) ? QString() : found->toString();
}

/// The pieces of a text between the characters that match.
void addPieces(QByteArrayList &pieces, const QString &text, const QRegularExpression &between)
{
    constexpr qsizetype shortestKey = 8; // what is shorter is a word of the text
    constexpr qsizetype most = 64;
    for (const QString &piece : text.split(between, Qt::SkipEmptyParts)) {
        const QByteArray bytes = piece.toUtf8();
        if (bytes.size() >= shortestKey && pieces.size() < most && !pieces.contains(bytes)) {
            pieces.append(bytes);
        }
    }
}

/// What a key may be in a pasted text: all of it, and its words. Signs that a key may hold itself end a word
/// or belong to it.
QByteArrayList possibleKeys(const QString &proof)
{
    static const QRegularExpression space(u"\\s+"_s);
    static const QRegularExpression quotes(u"[\\s\"'`<>()\\[\\]{}|,;\\\\]+"_s);
    static const QRegularExpression firstSign(
        u"[\\s\"'`<>()\\[\\]{}|,;\\\\&?#]+|(?<=\\w)(?:=>?|:)(?!=*(?:\\W|\\z))"_s);
    QByteArrayList pieces{unwrap(proof).text.toUtf8()};
    for (const QRegularExpression *between : {&space, &quotes, &firstSign}) {
        addPieces(pieces, proof, *between);
    }
    return pieces;
}

/// Whether one of the texts is the key, in any of the spellings in which keys get lost.
bool isAmong(const std::vector<KeyForm> &forms, const QByteArrayList &texts)
{
    return std::ranges::any_of(forms, [&texts](const KeyForm &form) {
        const bool isHashOfKey = form.fault && (*form.fault).id == CauseId::KeyHashed; // gives nothing away
        const auto isForm = [&form](const QByteArray &text) {
            return equalConstantTime(form.bytes.bytes(), bytesOf(text));
        };
        return !isHashOfKey && !form.bytes.isEmpty() && std::ranges::any_of(texts, isForm);
    });
}

Cause exposed(const QString &found, const QString &expected, std::optional<int> version,
              const QString &property)
{
    return {CauseId::NotAProofKey, {{u"found"_s, found}, {u"expected"_s, expected}}, version, property};
}

std::optional<Cause> pastedSecret(const Verification &verification, const QString &expected)
{
    const QByteArrayList texts = possibleKeys(verification.request.proof);
    for (const SearchKey &forms : verification.prepared.searchKeys().keys()) {
        if (forms.index >= 0 && isAmong(forms.forms, texts)) {
            const CandidateKey &key = verification.keys[static_cast<std::size_t>(forms.index)];
            return exposed(u"version %1 of this property's key"_s.arg(key.version.number), expected,
                           key.version.number, verification.property.name);
        }
    }
    return std::nullopt;
}

/// The version of this property that a pasted key file belongs to.
const CandidateKey *keyWithPublicHalf(const Verification &verification, const crypto::PublicKey &key)
{
    const auto isSame = [&](const CandidateKey &candidate) {
        const auto own = keys::publicKeyOf(candidate.material);
        return own && *own == key;
    };
    const auto found = std::ranges::find_if(verification.keys, isSame);
    return found == verification.keys.end() ? nullptr : &*found;
}

Cause keyFileCause(const Verification &verification, const keys::KeyMaterial &material,
                   const QString &expected)
{
    const auto publicHalf = keys::publicKeyOf(material);
    const CandidateKey *own = publicHalf ? keyWithPublicHalf(verification, *publicHalf) : nullptr;
    const auto version = own ? std::optional(own->version.number) : std::nullopt;
    const QString property = own ? verification.property.name : QString();
    const QString ofVersion = own ? u" of version %1 of this property"_s.arg(*version) : QString();
    if (std::holds_alternative<crypto::PublicKey>(material)) {
        return {CauseId::NotAProofPublicKey,
                {{u"found"_s, u"a public key"_s + ofVersion}, {u"expected"_s, expected}},
                version,
                property};
    }
    const bool isPrivate = std::holds_alternative<crypto::PrivateKey>(material);
    return exposed(isPrivate ? u"a private key"_s + ofVersion : u"a secret key in a file's form"_s, expected,
                   version, property);
}

std::optional<Cause> pastedKeyFile(const Verification &verification, const QString &expected)
{
    const QByteArray bytes = verification.request.proof.toUtf8();
    if (!keys::looksLikeKeyFile(bytesOf(bytes))) {
        return std::nullopt;
    }
    const auto read = keys::readKeyFile(bytesOf(bytes));
    if (read && !read->empty()) {
        return keyFileCause(verification, read->front().material, expected);
    }
    return bytes.contains("PRIVATE KEY")
               ? std::optional(exposed(u"a private key"_s, expected, std::nullopt, {}))
               : std::nullopt;
}

bool isSameText(const QString &left, const QString &right)
{
    return !right.isEmpty() && left.compare(right.trimmed(), Qt::CaseInsensitive) == 0;
}

/// "App ID" when a value of the property's own form was pasted.
QString propertyFieldWith(const Verification &verification, const QString &text)
{
    for (const recipes::FieldRule &field : verification.recipe.propertyFields) {
        if (field.type != recipes::FieldType::EmbedCode &&
            isSameText(text, verification.property.fields.value(field.id))) {
            return field.label;
        }
    }
    return {};
}

/// Quotes around a template are part of the page; those of its own marks are not taken off.
QString placeholderIn(const QString &proof, const QString &bare)
{
    if (const QString shown = shownTemplate(proof); !shown.isEmpty()) {
        return shown;
    }
    const QString word = wordThatIs(bare);
    return word.isEmpty() ? shownTemplate(bare) : word;
}

std::optional<Cause> pastedText(const Verification &verification, const QString &text, ProofForm form,
                                const QString &expected)
{
    QMap<QString, QString> values{{u"expected"_s, expected},
                                  {u"found"_s, QString::fromLatin1(proofFormName(form))}};
    if (isSameText(text, verification.request.userId)) {
        return Cause{CauseId::NotAProofUserId, values, {}, {}};
    }
    if (isSameText(text, verification.request.email)) {
        return Cause{CauseId::NotAProofEmail, values, {}, {}};
    }
    if (const QString field = propertyFieldWith(verification, text); !field.isEmpty()) {
        values.insert(u"found"_s, field);
        return Cause{CauseId::NotAProofPropertyField, values, {}, {}};
    }
    if (const QString word = placeholderIn(verification.request.proof, text); !word.isEmpty()) {
        values.insert(u"found"_s, word);
        return Cause{CauseId::NotAProofPlaceholder, values, {}, {}};
    }
    if (isNameOfBytes(verification.request.proof)) {
        return Cause{CauseId::NotAProofByteArray, values, {}, {}};
    }
    if (form == ProofForm::Uuid) {
        return Cause{CauseId::NotAProofUuid, values, {}, {}};
    }
    return form == ProofForm::Email || form == ProofForm::KeyFile
               ? std::optional(Cause{CauseId::NotAProofOther, values, {}, {}})
               : std::nullopt;
}

} // namespace

std::optional<Cause> notAProof(const Verification &verification, const QString &expected)
{
    const ProofForm form = proofFormOf(verification.request.proof);
    if (form == ProofForm::Empty) {
        return Cause{CauseId::NotAProofEmpty, {}, {}, {}};
    }
    if (form == ProofForm::TooLarge) {
        return Cause{CauseId::TokenTooLarge, {{u"expected"_s, u"256 KiB"_s}}, {}, {}};
    }
    const QString text = unwrap(verification.request.proof).text;
    if (auto key = pastedSecret(verification, expected)) {
        return key;
    }
    if (auto file = pastedKeyFile(verification, expected)) {
        return file;
    }
    return pastedText(verification, text, form, expected);
}

std::optional<Cause> foreignKeyPasted(const Verification &verification, const QString &expected)
{
    if (leavesOutForeignKeys(verification)) {
        return std::nullopt;
    }
    const QByteArrayList texts = possibleKeys(verification.request.proof);
    for (const ForeignKeys::Entry &entry : verification.others.entries()) {
        const auto *secret = std::get_if<keys::SecretKey>(&entry.key->material);
        if (secret && isAmong(everyFormOfSecret(*secret), texts)) {
            return exposed(u"the key of another property, %1"_s.arg(entry.property->name), expected,
                           entry.key->version.number, entry.property->name);
        }
    }
    return std::nullopt;
}

} // namespace countersign::verify
