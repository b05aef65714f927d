#pragma once

#include "core/vault/bundle.h"
#include "core/vault/vault.h"

namespace countersign::vault {

QString effectName(RestoreEffect effect); ///< "comes-back": for JSON
/// "%1 comes back": of a property's name, English, marked for translation in "RestoreEffect".
const char *effectSentence(RestoreEffect effect);

QString effectName(KeyEffect effect); ///< "revoked-returns": for JSON
/// "its key version %1 … ": English, marked for translation in "RestoreEffect".
const char *effectSentence(KeyEffect effect);

QString effectName(ImportEffect effect); ///< "in-bin": for JSON
/// "already here, just the same": said of a property, English, marked for translation in "ImportEffect".
const char *effectSentence(ImportEffect effect);
/// Whether the property is skipped unless both are to be kept.
bool isConflict(const ImportStep &step);

} // namespace countersign::vault
