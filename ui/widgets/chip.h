#pragma once

#include "ui/widgets/styling.h"

namespace countersign::ui {

/// A word on a soft ground: a vendor, an environment, a badge.
class Chip final : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    /// Hides itself when the text is empty.
    void set(const QString &text, Tone tone);
    Tone tone() const { return m_tone; }

private:
    Tone m_tone = Tone::Neutral;
};

} // namespace countersign::ui
