#include "ui/widgets/passphrasestrength.h"

#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QProgressBar>

#include <zxcvbn.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

// The estimator's time grows with the cube of the length; beyond this a passphrase is strong anyway.
constexpr std::size_t estimatedSize = 64;

Strength strengthFor(double bits)
{
    if (bits < 25) {
        return Strength::VeryWeak;
    }
    if (bits < 40) {
        return Strength::Weak;
    }
    if (bits < 55) {
        return Strength::Fair;
    }
    return bits < 75 ? Strength::Good : Strength::Strong;
}

Tone toneFor(Strength strength)
{
    switch (strength) {
    case Strength::None:
        return Tone::Neutral;
    case Strength::VeryWeak:
    case Strength::Weak:
        return Tone::Bad;
    case Strength::Fair:
        return Tone::Attention;
    case Strength::Good:
    case Strength::Strong:
        return Tone::Good;
    }
    return Tone::Neutral;
}

QString wordFor(Strength strength)
{
    switch (strength) {
    case Strength::None:
        return {};
    case Strength::VeryWeak:
        return StrengthMeter::tr("Very weak");
    case Strength::Weak:
        return StrengthMeter::tr("Weak");
    case Strength::Fair:
        return StrengthMeter::tr("Fair");
    case Strength::Good:
        return StrengthMeter::tr("Good");
    case Strength::Strong:
        return StrengthMeter::tr("Strong");
    }
    return {};
}

TextRole roleFor(Tone tone)
{
    return tone == Tone::Bad ? TextRole::Problem : tone == Tone::Good ? TextRole::Good : TextRole::Attention;
}

} // namespace

StrengthEstimate estimateStrength(const SecretBytes &passphrase)
{
    if (passphrase.isEmpty()) {
        return {};
    }
    // The library reads up to a NUL, in memory of ours that is wiped afterwards.
    SecretBytes text =
        SecretBytes::copyOf(passphrase.bytes().first(std::min(passphrase.size(), estimatedSize)));
    text.append(bytesOf(QByteArrayView("\0", 1)));
    const double bits = ZxcvbnMatch(reinterpret_cast<const char *>(text.bytes().data()), nullptr, nullptr);
    return {strengthFor(bits), bits};
}

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar)
    , m_word(makeLabel({}, TextRole::Hint))
{
    m_bar->setRange(0, int(Strength::Strong));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Passphrase strength"));
    m_word->setWordWrap(false);
    m_word->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_word->setMinimumWidth(m_word->fontMetrics().horizontalAdvance(tr("Very weak")) + space::small);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_word);
    show({});
}

void StrengthMeter::show(const StrengthEstimate &estimate)
{
    const Tone tone = toneFor(estimate.strength);
    m_bar->setValue(int(estimate.strength));
    setStyleProperty(m_bar, "tone", QString::fromLatin1(toneName(tone)));
    setTextRole(m_word, roleFor(tone));
    m_word->setText(wordFor(estimate.strength));
}

} // namespace countersign::ui
