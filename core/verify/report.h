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

/// The same as one JSON document, with the members of verdictToJson() and what the Markdown has besides.
JsonObject reportJson(const Verdict &verdict, const VerificationRequest &request,
                      const recipes::Recipe &recipe, const recipes::Property &property);

enum class ReportFormat { Markdown, Json };
/// By a file name's ending: JSON for ".json", Markdown for any other and for "-".
ReportFormat reportFormatFor(const QString &fileName);

} // namespace countersign::verify
