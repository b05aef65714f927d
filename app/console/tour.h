#pragma once

class QString;

namespace countersign::ui {
class MainWindow;
class Theme;
class VaultSession;
} // namespace countersign::ui

namespace countersign::console {

/// Walks the main job on a fresh demo vault, in light and in dark, and leaves a picture of every step in the
/// folder. Ends the program with 0, or with 1 and a line on standard error when a step does not find what it
/// expects.
void startTour(ui::MainWindow &window, ui::VaultSession &session, ui::Theme &theme, const QString &folder);

} // namespace countersign::console
