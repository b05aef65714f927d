#pragma once

namespace countersign::ui {

/// Presents PassphraseEdit and SecretPasteEdit to assistive technology as password fields, whose text is
/// never told. Safe to call again.
void installSecretAccessibility();

} // namespace countersign::ui
