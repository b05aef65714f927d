#include "ui/dialogs/keyrequest.h"

#include "core/keys/fingerprint.h"
#include "core/recipes/keyhealth.h"
#include "ui/models/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(KeyRequest)
};

Result<keys::ReadKey> readKey(const recipes::KeyRule &rule, ByteView content, const SecretBytes *passphrase,
                              keys::SecretEncoding encoding)
{
    if (rule.type == crypto::KeyType::Secret) {
        return keys::readSecret(content, encoding);
    }
    auto read = keys::readSingleKey(content, passphrase);
    if (read && keys::describe(read->material).type != rule.type) {
        return failure(ErrorCode::InvalidKey, u"it is another kind of key: %1"_s.arg(read->form));
    }
    return read;
}

void describeInto(KeyPreview &preview, const recipes::KeyRule &rule, const keys::ReadKey &key)
{
    const keys::KeyDescription description = keys::describe(key.material);
    preview.summary =
        keys::describeKey(description) + u" · "_s + keys::shortFingerprint(description.fingerprint);
    preview.notes = key.notes;
    for (const keys::KeyWeakness weakness : recipes::doubtsAbout(rule, key.material)) {
        preview.warnings << weaknessText(weakness);
    }
    if (const auto *secret = std::get_if<keys::SecretKey>(&key.material)) {
        if (const auto warning = recipes::keyFormWarning(rule, keys::secretText(*secret).bytes())) {
            preview.warnings.prepend(keyFormText(*warning));
        }
    } else if (!description.hasPrivatePart) {
        preview.warnings.prepend(Tr::tr("This is only the public half: it can verify proofs and make none."));
    }
}

} // namespace

Result<ObtainedKey> obtainKey(const recipes::KeyRule &rule, const KeyRequest &request)
{
    if (request.source == KeySource::Generate) {
        auto material = keys::generateKey({.type = rule.type, .bits = rule.bits});
        if (!material) {
            return std::unexpected(material.error());
        }
        return ObtainedKey{std::move(*material), keys::KeyOrigin::Generated};
    }
    const SecretBytes *passphrase = request.passphrase.isEmpty() ? nullptr : &request.passphrase;
    auto key = readKey(rule, request.content.bytes(), passphrase, request.encoding);
    if (!key) {
        return std::unexpected(key.error());
    }
    return ObtainedKey{std::move(key->material), keys::KeyOrigin::Imported};
}

KeyPreview previewKey(const recipes::KeyRule &rule, ByteView content, keys::SecretEncoding encoding)
{
    KeyPreview preview;
    if (content.empty()) {
        return preview;
    }
    if (rule.type != crypto::KeyType::Secret && keys::needsPassphrase(content)) {
        preview.needsPassphrase = true;
        preview.summary = Tr::tr("An encrypted private key: enter its passphrase.");
        return preview;
    }
    const auto key = readKey(rule, content, nullptr, encoding);
    if (!key) {
        preview.problem = errorText(key.error());
        if (!key.error().detail.isEmpty()) {
            preview.problem += u" ("_s + key.error().detail + u")"_s;
        }
        return preview;
    }
    describeInto(preview, rule, *key);
    return preview;
}

} // namespace countersign::ui
