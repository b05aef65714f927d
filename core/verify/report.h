#pragma once

#include "core/recipes/property.h"
#include "core/verify/identityverifier.h"

namespace countersign::verify {

/// "cu…18", "m…@e….com": enough to recognise a customer one knows, not enough to learn who it is.
QString masked(const QString &identifier);

/// The verdict as Markdown for a ticket: causes and remedies, key version and fingerprint, times with the
/// clock skew in force, what was tried, identifiers masked. Never a secret, nor any part of the hash or
/// token.
QString reportMarkdown(const Verdict &verdict, const VerificationRequest &request,
                       const recipes::Recipe &recipe, const recipes::Property &property,
                       const Translate &translate = inEnglish);

} // namespace countersign::verify
