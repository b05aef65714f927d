#include "core/verify/keyform.h"

#include "core/base/parallel.h"
#include "core/keys/keywriter.h"
#include "core/verify/keymistakes_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr std::size_t usualOtherForms = 5; ///< the key itself and what depends on its setting's name

Cause keyCause(CauseId id, const char *difference)
{
    Cause cause{id, {}, {}, {}};
    if (difference) {
        cause.values.insert(u"difference"_s, QString::fromUtf8(difference));
    }
    return cause;
}

/// In the order of keyMistakes().
const std::vector<Cause> &causesOfMistakes()
{
    static const std::vector<Cause> causes = [] {
        std::vector<Cause> made;
        for (const KeyMistake &mistake : keyMistakes()) {
            made.push_back(keyCause(mistake.id, mistake.difference));
        }
        return made;
    }();
    return causes;
}

bool holds(const std::vector<KeyForm> &forms, const SecretBytes &bytes)
{
    return std::ranges::any_of(forms, [&](const KeyForm &form) {
        return form.bytes.size() == bytes.size() && form.bytes.equals(bytes);
    });
}

void addForm(std::vector<KeyForm> &forms, std::optional<SecretBytes> bytes, KeyFault fault,
             Rarity rarity = Rarity::Usual)
{
    if (bytes && !holds(forms, *bytes)) {
        forms.push_back({std::move(*bytes), std::move(fault), rarity});
    }
}

/// A key kept as hex or base64 whose characters were used as they are.
void addUndecoded(std::vector<KeyForm> &forms, const keys::SecretKey &secret, const SecretBytes &text)
{
    if (secret.encoding != keys::SecretEncoding::Text) {
        addForm(forms, text.clone(),
                Cause{CauseId::KeyUsedAsText,
                      {{u"encoding"_s, keys::secretEncodingName(secret.encoding)}},
                      {},
                      {}});
    }
}

/// The whole line of an environment file where only its value belongs.
void addSettingsLines(std::vector<KeyForm> &forms, const SecretBytes &text, const QString &variable)
{
    if (variable.isEmpty()) {
        return;
    }
    for (const QString &front : {variable + u'=', u"export "_s + variable + u'=', variable + u": "_s}) {
        SecretBytes line = SecretBytes::copyOf(bytesOf(front.toUtf8()));
        line.append(text.bytes());
        addForm(forms, std::move(line),
                keyCause(CauseId::KeySettingsLine,
                         QT_TRANSLATE_NOOP("CauseValue", "the name of its setting in front")));
    }
}

/// The same with blanks and quotes, as other settings files write it.
void addRareSettingsLines(std::vector<KeyForm> &forms, const SecretBytes &text, const QString &variable)
{
    if (variable.isEmpty()) {
        return;
    }
    for (const auto &[front, back] :
         {std::pair(u" = "_s, ""), {u"=\""_s, "\""}, {u"='"_s, "'"}, {u"= "_s, ""}}) {
        SecretBytes line = SecretBytes::copyOf(bytesOf((variable + front).toUtf8()));
        line.append(text.bytes());
        line.append(bytesOf(back));
        addForm(forms, std::move(line),
                keyCause(CauseId::KeySettingsLine,
                         QT_TRANSLATE_NOOP("CauseValue", "the name of its setting in front")),
                Rarity::Rare);
    }
}

/// The name of the environment variable where its value belongs.
void addVariableNames(std::vector<KeyForm> &forms, const QString &variable)
{
    for (const QString &name :
         {variable, u'$' + variable, u"${"_s + variable + u'}', u"process.env."_s + variable,
          u'%' + variable + u'%', u"{{"_s + variable + u"}}"_s, u"YOUR_"_s + variable, u"env."_s + variable,
          u"$env:"_s + variable, u"ENV['"_s + variable + u"']"_s, u"ENV[\""_s + variable + u"\"]"_s}) {
        addForm(forms, SecretBytes::copyOf(bytesOf(name.toUtf8())),
                Cause{CauseId::KeyVariableName, {{u"sample"_s, name}}, {}, {}});
    }
}

/// A PEM's text with other line ends.
SecretBytes withLineEnds(ByteView text, QByteArrayView lineEnd)
{
    SecretBytes result;
    for (const unsigned char &c : text) {
        result.append(c == '\n' ? bytesOf(lineEnd) : ByteView(&c, 1));
    }
    return result;
}

Cause confusionCause(const char *form, const QString &found, const QString &expected)
{
    return {CauseId::TokenAlgorithmConfusion,
            {{u"form"_s, QString::fromLatin1(form)}, {u"found"_s, found}, {u"expected"_s, expected}},
            {},
            {}};
}

/// The PEM text as files and environment variables carry it.
void addPemForms(std::vector<KeyForm> &forms, const QByteArray &pem, const Cause &cause)
{
    const QByteArray trimmedPem = pem.trimmed();
    QByteArray windows = pem;
    windows.replace('\n', "\r\n");
    QByteArray escaped = trimmedPem;
    escaped.replace('\n', "\\n");
    QByteArray oneLine = pem;
    oneLine.remove(0, oneLine.indexOf('\n') + 1).truncate(oneLine.indexOf("-----END"));
    const QByteArray body = oneLine.replace("\n", "");
    for (const QByteArray &text : {pem, trimmedPem, windows, escaped, QByteArray(' ' + pem),
                                   QByteArray('\n' + pem), QByteArray(escaped + "\\n"), body}) {
        addForm(forms, SecretBytes::copyOf(bytesOf(text)), cause);
    }
}

} // namespace

