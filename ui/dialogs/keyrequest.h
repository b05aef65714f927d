#pragma once

#include "core/base/error.h"
#include "core/keys/keyreader.h"
#include "core/recipes/recipe.h"

#include <QStringList>

namespace countersign::ui {

enum class KeySource {
    Generate,
    Provided, ///< pasted, typed or read from a file
    Later,
};

/// Which key a person wants to give a property. Plain but for the secret it carries.
struct KeyRequest
{
    KeySource source = KeySource::Later;
    SecretBytes content;
    SecretBytes passphrase; ///< of an encrypted private key
    keys::SecretEncoding encoding = keys::SecretEncoding::Text;
};

struct ObtainedKey
{
    keys::KeyMaterial material;
    keys::KeyOrigin origin;
};

/// Makes or reads the key. Takes its time for RSA and for encrypted files: not for the window's thread.
/// Fails with InvalidKey when it is of another kind than the recipe needs.
Result<ObtainedKey> obtainKey(const recipes::KeyRule &rule, const KeyRequest &request);

/// What a pasted key turns out to be, as one types.
struct KeyPreview
{
    QString summary; ///< "Secret, 40 bytes, text · SHA256:9f3a 71c0 …"
    QStringList notes;
    QStringList warnings;
    QString problem; ///< why it cannot be taken; empty when it can
    bool needsPassphrase = false;
};

KeyPreview previewKey(const recipes::KeyRule &rule, ByteView content, keys::SecretEncoding encoding);

} // namespace countersign::ui
