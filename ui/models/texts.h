#pragma once

#include "core/base/error.h"
#include "core/keys/keyweakness.h"
#include "core/recipes/property.h"

namespace countersign::ui {

// Core names things by code or in English marked for translation; here they become words on the screen.

/// What happened and what to do. The facts about it are in Error::detail.
QString errorText(const Error &error);
QString problemText(const recipes::FieldProblem &problem);
QString keyFormText(const recipes::Remark &warning); ///< of recipes::keyFormWarning()
QString weaknessText(keys::KeyWeakness weakness);

QString statusText(keys::KeyStatus status);       ///< "Current"
QString originText(keys::KeyOrigin origin);       ///< "Made here"
QString evidenceText(recipes::Evidence evidence); ///< "Documented", for a chip
QString evidenceExplanation(recipes::Evidence evidence);
/// "Secure Mode on", "Verification off", or empty when it is not known.
QString enforcementText(const recipes::Recipe &recipe, recipes::Enforcement enforcement);
/// The badge in the list: "412 d", "No key", "Rotating".
QString attentionText(const recipes::Property &property, recipes::Attention attention, Timestamp now);

/// "today", "3 days ago", "2 years ago".
QString agoText(Timestamp time, Timestamp now);
/// In the system's short form and time zone.
QString momentText(Timestamp time);
/// A path in a vendor's dashboard as the window shows it: "Settings › Security" for the recipe's "Settings >
/// Security".
QString pathText(QString path);

} // namespace countersign::ui