std::vector<KeyForm> formsOfSecret(const keys::SecretKey &secret, const QString &variable)
{
    std::vector<KeyForm> forms;
    forms.reserve(keyMistakes().size() + usualOtherForms);
    forms.push_back({secret.bytes.clone(), {}});
    const SecretBytes text = keys::secretText(secret);
    addUndecoded(forms, secret, text);
    for (std::size_t i = 0; i < keyMistakes().size(); ++i) {
        addForm(forms, keyMistakes()[i].apply(text.bytes()), KeyFault::lasting(causesOfMistakes()[i]));
    }
    addSettingsLines(forms, text, variable);
    return forms;
}

std::vector<KeyForm> everyFormOfSecret(const keys::SecretKey &secret, const QString &variable)
{
    std::vector<KeyForm> forms = formsOfSecret(secret, variable);
    const SecretBytes text = keys::secretText(secret);
    for (const KeyMistake &mistake : rareKeyMistakes()) {
        addForm(forms, mistake.apply(text.bytes()), keyCause(mistake.id, mistake.difference), Rarity::Rare);
    }
    addRareSettingsLines(forms, text, variable);
    return forms;
}

std::vector<std::vector<KeyForm>> formsOfSecrets(std::span<const keys::SecretKey *const> secrets,
                                                 const QString &variable)
{
    std::vector<std::vector<KeyForm>> forms(secrets.size());
    constexpr std::size_t secretsAtOnce = 32;
    forEachInParallel((secrets.size() + secretsAtOnce - 1) / secretsAtOnce, [&](std::size_t piece) {
        const std::size_t first = piece * secretsAtOnce;
        for (std::size_t i = first; i < std::min(first + secretsAtOnce, secrets.size()); ++i) {
            if (secrets[i]) {
                forms[i] = formsOfSecret(*secrets[i], variable);
            }
        }
    });
    return forms;
}

std::vector<KeyForm> sampleKeyForms(const KeyNeighbours &neighbours)
{
    std::vector<KeyForm> forms;
    // RFC 2104 fills a key up with zeros, so one zero byte keys like no key at all.
    forms.push_back({SecretBytes(1), keyCause(CauseId::KeyEmpty, nullptr)});
    for (const auto &[label, field] : neighbours.propertyFields.asKeyValueRange()) {
        addForm(forms, SecretBytes::copyOf(bytesOf(field.toUtf8())),
                Cause{CauseId::KeyPropertyField, {{u"field"_s, label}}, {}, {}});
    }
    for (const char *word : wordsForNoKey()) {
        addForm(forms, SecretBytes::copyOf(bytesOf(word)),
                Cause{CauseId::KeyUndefined, {{u"word"_s, QString::fromLatin1(word).trimmed()}}, {}, {}});
    }
    for (const char *sample : sampleKeys()) {
        addForm(forms, SecretBytes::copyOf(bytesOf(sample)),
                Cause{CauseId::KeyWellKnownSample, {{u"sample"_s, QString::fromLatin1(sample)}}, {}, {}});
    }
    for (const QString &name : {neighbours.variable, u"KEY"_s, u"SECRET"_s}) {
        if (!name.isEmpty()) {
            addVariableNames(forms, name);
        }
    }
    return forms;
}

std::vector<KeyForm> formsOfPublicKey(const crypto::PublicKey &key, const QString &found,
                                      const QString &expected)
{
    std::vector<KeyForm> forms;
    addPemForms(forms, keys::publicKeyPem(key), confusionCause("PEM", found, expected));
    addForm(forms, SecretBytes::copyOf(bytesOf(key.spkiDer())), confusionCause("DER", found, expected));
    for (const QByteArray &jwk : {keys::publicKeyJwk(key), keys::publicKeyJwk(key).trimmed()}) {
        addForm(forms, SecretBytes::copyOf(bytesOf(jwk)), confusionCause("JWK", found, expected));
    }
    return forms;
}

std::vector<KeyForm> formsOfPrivateKey(const crypto::PrivateKey &key, const QString &found,
                                       const QString &expected)
{
    const Cause cause{
        CauseId::TokenPrivateKeyAsSecret, {{u"found"_s, found}, {u"expected"_s, expected}}, {}, {}};
    const SecretBytes pem = key.pkcs8Pem();
    const ByteView withoutLast = pem.bytes().first(pem.size() - 1);
    std::vector<KeyForm> forms;
    for (const ByteView text : {pem.bytes(), withoutLast}) {
        addForm(forms, SecretBytes::copyOf(text), cause);
        for (const QByteArrayView lineEnd : {"\r\n", "\\n", ""}) {
            addForm(forms, withLineEnds(text, lineEnd), cause);
        }
    }
    addForm(forms, key.pkcs8Der(), cause);
    return forms;
}

} // namespace countersign::verify
