#pragma once

#include "core/base/secretbytes.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace countersign::ui {

enum class Strength {
    None, ///< empty
    VeryWeak,
    Weak,
    Fair,
    Good,
    Strong
};

struct StrengthEstimate
{
    Strength strength = Strength::None;
    double bits = 0; ///< log2 of the guesses an attacker who knows how people choose needs
};

/// By zxcvbn: words, names, dates, keyboard rows and repetitions count for little.
StrengthEstimate estimateStrength(const SecretBytes &passphrase);

/// A bar and the word that says the same.
class StrengthMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit StrengthMeter(QWidget *parent = nullptr);

    void show(const StrengthEstimate &estimate);

private:
    QProgressBar *m_bar;
    QLabel *m_word;
};

} // namespace countersign::ui
